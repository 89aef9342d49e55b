using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What could be typed at the cursor: members after a dot, else every name in scope and the keywords.</summary>
internal static class Completer
{
    private const int Most = 300;
    private static readonly string[] keywords = [.. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText)
        .Concat(["var", "await", "async", "record", "with", "when", "yield", "nameof", "not", "and", "or", "required", "init", "dynamic", "from", "where", "select", "orderby"])
        .Where(word => word.All(char.IsLetter)).Distinct().Order(StringComparer.Ordinal)];

    public static Completions Complete(CursorContext question)
    {
        var start = question.WordStart;
        var prefix = question.Text[start..question.Position];
        if (IsInText(question)) return new(question.Position, question.Position, []);
        var names = Container(question, start) is { } left ? Members(question, left) : Everything(question, start);
        var expected = ExpectedNames.At(question, start).Where(item => item.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        return new(start, question.Position, [.. expected, .. Rank(names, prefix).Where(item => expected.All(first => first.Text != item.Text))]);
    }

    // The best spelling first: the same capitals, then what the session itself declared, then the alphabet. Only what is offered is described,
    // for a signature takes longer than all the rest.
    private static IEnumerable<Completion> Rank(IEnumerable<Name> names, string prefix) => names
        .Where(name => name.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .GroupBy(name => name.Text)
        .Select(same => same.Where(name => name.Symbol is null || !IsHidden(name.Symbol)).ToList())
        .Where(same => same.Count > 0)
        .OrderByDescending(same => same[0].Text.StartsWith(prefix, StringComparison.Ordinal))
        .ThenByDescending(same => same.Exists(name => name.Symbol is { } symbol && IsOurs(symbol)))
        .ThenBy(same => same[0].Text, StringComparer.OrdinalIgnoreCase)
        .Take(Most)
        .Select(Describe);

    private static bool IsInText(CursorContext question)
    {
        var root = question.Tree.GetRoot();
        if (question.Position == 0) return false;
        var token = root.FindToken(question.Position - 1);
        var isText = token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.NumericLiteralToken;
        if (isText && token.Span.Contains(question.Position - 1)) return true;
        var trivia = root.FindTrivia(question.Position - 1);
        return trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;
    }

    /// <summary>What stands to the left of the dot before the word; null without a dot.</summary>
    private static ExpressionSyntax? Container(CursorContext question, int start)
    {
        var before = start - 1;
        while (before >= 0 && char.IsWhiteSpace(question.Text[before])) before--;
        if (before < 0 || question.Text[before] != '.') return null;
        var dot = question.Tree.GetRoot().FindToken(before);
        return dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
    }

    private static IEnumerable<Name> Members(CursorContext question, ExpressionSyntax left)
    {
        var symbol = question.Model.GetSymbolInfo(left).Symbol;
        if (symbol is IAliasSymbol alias) symbol = alias.Target;
        if (symbol is INamespaceOrTypeSymbol container)
            return Offer(question.Model.LookupSymbols(question.Position, container).Where(member => member is INamespaceOrTypeSymbol || member.IsStatic || IsInNameof(left)));
        var type = question.Model.GetTypeInfo(left).Type ?? question.Model.GetSpeculativeTypeInfo(left.SpanStart, left, SpeculativeBindingOption.BindAsExpression).Type;
        if (type is null or IErrorTypeSymbol) return [];
        return Offer(question.Model.LookupSymbols(question.Position, type, includeReducedExtensionMethods: true)
            .Where(member => !member.IsStatic && member is not ITypeSymbol));
    }

    private static bool IsInNameof(SyntaxNode node) => node.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" });

    private static IEnumerable<Name> Everything(CursorContext question, int start)
    {
        var isUsing = question.Tree.GetRoot().FindToken(Math.Max(0, start - 1)).Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;
        var names = isUsing
            ? question.Model.LookupNamespacesAndTypes(question.Position).Where(symbol => symbol is INamespaceSymbol)
            : question.Model.LookupSymbols(question.Position);
        return Offer(names).Concat(isUsing ? [] : keywords.Select(word => new Name(word, null)));
    }

    private static IEnumerable<Name> Offer(IEnumerable<ISymbol> symbols) => symbols
        .Where(symbol => symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared)
        .Select(symbol => new Name(symbol.Name, symbol));

    private static Completion Describe(List<Name> same) => same[0].Symbol is { } symbol
        ? new(symbol.Name, Kind(symbol), Signature(symbol, same.Count))
        : new(same[0].Text, "keyword", "");

    private static bool IsOurs(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol || symbol.ContainingType is { IsScriptClass: true };

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static string Signature(ISymbol symbol, int count) =>
        symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + (count > 1 ? $" (+ {count - 1} overloads)" : "");

    private static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IParameterSymbol => "instance",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        INamespaceSymbol => "module",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        _ => "class",
    };

    // A name in scope and what it stands for; null for a keyword.
    private readonly record struct Name(string Text, ISymbol? Symbol);
}
