using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless.Export;

/// <summary>The cells that a program cannot have, because they need a page: they name a widget, or something that such a cell declares.</summary>
internal sealed class PageCells
{
    private const string Widgets = "Workbook.Widgets";

    private readonly HashSet<SyntaxTree> trees = [];

    /// <summary>Whether this cell is one of them; cells are asked in their order.</summary>
    public bool Has(SemanticModel cell)
    {
        var names = cell.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>();
        return names.Select(name => cell.GetSymbolInfo(name)).Any(Needs) && trees.Add(cell.SyntaxTree);
    }

    private bool Needs(SymbolInfo meaning) =>
        (meaning.Symbol ?? meaning.CandidateSymbols.FirstOrDefault()) is { } symbol && (IsWidget(symbol) || symbol.DeclaringSyntaxReferences.Any(place => trees.Contains(place.SyntaxTree)));

    private static bool IsWidget(ISymbol symbol) => (symbol as INamespaceSymbol ?? symbol.ContainingNamespace)?.ToDisplayString() == Widgets;
}
