using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values become text: the defaults, and what a notebook registers for its own types.</summary>
public static class Formatter
{
    private static readonly Lock gate = new();
    private static readonly Dictionary<(Type Type, string Mime), Action<object, TextWriter>> registered = [];
    private static readonly Dictionary<Type, string[]> preferred = [];

    /// <summary>How many items of a sequence are shown.</summary>
    public static int ListExpansionLimit { get; set; } = 20;

    /// <summary>How deep values inside values are shown.</summary>
    public static int RecursionLimit { get; set; } = 3;

    /// <summary>Formats values of a type, or of any type that derives from it, in one MIME type.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = "text/plain") =>
        Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);

    /// <inheritdoc cref="Register{T}(Func{T, string}, string)"/>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = "text/plain") =>
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);

    /// <summary>Formats values of a type in one MIME type; an open generic type stands for all that are made from it.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = "text/plain")
    {
        lock (gate) registered[(type, mimeType)] = formatter;
    }

    /// <summary>Says which formats a type is shown in, best first.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] mimeTypes)
    {
        lock (gate) preferred[type] = mimeTypes;
    }

    /// <summary>Forgets everything that was registered.</summary>
    public static void ResetToDefault()
    {
        lock (gate)
        {
            registered.Clear();
            preferred.Clear();
        }
        (ListExpansionLimit, RecursionLimit) = (20, 3);
    }

    /// <summary>The value in one format; the empty string where it has none in it.</summary>
    public static string ToDisplayString(this object? value, string mimeType = "text/plain") =>
        ValueFormatter.ToMime(value).Formats.GetValueOrDefault(mimeType)?.ToString() ?? "";

    /// <summary>What was registered for the type of a value: exactly, for its generic definition, its bases, its interfaces.</summary>
    internal static IReadOnlyDictionary<string, Action<object, TextWriter>> For(Type type)
    {
        lock (gate)
        {
            var found = new Dictionary<string, Action<object, TextWriter>>();
            if (registered.Count == 0) return found;
            foreach (var candidate in Lineage(type))
                foreach (var (key, formatter) in registered)
                    if (key.Type == candidate) found.TryAdd(key.Mime, formatter);
            return found;
        }
    }

    internal static string[] PreferredFor(Type type)
    {
        lock (gate) return preferred.Count == 0 ? [] : Lineage(type).Select(preferred.GetValueOrDefault).FirstOrDefault(types => types is not null) ?? [];
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
            if (current.IsGenericType) yield return current.GetGenericTypeDefinition();
        }
        foreach (var contract in type.GetInterfaces())
        {
            yield return contract;
            if (contract.IsGenericType) yield return contract.GetGenericTypeDefinition();
        }
    }
}
