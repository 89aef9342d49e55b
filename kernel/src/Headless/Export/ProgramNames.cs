using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless.Export;

/// <summary>One name for everything that cells declare: where a cell declares a name anew, the newer thing is called <c>name_2</c> from there on.</summary>
/// <remarks>
/// A program has one scope where a notebook has one for each cell. So a second <c>x</c>, an overload, a loop's <c>i</c> where a cell has an <c>i</c>,
/// or an <c>x</c> that would hide a library's <c>x</c> in other cells, gets a name of its own; functions keep seeing the variable that they saw.
/// </remarks>
internal sealed class ProgramNames
{
    private readonly Dictionary<ISymbol, string> names = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, string> inBlocks = [];
    private readonly Dictionary<SemanticModel, Dictionary<string, ISymbol>> inSight = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "args", "display" };

    public ProgramNames(IReadOnlyList<SemanticModel> cells)
    {
        var newest = new Dictionary<string, ISymbol>();
        foreach (var cell in cells)
        {
            foreach (var symbol in Declared(cell)) newest[symbol.Name] = symbol;
            inSight[cell] = new(newest);
        }
        foreach (var cell in cells) taken.UnionWith(LibraryNames(cell));
        foreach (var symbol in cells.SelectMany(Declared)) names.TryAdd(symbol, Free(symbol.Name));
        var top = names.Values.ToHashSet();
        foreach (var name in cells.SelectMany(InBlocks).Where(top.Contains).Distinct().ToList()) inBlocks[name] = Free(name);
    }

    /// <summary>What a symbol is called in the program, where that is not what its cell calls it.</summary>
    public string? Renamed(ISymbol symbol)
    {
        var name = symbol is ILocalSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            ? IsInBlock(symbol) ? inBlocks.GetValueOrDefault(symbol.Name) : null
            : names.GetValueOrDefault(symbol);
        return name == symbol.Name ? null : name;
    }

    /// <summary>A name that nothing in the program has.</summary>
    public string Free(string name)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++) free = $"{name}_{number}";
        return free;
    }

    /// <summary>What a word stands for: of an extension the method itself, of a constructor its type; what the compiler cannot tell, for want of a library, the newest of its name.</summary>
    public ISymbol? Meaning(SemanticModel cell, SyntaxToken word)
    {
        var symbol = word.Parent is SimpleNameSyntax name ? cell.GetSymbolInfo(name).Symbol ?? (IsMemberOfSomething(name) ? null : inSight[cell].GetValueOrDefault(word.ValueText)) : word.Parent is { } parent ? cell.GetDeclaredSymbol(parent) : null;
        return symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor } method => method.ContainingType.OriginalDefinition,
            IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition,
            _ => symbol?.OriginalDefinition,
        };
    }

    /// <summary>Whether a cell declares it, outside of every block, function and type.</summary>
    public static bool IsDeclaredByCell(ISymbol? symbol) => symbol?.ContainingType is { IsScriptClass: true } && symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol);

    private static IEnumerable<ISymbol> Declared(SemanticModel cell) =>
        from node in cell.SyntaxTree.GetRoot().DescendantNodes()
        where node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
        let symbol = cell.GetDeclaredSymbol(node)
        where IsDeclaredByCell(symbol) && symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction }
        select symbol;

    // Words that stand alone and mean something that no cell declares. What a type's body says is out of the program's scope.
    private IEnumerable<string> LibraryNames(SemanticModel cell) =>
        from name in cell.SyntaxTree.GetRoot().DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<SimpleNameSyntax>()
        where !IsMemberOfSomething(name) && !name.IsVar
        let symbol = cell.GetSymbolInfo(name).Symbol
        where symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or ITypeParameterSymbol) && !IsDeclaredByCell(Meaning(cell, name.Identifier))
        select name.Identifier.ValueText;

    private static bool IsMemberOfSomething(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left == name,
        _ => name.Ancestors().Any(node => node is UsingDirectiveSyntax),
    };

    private static IEnumerable<string> InBlocks(SemanticModel cell) =>
        from node in cell.SyntaxTree.GetRoot().DescendantNodes()
        let symbol = node is SimpleNameSyntax ? null : cell.GetDeclaredSymbol(node)
        where symbol is not null && IsInBlock(symbol)
        select symbol.Name;

    // A nested function may hide an outer name; a block of the program, or a query, may not.
    private static bool IsInBlock(ISymbol symbol) => symbol is IRangeVariableSymbol
        || symbol is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
        && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Ancestors().Any(IsFunction) is false;

    private static bool IsFunction(SyntaxNode node) =>
        node is MethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax;
}
