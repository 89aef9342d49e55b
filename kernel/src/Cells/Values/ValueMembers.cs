using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workbook.Kernel.Cells.Values;

/// <summary>What a value is made of, as far as showing it goes.</summary>
internal static class ValueMembers
{
    /// <summary>A value that is one piece of text: a string, a number, a date, or whatever has a <c>ToString</c> of its own.</summary>
    public static bool IsScalar(object value) => value is string or Exception or Type or Delegate or Enum or IFormattable or DBNull
        || value.GetType().IsPrimitive
        || value is not (IEnumerable or ITuple or System.Text.Json.JsonElement) && !IsDataTable(value.GetType()) && HasOwnText(value.GetType());

    /// <summary>A <c>DataTable</c>, told by its name: asking for the type would load its assembly for every value shown.</summary>
    public static bool IsDataTable(Type? type) => type is not null && (type.FullName == "System.Data.DataTable" || IsDataTable(type.BaseType));

    /// <summary>The first items of a sequence, and whether there are more.</summary>
    public static (List<object?> Items, bool More) FirstOf(IEnumerable sequence, int limit)
    {
        var items = new List<object?>();
        foreach (var item in sequence)
        {
            if (items.Count == limit) return (items, true);
            items.Add(item);
        }
        return (items, false);
    }

    /// <summary>Whether it maps keys to values without being an <see cref="IDictionary"/>: read-only and immutable ones, F#'s.</summary>
    public static bool IsDictionary(Type type) => PairOf(type) is not null;

    // Of a dictionary's contract, its key and its value.
    private static Type[]? PairOf(Type type) => type.GetInterfaces().FirstOrDefault(contract => contract.IsGenericType
        && (contract.GetGenericTypeDefinition() == typeof(IDictionary<,>) || contract.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)))?.GetGenericArguments();

    /// <summary>Keys with their values; enumerated as a mere sequence a dictionary yields pairs of many types.</summary>
    public static IEnumerable<(object? Key, object? Value)> EntriesOf(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return (entry.Key, entry.Value);
    }

    /// <summary>The same of what <see cref="IsDictionary"/> says is one.</summary>
    public static IEnumerable<(object? Key, object? Value)> EntriesOf(IEnumerable dictionary) => (IEnumerable<(object?, object?)>)typeof(ValueMembers)
        .GetMethod(nameof(PairsOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(PairOf(dictionary.GetType())!).Invoke(null, [dictionary])!;

    private static IEnumerable<(object?, object?)> PairsOf<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs) => pairs.Select(pair => ((object?)pair.Key, (object?)pair.Value));

    /// <summary>How many items there are, where that is known without walking through them.</summary>
    public static int? CountOf(IEnumerable sequence) => sequence is ICollection collection
        ? collection.Count
        : sequence.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ? (int?)sequence.GetType().GetProperty("Count")?.GetValue(sequence)
            : null;

    /// <summary>Public properties and fields by name, those of a base first; a property that throws shows the exception's name, and one that would wait is not asked.</summary>
    public static IEnumerable<(string Name, object? Value)> MembersOf(object value)
    {
        var type = TypeName.Known(value.GetType());
        var waits = value is Task { IsCompletedSuccessfully: false } || type.Namespace == "System.Threading.Tasks" && type.IsValueType;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => Depth(property.DeclaringType!)))
            if (property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer
                && !(waits && property.Name == "Result"))
                yield return (property.Name, Read(property, value));
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(field => !field.Name.Contains('<'))) yield return (field.Name, field.GetValue(value));
    }

    // What it has from its base comes first, as in a record's own text.
    private static int Depth(Type type) => type.BaseType is { } above ? 1 + Depth(above) : 0;

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception) when (!Guard.Stopping)
        {
            return $"({exception.InnerException?.GetType().Name})";
        }
    }

    // Records and anonymous types have a ToString that the compiler wrote: their members say more. A union of F# has one that says which case it is.
    private static bool HasOwnText(Type type)
    {
        var method = type.GetMethod("ToString", Type.EmptyTypes)!;
        return method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
            && (!method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.GetProperty("Tag")?.PropertyType == typeof(int))
            && !type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
    }
}

/// <summary>A type's name as it is written in C#, without namespaces.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        if (type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)) return "";
        if (type.IsGenericParameter) return type.Name;
        if (Known(type) is var known && known != type) return Of(known);
        if (type.IsArray) return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (!type.IsGenericType) return type.Name;
        var tick = type.Name.IndexOf('`');
        return $"{(tick < 0 ? type.Name : type.Name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>With the namespace of every part.</summary>
    public static string InFull(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return InFull(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (!type.IsGenericType || type.IsNested) return type.ToString();
        var name = type.GetGenericTypeDefinition().FullName!;
        var tick = name.IndexOf('`');
        return $"{(tick < 0 ? name : name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(InFull))}>";
    }

    /// <summary>What a compiler made up has no name that one could write, and goes by what it is: a running method by a task, an iterator by a sequence, a function of F#'s by a function.</summary>
    public static Type Known(Type type)
    {
        if (type.IsArray || type.IsByRef || type.IsPointer || type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)) return type;
        if (type.IsAssignableTo(typeof(Task)) && !type.IsVisible)
        {
            while (type != typeof(Task) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))) type = type.BaseType!;
            return type;
        }
        if (!type.Name.Contains('<') && !type.Name.Contains('@')) return type;
        if (type.BaseType is { } above && above != typeof(object) && above != typeof(ValueType) && !above.Name.StartsWith("OptimizedClosures", StringComparison.Ordinal)) return Known(above);
        return type.GetInterfaces().Where(contract => contract is { IsGenericType: true, Namespace: "System.Collections.Generic" } && contract.Name is "IAsyncEnumerable`1" or "IEnumerable`1" or "IEnumerator`1")
            .OrderByDescending(contract => contract.Name.EndsWith("able`1", StringComparison.Ordinal)).FirstOrDefault() ?? type;
    }
}
