using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>No cell runs without the kernel's checks: our own sources and the cells of our own notebooks compile with them wherever they compile without.</summary>
public sealed partial class WovenCorpusTests
{
    private static readonly string root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));
    private static readonly Lazy<MetadataReference[]> framework = new(() => [.. References.Framework]);
    private static readonly Lazy<List<MetadataReference>> everything = new(() => Built([]));

    public static TheoryData<string> Notebooks => new(Directory.EnumerateFiles(Path.Combine(root, "notebooks"), "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("kernel/src")]
    [InlineData("lib")]
    [InlineData("tools")]
    public void Our_sources_compile_with_the_checks_in_them(string folder)
    {
        var files = Sources(folder, "*.cs");
        Assert.True(files.Count > 10);
        var options = Compiler.Syntax.WithKind(SourceCodeKind.Regular);
        var trees = files.ConvertAll(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file));
        SyntaxTree usings = CSharpSyntaxTree.ParseText(GlobalUsings(folder), options);
        var references = Built(Sources(folder, "*.csproj").Select(Path.GetFileNameWithoutExtension).ToHashSet());
        CSharpCompilation Compile(IEnumerable<SyntaxTree> texts) => CSharpCompilation.Create("corpus", [usings, .. texts], references, new(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var written = Compile(trees);
        var woven = Compile(trees.Select(tree => CSharpSyntaxTree.ParseText(Weaver.Weave(tree, () => written.GetSemanticModel(tree)), options, tree.FilePath)));
        Assert.NotEqual(written.SyntaxTrees.Sum(tree => tree.Length), woven.SyntaxTrees.Sum(tree => tree.Length));
        Assert.True(files.Except(Problems(written).Select(problem => problem.File)).Count() > 10);
        AssertNothingNew(written, woven);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_cells_of_our_notebooks_compile_with_the_checks_in_them(string name)
    {
        var folder = Path.Combine(root, "notebooks");
        var cells = Notebook.Read(Path.Combine(folder, name)).Cells.Where(cell => cell is { IsCode: true, Language: null }).Select(cell => cell.Source).Prepend(File.ReadAllText(Path.Combine(folder, "workbook.csx")));
        IReadOnlyList<MetadataReference> references = [.. new References().First(), .. everything.Value];
        CSharpCompilation? previous = null;
        foreach (var cell in cells)
        {
            var text = UsingDeclarations.Rewrite(CellText.Only(CellLanguage.CSharp, cell, MagicSet.Known));
            var written = Compiler.ForQuestions(text, previous, previous is null ? references : []);
            var woven = Compiler.ForQuestions(Weaver.Weave(written.SyntaxTrees[0], () => written.GetSemanticModel(written.SyntaxTrees[0])), previous, previous is null ? references : []);
            AssertNothingNew(written, woven);
            if (Problems(written).Count == 0) previous = written;
        }
    }

    private static void AssertNothingNew(CSharpCompilation written, CSharpCompilation woven)
    {
        var unknown = Problems(written).Select(problem => problem.File).ToHashSet();
        Assert.Equal([], Problems(woven).Where(problem => !unknown.Contains(problem.File)).Select(problem => $"{problem.File}: {problem.Text}"));
    }

    private static List<(string File, string Text)> Problems(CSharpCompilation compilation) => [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(error => (error.Location.SourceTree?.FilePath ?? "", $"{error.Id} {error.GetMessage()}"))];

    // What the compiler generates from attributes is missing, and packages of what has not been built: a file that does not compile without the checks says nothing.
    private static List<string> Sources(string folder, string pattern) => [.. Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string GlobalUsings(string folder) => string.Join('\n', Sources(folder, "*.csproj").Append(Path.Combine(root, folder, "Directory.Build.props")).Where(File.Exists)
        .SelectMany(file => Using().Matches(File.ReadAllText(file)))
        .Select(found => $"global using {(found.Groups[2].Success ? found.Groups[2].Value + " = " : "")}{found.Groups[1].Value};")
        .Concat(((string[])["System", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"]).Select(space => $"global using {space};"))
        .Distinct());

    // Everything that is built, but for what the folder itself is built to.
    private static List<MetadataReference> Built(HashSet<string?> own) => [.. framework.Value, .. Directory.EnumerateFiles(Path.Combine(root, "artifacts", "bin"), "*.dll", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "release" && !own.Contains(Path.GetFileNameWithoutExtension(file)) && !framework.Value.Any(known => Path.GetFileName(known.Display) == Path.GetFileName(file)))
        .GroupBy(Path.GetFileName).Select(same => same.First()).Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file))];

    private static bool IsManaged(string file)
    {
        using var portable = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
        return portable.HasMetadata;
    }

    [GeneratedRegex("<Using Include=\"([^\"]+)\"(?: Alias=\"([^\"]+)\")?")]
    private static partial Regex Using();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
