using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Headless.Export;

/// <summary>A notebook as one C# file that <c>dotnet run</c> executes (a file-based app of .NET 10): prose as comments, cells in order, values displayed as text.</summary>
internal sealed class CSharpExport
{
    private const int DeepestLoad = 20;

    private readonly Notebook notebook;
    private readonly string folder;
    private readonly CellChain chain = new();
    private readonly PageCells onPages = new();
    private readonly ProgramReferences references;
    private readonly List<object> parts = [];                   // comments as text, cells as what they mean
    private readonly List<string> notes = [];

    private CSharpExport(Notebook notebook, string folder)
    {
        (this.notebook, this.folder) = (notebook, folder);
        references = new(folder, notebook.Name);
        chain.Add("", "");                                       // what every cell is given
        foreach (var file in chain.OwnFiles) references.AddLibrary(file);
    }

    /// <summary>Writes <c>NAME.cs</c> into the folder; the notes say what of the notebook the program lacks.</summary>
    public static (string File, IReadOnlyList<string> Notes, bool Compiles) Write(Notebook notebook, string folder)
    {
        Directory.CreateDirectory(folder);
        var export = new CSharpExport(notebook, Path.GetFullPath(folder));
        export.ReadCells();
        var text = export.Program();
        var file = Path.Combine(folder, notebook.Name + ".cs");
        File.WriteAllText(file, text);
        export.references.WriteFiles();
        return (file, export.notes, export.Compiles(text));
    }

    private void ReadCells()
    {
        var number = 0;
        foreach (var cell in notebook.Cells)
        {
            if (cell.IsCode) Code(cell.Source, $"cell {++number}", Path.GetDirectoryName(Path.GetFullPath(notebook.FilePath))!, cell.MayFail, 0, cell.Language);
            else if (cell.IsMarkdown && cell.Source.Trim() != "") parts.Add(ProseComment.OfMarkdown(cell.Source));
        }
    }

    private void Code(string text, string name, string place, bool mayFail, int depth, string? language = null)
    {
        try
        {
            foreach (var block in CellText.Split(text, name, MagicSet.Known, language)) Block(block, name, place, mayFail, depth);
        }
        catch (CellFailure failure)
        {
            AsComment(text, name, failure.Message, mayFail);
        }
    }

    private void Block(CellBlock block, string name, string place, bool mayFail, int depth)
    {
        var argument = block.Argument.Trim().Trim('"').Trim();
        switch (block.Magic?.Name)
        {
            case null when block.Language == CellLanguage.FSharp:
                parts.Add(ProseComment.Of("#!fsharp\n" + string.Join('\n', block.Text.Split('\n').Select(line => line.TrimEnd())).Trim('\n')));
                notes.Add($"{name}: F# is no C#: kept as a comment.");
                break;
            case null: CSharp(block.Text, name, mayFail); break;
            case "#r" or "#i": Reference(argument, isSource: block.Magic.Name == "#i", name, place); break;
            case "#load" or "#!import" when depth < DeepestLoad && Path.GetFullPath(argument, place) is var file && IsSource(file):
                Code(File.ReadAllText(file), Path.GetFileName(file), Path.GetDirectoryName(file)!, mayFail, depth + 1);
                break;
            default:
                parts.Add(ProseComment.Of($"{block.Magic.Name} {block.Argument}".TrimEnd() + "\n" + block.Text));
                if (block.Magic.TakesBody && block.Magic.Name is not ("#!html" or "#!markdown")) notes.Add($"{name}: {block.Magic.Name} is no C#: kept as a comment.");
                break;
        }
    }

    private static bool IsSource(string file) => Path.GetExtension(file).ToLowerInvariant() is ".cs" or ".csx" && File.Exists(file);

    private void CSharp(string text, string name, bool mayFail)
    {
        var (model, errors) = chain.Add(text, name);
        if (model is not null && onPages.Has(model)) AsComment(text, name, "a control is moved on a page, and a program has none.", meant: true, "needs a page");
        else if (model is not null) parts.Add(model);
        else AsComment(text, name, $"{errors[0].Id}: {errors[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", mayFail);
    }

    private void AsComment(string text, string name, string reason, bool meant, string means = "is meant to fail")
    {
        parts.Add(ProseComment.Of($"This cell {(meant ? means : "is left out")}: {reason}\n{text.Trim('\n')}"));
        if (!meant) notes.Add($"{name}: {reason} Kept as a comment.");
    }

    private void Reference(string argument, bool isSource, string name, string place)
    {
        const string prefix = "nuget:";
        var isPackage = argument.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        var wanted = isPackage ? argument[prefix.Length..].Split(',', StringSplitOptions.TrimEntries) : [Path.GetFullPath(argument, place)];
        var known = true;
        if (isSource)
        {
            var source = wanted[0].Contains("://") ? wanted[0] : Path.GetFullPath(wanted[0], place);
            chain.AddSource(source);
            references.AddSource(source);
        }
        else if (isPackage)
        {
            var version = wanted.Length > 1 ? wanted[1] : "*";
            references.AddPackage(wanted[0], version);
            known = chain.Reference(wanted[0], version);
        }
        else
        {
            references.AddLibrary(wanted[0]);
            known = chain.Reference(wanted[0]);
        }
        if (!known) notes.Add($"{name}: {argument} cannot be had here, so whether the program compiles could not be tried.");
    }

    private string Program()
    {
        var models = parts.OfType<SemanticModel>().ToList();
        var names = new ProgramNames(models);
        var functions = new CellFunctions(models, names);
        var cells = models.ToDictionary(model => model, model => new CellTranslation(model, names, functions));
        var text = new StringBuilder(Head(cells.Values, functions));
        foreach (var part in parts.Select(part => part is SemanticModel model ? cells[model].Statements : (string)part).Where(part => part != "")) text.Append('\n').Append(part).Append('\n');
        if (cells.Values.All(cell => cell.Statements == "")) text.Append("\nreturn;\n");            // a program without a statement is none
        if (functions.Any) text.Append($"\nstatic class {CellFunctions.Class}\n{{\n{Indented(cells.Values.Select(cell => cell.Methods))}\n}}\n");
        foreach (var types in cells.Values.Select(cell => cell.Types).Where(types => types != "")) text.Append('\n').Append(types).Append('\n');
        return text.ToString();
    }

    private string Head(IEnumerable<CellTranslation> cells, CellFunctions functions)
    {
        var usings = CellChain.Usings.Select(name => Compiler.IsType(name) ? $"using static {name};" : $"using {name};")
            .Concat(cells.SelectMany(cell => cell.Usings)).Concat(functions.Any ? [$"using static {CellFunctions.Class};"] : []);
        return $"""
            // {Path.GetFileName(notebook.FilePath)} as a program. Run it with: dotnet run {notebook.Name}.cs
            {string.Join('\n', references.Directives())}
            #:property ImplicitUsings=disable
            #:property Nullable=annotations
            #:property AllowUnsafeBlocks=true
            #:property PublishAot=false
            #:property TreatWarningsAsErrors=false
            #:property WarningLevel=0
            #:property RunAnalyzers=false

            {string.Join('\n', usings.Distinct().OrderBy(line => line.Contains('=') ? 2 : line.StartsWith("using static", StringComparison.Ordinal) ? 1 : 0))}

            """.ReplaceLineEndings("\n");
    }

    // As the program's build would: with the references that the cells had.
    private bool Compiles(string text)
    {
        if (chain.IsPartial) return true;
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, warningLevel: 0, nullableContextOptions: NullableContextOptions.Annotations);
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("FileBasedProgram", "true")]));
        var errors = CSharpCompilation.Create("program", [tree], chain.References.Distinct(), options).GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        notes.AddRange(errors.Take(5).Select(error => $"line {error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
        return errors.Count == 0;
    }

    private static string Indented(IEnumerable<string> blocks) =>
        string.Join("\n\n", blocks.Where(block => block != "").Select(block => string.Join('\n', block.Split('\n').Select(line => line == "" ? "" : "    " + line))));
}
