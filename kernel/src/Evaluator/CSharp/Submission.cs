using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>One cell that ran, and which of its names can still be reached.</summary>
internal sealed class Submission
{
    private readonly Dictionary<string, ISymbol> visible;
    private readonly HashSet<string> deferred;          // what its own functions speak of
    private readonly HashSet<string> held;              // what functions of this and later cells speak of: they may still be called

    public Submission(int slot, SyntaxTree tree, INamedTypeSymbol script)
    {
        Slot = slot;
        deferred = [.. Deferred(tree.GetRoot())];
        held = [.. deferred];
        visible = script.GetMembers()
            .Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared)
            .GroupBy(Key)
            .ToDictionary(group => group.Key, group => group.First());
    }

    public int Slot { get; }

    /// <summary>Nothing that is typed from now on can reach it.</summary>
    public bool IsHidden => visible.Count == 0;

    public IEnumerable<IFieldSymbol> Variables => visible.Values.OfType<IFieldSymbol>();

    /// <summary>A later cell ran: its declarations hide those of the same name.</summary>
    /// <returns>The variables hidden by it that no code can reach any more: none in a function that could still be called.</returns>
    public IReadOnlyList<string> HideBehind(Submission later)
    {
        var before = Variables.Select(field => field.Name).ToList();
        foreach (var key in later.visible.Keys) visible.Remove(key);
        foreach (var (key, member) in visible.ToArray())
            if (later.visible.ContainsKey(member.Name)) visible.Remove(key);        // anything but an overload hides a method
        var dead = before.Where(name => !visible.ContainsKey(name) && !held.Contains(name)).ToList();
        held.UnionWith(later.deferred);
        return dead;
    }

    // Names in code that may run after its cell has ended.
    private static IEnumerable<string> Deferred(SyntaxNode root) => root
        .DescendantNodes()
        .Where(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
            or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseTypeDeclarationSyntax)
        .SelectMany(node => node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        .Select(token => token.ValueText);

    // Functions of one name and other parameters live side by side.
    private static string Key(ISymbol member) => member is IMethodSymbol method
        ? $"{method.Name}`{method.Arity}({string.Join(',', method.Parameters.Select(parameter => parameter.Type.ToDisplayString()))})"
        : member.Name;
}

/// <summary>A variable of the session as it is now.</summary>
internal sealed record Variable(string Name, string Type, object? Value)
{
    /// <summary>The type it was declared with.</summary>
    public Type Declared { get; init; } = typeof(object);
}
