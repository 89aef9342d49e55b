using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Signature and documentation of what stands at the cursor, or of the call the cursor is in.</summary>
internal static class Inspector
{
    private const int MostOverloads = 12;
    private static readonly SymbolDisplayFormat signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue);

    public static MimeBundle? Inspect(CursorContext question, bool detailed)
    {
        var symbols = AtCursor(question);
        if (symbols.IsEmpty) symbols = AroundCursor(question);
        if (symbols.IsEmpty) return null;
        var signatures = symbols.Take(MostOverloads).Select(symbol => symbol.ToDisplayString(signature)).ToList();
        if (symbols.Length > MostOverloads) signatures.Add($"// and {symbols.Length - MostOverloads} more overloads");
        var docs = Documentation.Of(symbols.FirstOrDefault(symbol => Documentation.Has(symbol)) ?? Meaning(symbols[0]), detailed);
        var text = string.Join('\n', signatures);
        return MimeBundle.Plain($"{text}\n\n{docs.Replace("`", "")}".TrimEnd()).With("text/markdown", $"```csharp\n{text}\n```\n\n{docs}".TrimEnd());
    }

    // A word under the cursor, or one that ends there.
    private static ImmutableArray<ISymbol> AtCursor(CursorContext question)
    {
        var root = question.Tree.GetRoot();
        foreach (var position in new[] { question.Position, question.Position - 1 })
        {
            if (position < 0 || position >= question.Text.Length) continue;
            var token = root.FindToken(position);
            if (!token.Span.Contains(position) || token.Parent is not { } node) continue;
            if (!token.IsKind(SyntaxKind.IdentifierToken) && node is not PredefinedTypeSyntax) continue;
            if (question.Model.GetDeclaredSymbol(node) is { } declared) return [declared];
            var found = Resolve(question.Model, node);
            if (!found.IsEmpty) return found;
        }
        return [];
    }

    private static ImmutableArray<ISymbol> AroundCursor(CursorContext question)
    {
        var node = question.Tree.GetRoot().FindToken(Math.Max(0, question.Position - 1)).Parent;
        var arguments = node?.AncestorsAndSelf().OfType<ArgumentListSyntax>().FirstOrDefault(list => list.OpenParenToken.Span.End <= question.Position);
        return arguments?.Parent switch
        {
            InvocationExpressionSyntax call => Resolve(question.Model, call.Expression),
            ObjectCreationExpressionSyntax creation => Resolve(question.Model, creation),
            _ => [],
        };
    }

    private static ImmutableArray<ISymbol> Resolve(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        var group = model.GetMemberGroup(node);
        if (info.Symbol is { } symbol) return [symbol, .. group.Where(other => !SymbolEqualityComparer.Default.Equals(other, symbol))];
        return group.IsEmpty ? info.CandidateSymbols : group;
    }

    /// <summary>A variable without documentation of its own is explained by its type.</summary>
    private static ISymbol Meaning(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { ContainingType.IsScriptClass: true } field => field.Type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        _ => symbol,
    };
}
