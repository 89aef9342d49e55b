using Microsoft.CodeAnalysis;

namespace Workbook.Kernel;

/// <summary>One cell that ran, and which of its names can still be reached.</summary>
internal sealed class Submission
{
    private readonly Dictionary<string, ISymbol> visible;

    public Submission(int slot, INamedTypeSymbol script)
    {
        Slot = slot;
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
    public void HideBehind(Submission later)
    {
        foreach (var key in later.visible.Keys) visible.Remove(key);
        foreach (var (key, member) in visible.ToArray())
            if (later.visible.ContainsKey(member.Name)) visible.Remove(key);        // anything but an overload hides a method
    }

    // Functions of one name and other parameters live side by side.
    private static string Key(ISymbol member) => member is IMethodSymbol method
        ? $"{method.Name}`{method.Arity}({string.Join(',', method.Parameters.Select(parameter => parameter.Type.ToDisplayString()))})"
        : member.Name;
}
