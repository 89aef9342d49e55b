using System.Diagnostics;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#r "library.dll"</c> and <c>#r "nuget: Name, 1.2.3"</c>: the cells may use the library, and what it needs.</summary>
internal sealed class ReferenceMagic : Magic
{
    public override string Name => "#r";
    public override string Help => "#r \"library.dll\" or \"nuget: Name, 1.2.3\" lets cells use a library and those it needs";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        if (IsPackage(call.Block)) PackageRestore.Run(call, PackagesOf(call));
        else FromFile(call);
        return null;
    }

    // All of the cell at once, when the first of them is come to: one restore, and one choice of versions.
    private static List<CellBlock> PackagesOf(MagicCall call)
    {
        var text = call.Cell.Evaluator.Sources.Find(call.Source)?.ToString() ?? "";
        var all = CellText.Split(text, call.Source, call.Cell.Magics).Where(IsPackage).ToList();
        return all.Count == 0 ? [call.Block] : all[0].Line == call.Block.Line ? all : [];
    }

    private static bool IsPackage(CellBlock block) =>
        block.Magic is ReferenceMagic && block.Argument.Trim().Trim('"').TrimStart().StartsWith(PackageRestore.Prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsAssemblyName(string text) => !text.Contains('/') && !text.Contains('\\') && !text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static void FromFile(MagicCall call)
    {
        try
        {
            if (call.Unquoted.StartsWith("project:", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(call.Unquoted) is ".csproj" or ".fsproj")
                throw call.Fail("A project is not built here: build it (dotnet build), and bring its library, #r \"bin/Debug/net10.0/Name.dll\".");
            if (!File.Exists(Path.GetFullPath(call.Unquoted, call.Folder)) && call.Cell.Evaluator.Submissions.ReferenceByName(call.Unquoted)) return;
            var notes = call.Cell.Evaluator.Submissions.Reference(Path.GetFullPath(call.Unquoted, call.Folder));
            if (notes.Count > 0) call.Cell.Output.Show(Guid.NewGuid().ToString("N"), MimeBundle.Plain(string.Join('\n', notes)));
        }
        catch (FileNotFoundException)
        {
            throw call.Fail($"There is no file {call.Unquoted} in {Path.GetFileName(call.Folder)}/. Has the library been built?{(IsAssemblyName(call.Unquoted) ? " And .NET has no assembly of that name." : "")}");
        }
        catch (BadImageFormatException)
        {
            throw call.Fail($"{call.Unquoted} is not a .NET assembly.");
        }
    }
}

/// <summary><c>#i "nuget: https://…"</c>: one more place to get packages from.</summary>
internal sealed class SourceMagic : Magic
{
    private const string Prefix = "nuget:";

    public override string Name => "#i";
    public override string Help => "#i \"nuget: ADDRESS\" gets packages from one more place, an address or a folder";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        if (!call.Unquoted.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) throw call.Fail("A source of packages is written #i \"nuget: ADDRESS\".");
        var source = call.Unquoted[Prefix.Length..].Trim();
        call.Cell.Evaluator.Submissions.Packages.AddSource(source.Contains("://") ? source : Path.GetFullPath(source, call.Folder));
        return null;
    }
}

/// <summary>What <c>#r "nuget: …"</c> does: gets packages, and says meanwhile how long it has taken.</summary>
internal static class PackageRestore
{
    /// <summary>What tells a package from a file.</summary>
    public const string Prefix = "nuget:";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    /// <summary>Gets the packages of some blocks together; the error stands at the line of the one that cannot be had.</summary>
    public static void Run(MagicCall call, IReadOnlyList<CellBlock> blocks)
    {
        if (blocks.Count == 0) return;
        var wanted = blocks.Select(block => Parse(call with { Block = block })).ToList();
        RequireOneVersion(call, blocks, wanted);
        var (id, watch) = (Guid.NewGuid().ToString("N"), Stopwatch.StartNew());
        Show(call, id, $"Getting {string.Join(", ", wanted.Select(package => package.Name))} …");
        using var progress = new Timer(_ => Update(call, id, $"Getting {string.Join(", ", wanted.Select(package => package.Name))} … {watch.Elapsed.TotalSeconds:0} s"), null, patience, patience);
        try
        {
            var evaluator = call.Cell.Evaluator;
            var files = evaluator.Submissions.Reference(wanted, evaluator.Interruptible.Token);
            progress.Dispose();
            var lines = wanted.Select(package => $"{package.Name} {Got(package, files.Versions)}");
            Update(call, id, string.Join('\n', [string.Join(", ", lines), .. files.Notes]));
            Extensions.Load(call, files.Extensions);
        }
        catch (InvalidOperationException problem)
        {
            progress.Dispose();
            var named = wanted.Where(package => problem.Message.Contains(package.Name, StringComparison.OrdinalIgnoreCase));
            var guilty = wanted.IndexOf(named.DefaultIfEmpty(wanted[0]).MaxBy(package => package.Name.Length));
            Update(call, id, $"{wanted[guilty].Name} was not got.");
            throw (call with { Block = blocks[guilty] }).Fail($"The package {wanted[guilty].Name} cannot be had. {problem.Message}");
        }
    }

    private static (string Name, string Version) Parse(MagicCall call)
    {
        var parts = call.Unquoted.TrimStart()[Prefix.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts is not ([{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }])) throw call.Fail("A package is written #r \"nuget: Name, 1.2.3\".");
        return (parts[0], parts.Length > 1 ? parts[1] : "*");
    }

    // Of the same cell; what an earlier one has taken is told by Packages.
    private static void RequireOneVersion(MagicCall call, IReadOnlyList<CellBlock> blocks, List<(string Name, string Version)> wanted)
    {
        for (var i = 1; i < wanted.Count; i++)
        {
            var first = wanted.FindIndex(package => string.Equals(package.Name, wanted[i].Name, StringComparison.OrdinalIgnoreCase));
            if (!PackageVersion.AreSame(wanted[first].Version, wanted[i].Version))
                throw (call with { Block = blocks[i] }).Fail($"{wanted[i].Name} is asked for in two versions, {wanted[first].Version} above and {wanted[i].Version} here; a session has one: keep one of the lines.");
        }
    }

    // NuGet takes the next higher version where the one that was asked for is not there.
    private static string Got((string Name, string Version) package, IReadOnlyDictionary<string, string> versions)
    {
        var got = versions.GetValueOrDefault(package.Name, "");
        var isOther = !PackageVersion.AreSame(package.Version, got) && !package.Version.AsSpan().ContainsAny("*[(");
        return isOther ? $"{got} (there is no {package.Version})" : got;
    }

    private static void Show(MagicCall call, string id, string text) => call.Cell.Output.Show(id, MimeBundle.Plain(text));

    private static void Update(MagicCall call, string id, string text) => call.Cell.Output.Update(id, MimeBundle.Plain(text));
}
