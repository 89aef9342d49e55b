using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>The code of a cell, taken apart at its top level: what answers, what judges, what it declares.</summary>
internal sealed class CellCode
{
    private static readonly CSharpParseOptions script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);
    private readonly CompilationUnitSyntax root;

    public CellCode(string text)
    {
        Text = text;
        root = CSharpSyntaxTree.ParseText(text, script).GetCompilationUnitRoot();
    }

    public string Text { get; }

    public IReadOnlyList<MemberDeclarationSyntax> Members => root.Members;

    /// <summary>Statements that judge.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> Checks => [.. Members.Where(member => member is GlobalStatementSyntax && member.ToString().StartsWith(Solutions.Check, StringComparison.Ordinal))];

    /// <summary>What throws until somebody answers.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> Scaffold => [.. Members.Where(member => member.ToString().Contains(nameof(NotImplementedException), StringComparison.Ordinal))];

    /// <summary>The exercises that its statements judge.</summary>
    public IEnumerable<string> Judged => Checks.Select(check => NameIn(check)?.Token.ValueText).OfType<string>();

    /// <summary>Every name that is declared anywhere in it: types, functions, variables, parameters, aliases.</summary>
    public IReadOnlySet<string> Declared => DeclaredIn(root.DescendantNodes());

    /// <summary>The names that later cells see.</summary>
    public IReadOnlySet<string> DeclaredForOthers => DeclaredIn(root.Usings.Concat<SyntaxNode>(Members).SelectMany(Outermost));

    /// <summary>Every name in it that is not declared there.</summary>
    public IReadOnlySet<string> Names => root.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).ToHashSet();

    /// <summary>The names that mean something by themselves: neither what follows a dot nor the name of an argument.</summary>
    public IReadOnlySet<string> Used => root.DescendantNodes().OfType<SimpleNameSyntax>()
        .Where(name => name.Parent is not (NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax) && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name))
        .Select(name => name.Identifier.ValueText).ToHashSet();

    /// <summary>The code without some of its members.</summary>
    public string Without(IEnumerable<MemberDeclarationSyntax> members)
    {
        var text = Text;
        foreach (var member in members.OrderByDescending(member => member.SpanStart)) text = text[..member.SpanStart] + text[member.Span.End..];
        return text;
    }

    /// <summary>The same member, but for blanks and comments.</summary>
    public bool Has(MemberDeclarationSyntax member) => Members.Any(own => SyntaxFactory.AreEquivalent(own, member));

    /// <summary>The code with another name for the exercise in its checks.</summary>
    public static string Renamed(string text, string exercise, string name)
    {
        var literals = new CellCode(text).Checks.Select(NameIn).OfType<LiteralExpressionSyntax>().Where(literal => literal.Token.ValueText == exercise);
        foreach (var literal in literals.OrderByDescending(literal => literal.SpanStart))
            text = text[..literal.SpanStart] + SymbolDisplay.FormatLiteral(name, quote: true) + text[literal.Span.End..];
        return text;
    }

    private static LiteralExpressionSyntax? NameIn(MemberDeclarationSyntax check) =>
        check.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => call.Expression.ToString().StartsWith(Solutions.Check, StringComparison.Ordinal))
            ?.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;

    // Names in the bodies of functions are nobody else's; those of types that lie in types are found through `using static`.
    private static IEnumerable<SyntaxNode> Outermost(SyntaxNode member) =>
        member.DescendantNodesAndSelf(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or ParameterListSyntax or AnonymousFunctionExpressionSyntax));

    private static HashSet<string> DeclaredIn(IEnumerable<SyntaxNode> nodes) => [.. nodes.Select(node => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        UsingDirectiveSyntax { Alias: { } alias } => alias.Name.Identifier.ValueText,
        _ => "",
    }).Where(name => name != "")];
}
