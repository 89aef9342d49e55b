using System.Text;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>A type as source code names it, in full: <c>global::System.Collections.Generic.List&lt;global::System.Int32&gt;</c>.</summary>
internal static class SourceTypeName
{
    private const string InFSharpRoot = "global.";          // which F# does not take before a type outside all namespaces

    /// <summary>As C# names it; null for what C# cannot name.</summary>
    public static string? InCSharp(Type type) => IsNameable(type) ? CSharp(type) : null;

    /// <summary>As F# names it; null for what F# cannot name.</summary>
    public static string? InFSharp(Type type) => IsNameable(type) ? FSharp(type) : null;

    /// <summary>The assemblies of a type, of its type arguments, of its elements.</summary>
    public static IEnumerable<System.Reflection.Assembly> Assemblies(Type type) =>
        Parts(type).Where(part => !part.HasElementType).Select(part => part.Assembly).Distinct();

    // Anonymous types, closures and iterators have a name that no language can write.
    private static bool IsNameable(Type type) => Parts(type).All(part =>
        part is { IsVisible: true, IsPointer: false, IsByRef: false, IsByRefLike: false, IsGenericParameter: false, IsFunctionPointer: false } && !part.Name.Contains('<'));

    private static IEnumerable<Type> Parts(Type type)
    {
        yield return type;
        IEnumerable<Type> inner = type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments();
        foreach (var part in inner.SelectMany(Parts)) yield return part;
    }

    // C# reads int[][,] from the left, F# and reflection from the right.
    private static string CSharp(Type type)
    {
        var ranks = new StringBuilder();
        for (; type.IsArray; type = type.GetElementType()!) ranks.Append(Brackets(type));
        return Named(type, "global::", CSharp, name => "@" + name) + ranks;
    }

    private static string FSharp(Type type) => type.IsArray
        ? FSharp(type.GetElementType()!) + Brackets(type)
        : Named(type, InFSharpRoot, FSharp, name => $"``{name}``");

    private static string Brackets(Type array) => $"[{new string(',', array.GetArrayRank() - 1)}]";

    // Reflection keeps the arguments of the outer types with those of the inner one: each name takes as many as it counts itself.
    private static string Named(Type type, string root, Func<Type, string> argument, Func<string, string> quote)
    {
        var chain = new List<Type>();
        for (var current = type; current is not null; current = current.DeclaringType) chain.Insert(0, current);
        if (root == InFSharpRoot && FSharpAssemblies.Is(type.Assembly.GetName())) chain.RemoveAt(0);          // the class of its cell, which F# opens and does not name
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var names = chain.Select(part =>
        {
            var (name, count) = Split(part.Name);
            var own = Enumerable.Range(0, count).Select(_ => argument(arguments.Dequeue())).ToList();
            return quote(name) + (own.Count == 0 ? "" : $"<{string.Join(", ", own)}>");
        });
        var space = type.Namespace is { Length: > 0 } dotted ? dotted.Split('.').Select(quote) : [];
        return (root == InFSharpRoot && type.Namespace is null ? "" : root) + string.Join('.', space.Concat(names));
    }

    private static (string Name, int Count) Split(string name) => name.Split('`') is [var plain, var count] ? (plain, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)) : (name, 0);
}
