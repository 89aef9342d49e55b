using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>One cell's text → an assembly, on top of the cells before it.</summary>
internal sealed class Compiler(References references)
{
    private static readonly string[] types = ["Workbook.Cells.Here", "Microsoft.DotNet.Interactive.Kernel"];          // whose members have no need of a name before them
    private static readonly string[] usings =
    [
        "System", "System.IO", "System.Linq", "System.Text", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks",
        "Workbook.Cells", "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html", .. types,
    ];
    private static readonly string[] missingExtension = ["CS0411", "CS1061", "CS1579", "CS1929", "CS1935", "CS1936", "CS8411"];          // for want of an extension method, perhaps
    private static readonly string[] missingName = ["CS0012", "CS0103", "CS0117", "CS0234", "CS0246", "CS0400", "CS0656", "CS1069", "CS7069", .. missingExtension];
    // Warnings that a cell may not deserve: of fields and usings that another cell fills or repeats, of assemblies that it did not choose, and of a Main, which DeclarationNotes speaks of.
    private static readonly string[] unspoken = ["CS0105", "CS0169", "CS0414", "CS0649", "CS1701", "CS1702", "CS7022", "CS7089"];
    private static readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: usings,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        specificDiagnosticOptions: unspoken.Select(warning => KeyValuePair.Create(warning, ReportDiagnostic.Suppress)),
        nullableContextOptions: NullableContextOptions.Annotations,
        metadataImportOptions: MetadataImportOptions.Public);
    private static readonly Lock binding = new();
    private static int count;               // of the process: assemblies of two sessions must not share a name

    public static CSharpParseOptions Syntax { get; } = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>What came of a compilation: an image with debug information, or the errors.</summary>
    internal sealed record Result(CSharpCompilation Compilation, byte[]? Image, byte[]? Symbols, ImmutableArray<Diagnostic> Errors)
    {
        /// <summary>What it says about a cell that it accepts.</summary>
        public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

        /// <summary>Why the text was compiled as written: the first error that weaving made. Such a cell cannot be stopped.</summary>
        public Diagnostic? Unwoven { get; init; }

        /// <summary>What there is to say beside the errors.</summary>
        public string? Advice { get; init; }

        /// <summary>No errors; but a cell of usings and comments has nothing to load either.</summary>
        public bool Succeeded => Errors.IsEmpty;
    }

    /// <summary>The text of a cell under the name that errors call it by.</summary>
    public static SyntaxTree Parse(string text, string name, CancellationToken cancellation = default) =>
        CellSyntax.Read(CSharpSyntaxTree.ParseText(text, Syntax, name, System.Text.Encoding.UTF8, cancellation));

    /// <summary>Whether what every cell uses under this name is a type, not a namespace.</summary>
    public static bool IsType(string used) => types.Contains(used);

    /// <summary>What every cell uses without saying so, as written behind <c>using</c>.</summary>
    public static IEnumerable<string> Usings => usings.Select(used => IsType(used) ? $"static {used}" : used);

    /// <summary>Whether there is nothing to compile: blanks and comments.</summary>
    public static bool IsEmpty(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot() is { Members.Count: 0, Usings.Count: 0, Externs.Count: 0, AttributeLists.Count: 0, ContainsDiagnostics: false };

    /// <summary>Compiles the woven text, or the text as written where weaving does not compile; errors and warnings are always about the text as written.</summary>
    public Result Compile(SyntaxTree tree, CSharpCompilation? previous, IReadOnlyList<MetadataReference> added, CancellationToken cancellation) =>
        Complete(tree, previous, added, needed => Woven(tree, text => Create(text, previous, needed), cancellation)).Result;

    /// <summary>Compiles a library that stands beside the cells; what it needed of references is theirs too from now on.</summary>
    public (Result Result, IReadOnlyList<MetadataReference> Needed) CompileLibrary(FileLibrary library, CSharpCompilation? previous, IReadOnlyList<MetadataReference> added, CancellationToken cancellation) =>
        Complete(library.Tree, previous, added, needed => Woven(library.Tree, text => Bound(library.Create(text, needed, options)), cancellation));

    // Once more with whatever may define the names that were missing, until there is no more of that.
    private (Result Result, IReadOnlyList<MetadataReference> Needed) Complete(SyntaxTree tree, CSharpCompilation? previous, IReadOnlyList<MetadataReference> added, Func<List<MetadataReference>, Result> compile)
    {
        var needed = new List<MetadataReference>(added);
        var succeeded = false;
        try
        {
            if (previous is null) needed.InsertRange(0, references.First());
            while (true)
            {
                var result = compile(needed);
                succeeded = result.Succeeded;
                var more = succeeded ? [] : references.For(MissingNames(result.Errors, tree));
                if (more.Count == 0) return (succeeded ? result : result with { Advice = UsingAdvice.On(result.Errors, references) }, needed);
                needed.AddRange(more);
            }
        }
        finally
        {
            if (!succeeded) references.GiveBack(needed.Except(added));          // it failed, or was stopped on the way: the next cell needs them again
        }
    }

    private static Result Woven(SyntaxTree tree, Func<SyntaxTree, CSharpCompilation> create, CancellationToken cancellation)
    {
        var written = new Lazy<CSharpCompilation>(() => create(tree));
        var woven = Weaver.Weave(tree, () => written.Value.GetSemanticModel(tree));
        var parsed = CSharpSyntaxTree.ParseText(Located(woven, tree.FilePath), (CSharpParseOptions)tree.Options, "", System.Text.Encoding.UTF8, cancellation);
        var result = Emit(create(tree.Options.Kind == SourceCodeKind.Script ? CellSyntax.Read(parsed) : parsed), cancellation);
        if (!result.Succeeded) return Emit(written.Value, cancellation) with { Unwoven = result.Errors[0] };
        return result.Warnings.IsEmpty ? result : result with { Warnings = Of(written.Value.GetDiagnostics(cancellation), DiagnosticSeverity.Warning) };
    }

    // The text says itself where it comes from. Of a tree with a name the compiler would have the thread pool work out a checksum, and wait for
    // it behind everything that a cell has left waiting there.
    private static string Located(string text, string name) => $"#line 1 \"{name.Replace('"', '\'')}\"\n{text}";

    /// <summary>A compilation that is only asked questions: of a cell being typed.</summary>
    public static CSharpCompilation ForQuestions(string text, CSharpCompilation? previous, IEnumerable<MetadataReference> needed) =>
        Bound(CSharpCompilation.CreateScriptCompilation("question", CellSyntax.Read(CSharpSyntaxTree.ParseText(text, Syntax)), needed, options, previous));

    /// <summary>Whether a cell that gave <paramref name="value"/> has one to show: it returned it, or ends in an expression without a semicolon that yields something.</summary>
    /// <remarks>The compiler is asked only where the value itself does not tell: a null may be a value or the want of one.</remarks>
    public static bool HasValue(CSharpCompilation compilation, object? value) => value is not null
        || (compilation.SyntaxTrees[0].GetCompilationUnitRoot().Members.LastOrDefault() as GlobalStatementSyntax)?.Statement switch
        {
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last => compilation.GetSemanticModel(last.SyntaxTree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void },
            ReturnStatementSyntax { Expression: not null } => true,
            _ => false,
        };

    // Each cell's class has a name of its own too: F# cells see the types of several.
    private static CSharpCompilation Create(SyntaxTree tree, CSharpCompilation? previous, IEnumerable<MetadataReference> needed)
    {
        var number = Interlocked.Increment(ref count);
        return Bound(CSharpCompilation.CreateScriptCompilation($"cell-{number}", tree, needed, options.WithScriptClassName($"Cell{number}"), previous));
    }

    // References are bound by one thread at a time. Two at once would each make the types of an assembly that both use anew, and the next cell
    // might meet both: a call of `display` would then be ambiguous.
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        lock (binding) _ = compilation.Assembly;
        return compilation;
    }

    private static Result Emit(CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: cancellation);
        return emitted.Success
            ? new(compilation, image.ToArray(), symbols.ToArray(), []) { Warnings = Of(emitted.Diagnostics, DiagnosticSeverity.Warning) }
            : new(compilation, null, null, Of(emitted.Diagnostics, DiagnosticSeverity.Error));
    }

    private static ImmutableArray<Diagnostic> Of(ImmutableArray<Diagnostic> diagnostics, DiagnosticSeverity severity) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == severity && !diagnostic.IsSuppressed)];

    private static string[] Parts(SyntaxNode node) => node switch
    {
        SimpleNameSyntax simple => [simple.Identifier.ValueText],
        QualifiedNameSyntax qualified => [qualified.Left.ToString(), qualified.Right.Identifier.ValueText],
        MemberAccessExpressionSyntax access => [access.Expression.ToString(), access.Name.Identifier.ValueText],
        _ => [],
    };

    // The names at the errors, what they quote, and every prefix of a dotted name: `System.Text.Json` may need an assembly for each.
    private static HashSet<string> MissingNames(ImmutableArray<Diagnostic> errors, SyntaxTree tree)
    {
        var names = new HashSet<string>();
        var root = tree.GetCompilationUnitRoot();
        foreach (var error in errors.Where(error => missingName.Contains(error.Id)))
        {
            if (error.Id == "CS0012") names.UnionWith(error.GetMessage().Split('\'', ',').Select(part => part.Trim()));
            if (error.Id == "CS0656") names.Add("Microsoft.CSharp");            // `dynamic` needs its binder
            if (missingExtension.Contains(error.Id)) names.UnionWith([.. usings, .. root.Usings.Select(directive => directive.NamespaceOrType.ToString())]);
            foreach (var node in root.FindNode(error.Location.SourceSpan).AncestorsAndSelf().TakeWhile(node => node is NameSyntax or MemberAccessExpressionSyntax))
                names.UnionWith([node.ToString(), .. Parts(node)]);
        }
        return names;
    }
}
