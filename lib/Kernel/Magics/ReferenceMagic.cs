using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#r "library.dll"</c>: the cells may use the library, and what lies beside it.</summary>
internal sealed class ReferenceMagic : Magic
{
    public override string Name => "#r";
    public override string Help => "#r \"library.dll\" lets cells use a library and those beside it";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        if (call.Unquoted.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            throw call.Fail("This kernel does not fetch packages. Build a project that references the package and #r its assembly.");
        try
        {
            call.Cell.Evaluator.Submissions.Reference(Path.GetFullPath(call.Unquoted, call.Folder));
            return null;
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
