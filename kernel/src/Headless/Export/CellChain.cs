using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless.Export;

/// <summary>The C# of a notebook, cell upon cell as a session would compile it, so that every name is known by what it means there.</summary>
internal sealed class CellChain
{
    private readonly References references = new(CSharpLanguage.Libraries);
    private readonly Compiler compiler;
    private readonly Packages packages = new();
    private readonly List<MetadataReference> added = [];
    private CSharpCompilation? last;

    public CellChain() => compiler = new(references);

    /// <summary>A library could not be had here: that a cell does not compile says nothing about it.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Everything that the cells were compiled against.</summary>
    public IEnumerable<MetadataReference> References
    {
        get
        {
            for (var cell = last; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation)
                foreach (var reference in cell.ExternalReferences) yield return reference;
        }
    }

    /// <summary>The files of what every cell is given of the kernel and of the interactive package.</summary>
    public IEnumerable<string> OwnFiles => references.OwnFiles;

    /// <summary>The namespaces that cells need not name.</summary>
    public static IEnumerable<string> Usings => Compiler.ForQuestions("", null, []).Options.Usings;

    /// <summary>The meaning of a cell's C#; or the errors that it has, and then it is not part of the chain.</summary>
    public (SemanticModel? Model, IReadOnlyList<Diagnostic> Errors) Add(string text, string name)
    {
        var tree = Compiler.Parse(UsingDeclarations.Rewrite(text), name);
        var result = compiler.Compile(tree, last, added, CancellationToken.None);
        if (!result.Succeeded && !IsPartial) return (null, result.Errors);
        added.Clear();
        if (!result.Succeeded) return (result.Compilation.GetSemanticModel(result.Compilation.SyntaxTrees.Single()), []);     // nothing can be built on it, but it can be read
        last = result.Compilation.ReplaceSyntaxTree(result.Compilation.SyntaxTrees.Single(), tree);       // as written, not as woven
        return (last.GetSemanticModel(tree), []);
    }

    /// <summary>A library for all later cells; false where it cannot be had here.</summary>
    public bool Reference(string file) => Try(() => added.AddRange(references.Add(file)));

    /// <summary>A package for all later cells; false where it cannot be had here.</summary>
    public bool Reference(string package, string version) => Try(() =>
    {
        foreach (var file in packages.Add([(package, version)], CancellationToken.None).Assemblies) added.AddRange(references.AddAlone(file));
    });

    /// <summary>One more place to look for packages.</summary>
    public void AddSource(string source) => packages.AddSource(source);

    /// <summary>The expression that a cell ends in without a semicolon: what a notebook shows; null where there is none, or nothing to show.</summary>
    public static ExpressionSyntax? ValueOf(SemanticModel model) =>
        model.SyntaxTree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
        && model.GetTypeInfo(last.Expression).Type is not ({ SpecialType: SpecialType.System_Void } or { Name: "DisplayedValue" })
            ? last.Expression
            : null;

    private bool Try(Action add)
    {
        try
        {
            add();
            return true;
        }
        catch (Exception problem) when (problem is FileNotFoundException or BadImageFormatException or InvalidOperationException)
        {
            IsPartial = true;
            return false;
        }
    }
}
