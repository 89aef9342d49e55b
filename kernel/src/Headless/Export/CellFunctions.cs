using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless.Export;

/// <summary>The cells' methods that a program must keep in a class: extensions, and what types and extensions call.</summary>
/// <remarks>Every other method becomes a function of the program, which sees the program's variables; a class sees none.</remarks>
internal sealed class CellFunctions
{
    /// <summary>The class they are kept in.</summary>
    public const string Class = "CellFunctions";

    private readonly HashSet<ISymbol> kept = new(SymbolEqualityComparer.Default);

    public CellFunctions(IReadOnlyList<SemanticModel> cells, ProgramNames names)
    {
        for (var before = -1; before < kept.Count;)
        {
            before = kept.Count;
            foreach (var cell in cells) kept.UnionWith(CalledFromClasses(cell, names));
        }
    }

    /// <summary>Whether there are any.</summary>
    public bool Any => kept.Count > 0;

    /// <summary>Whether this method is one of them.</summary>
    public bool Has(ISymbol method) => kept.Contains(method);

    private IEnumerable<ISymbol> CalledFromClasses(SemanticModel cell, ProgramNames names)
    {
        foreach (var member in cell.SyntaxTree.GetCompilationUnitRoot().Members)
        {
            if (cell.GetDeclaredSymbol(member) is not { } symbol) continue;
            if (symbol is IMethodSymbol { IsExtensionMethod: true }) yield return symbol;
            else if (member is not BaseTypeDeclarationSyntax && !kept.Contains(symbol)) continue;
            foreach (var name in member.DescendantNodes().OfType<SimpleNameSyntax>())
                if (names.Meaning(cell, name.Identifier) is IMethodSymbol { IsStatic: true } called && ProgramNames.IsDeclaredByCell(called)) yield return called;
        }
    }
}
