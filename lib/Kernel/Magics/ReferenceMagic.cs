using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#r "library.dll"</c> and <c>#r "nuget: Name, 1.2.3"</c>: the cells may use the library, and what it needs.</summary>
internal sealed class ReferenceMagic : Magic
{
    private const string Package = "nuget:";

    public override string Name => "#r";
    public override string Help => "#r \"library.dll\" or \"nuget: Name, 1.2.3\" lets cells use a library and those it needs";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        if (call.Unquoted.StartsWith(Package, StringComparison.OrdinalIgnoreCase)) FromFeed(call, call.Unquoted[Package.Length..]);
        else FromFile(call);
        return null;
    }

    private static void FromFeed(MagicCall call, string wanted)
    {
        var parts = wanted.Split(',', StringSplitOptions.TrimEntries);
        if (parts is not ([{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }])) throw call.Fail("A package is written #r \"nuget: Name, 1.2.3\".");
        try
        {
            var evaluator = call.Cell.Evaluator;
            evaluator.Submissions.Reference(parts[0], parts.Length > 1 ? parts[1] : "*", evaluator.Interruptible.Token);
        }
        catch (InvalidOperationException problem)
        {
            throw call.Fail($"The package {parts[0]} cannot be had. {problem.Message}");
        }
    }

    private static void FromFile(MagicCall call)
    {
        try
        {
            call.Cell.Evaluator.Submissions.Reference(Path.GetFullPath(call.Unquoted, call.Folder));
        }
        catch (FileNotFoundException)
        {
            throw call.Fail($"There is no file {call.Unquoted} in {Path.GetFileName(call.Folder)}/. Has the library been built?");
        }
        catch (BadImageFormatException)
        {
            throw call.Fail($"{call.Unquoted} is not a .NET assembly.");
        }
    }
}
