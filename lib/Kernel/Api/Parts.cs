using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workbook.Kernel;

/// <summary>What a value is made of, as far as showing it goes.</summary>
internal static class Parts
{
    /// <summary>A value that is one piece of text: a string, a number, a date, or whatever has a <c>ToString</c> of its own.</summary>
    public static bool IsScalar(object value) => value is string or Exception or Type or Delegate or Enum or IFormattable
        || value.GetType().IsPrimitive
        || value is not (IEnumerable or ITuple) && HasOwnText(value.GetType());

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

    /// <summary>Keys with their values; enumerated as a mere sequence a dictionary yields pairs of many types.</summary>
    public static IEnumerable<(object Key, object? Value)> EntriesOf(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return (entry.Key, entry.Value);
    }

    /// <summary>How many items there are, where that is known without walking through them.</summary>
    public static int? CountOf(IEnumerable sequence) => sequence is ICollection collection
        ? collection.Count
        : sequence.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ? (int?)sequence.GetType().GetProperty("Count")?.GetValue(sequence)
            : null;

    /// <summary>Public properties and fields by name; a property that throws shows the exception's name.</summary>
    public static IEnumerable<(string Name, object? Value)> MembersOf(object value)
    {
        var type = value.GetType();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike) yield return (property.Name, Read(property, value));
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)) yield return (field.Name, field.GetValue(value));
    }

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception)
        {
            return $"({exception.InnerException?.GetType().Name})";
        }
    }

    // Records and anonymous types have a ToString that the compiler wrote: their members say more.
    private static bool HasOwnText(Type type)
    {
        var method = type.GetMethod("ToString", Type.EmptyTypes)!;
        return method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
    }
}
