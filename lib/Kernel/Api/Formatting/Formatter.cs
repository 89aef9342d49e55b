using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values become text: the defaults, and what a notebook registers for its own types.</summary>
public static class Formatter
{
    private const string PlainText = "text/plain";

    /// <summary>How many items of a sequence are shown, unless a notebook says otherwise.</summary>
    private const int DefaultListLimit = 20;

    /// <summary>How deep values inside values are shown, unless a notebook says otherwise.</summary>
    private const int DefaultDepth = 3;

    private static readonly Lock gate = new();
    private static readonly Dictionary<(Type Type, string Mime), Func<object, FormatContext, bool>> registered = [];
    private static readonly Dictionary<Type, string[]> preferred = [];
    private static int listLimit = DefaultListLimit, depth = DefaultDepth;

    /// <summary>How many items of a sequence are shown: 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public static int ListExpansionLimit
    {
        get => listLimit;
        set => listLimit = AtLeastOne(value);
    }

    /// <summary>How deep values inside values are shown: 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public static int RecursionLimit
    {
        get => depth;
        set => depth = AtLeastOne(value);
    }

    /// <summary>Formats values of a type, and of those that derive from it or implement it, in one MIME type.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainText) =>
        Add(typeof(T), mimeType, (value, context) => context.Writer.Write(formatter((T)value)));

    /// <inheritdoc cref="Register{T}(Func{T, string}, string)"/>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainText) =>
        Add(typeof(T), mimeType, (value, context) => formatter((T)value, context.Writer));

    /// <inheritdoc cref="Register{T}(Func{T, string}, string)"/>
    public static void Register<T>(Action<T, FormatContext> formatter, string mimeType = PlainText) =>
        Add(typeof(T), mimeType, (value, context) => formatter((T)value, context));

    /// <summary>Formats values of a type; one for which it answers false is left to the next formatter.</summary>
    public static void Register<T>(Func<T, FormatContext, bool> formatter, string mimeType = PlainText) =>
        Add(typeof(T), mimeType, (value, context) => formatter((T)value, context));

    /// <summary>Formats values of a type in one MIME type; an open generic type (<c>typeof(List&lt;&gt;)</c>) stands for all that are made from it.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainText) =>
        Add(type, mimeType, (value, context) => formatter(value, context.Writer));

    /// <inheritdoc cref="Register(Type, Action{object, TextWriter}, string)"/>
    public static void Register(Type type, Func<object, FormatContext, bool> formatter, string mimeType = PlainText) => Add(type, mimeType, formatter);

    /// <summary>Says which formats a type is shown in, best first.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] mimeTypes)
    {
        lock (gate) preferred[type] = mimeTypes;
    }

    /// <summary>Forgets everything that was registered, and sets the limits back.</summary>
    public static void ResetToDefault()
    {
        lock (gate)
        {
            registered.Clear();
            preferred.Clear();
        }
        (listLimit, depth) = (DefaultListLimit, DefaultDepth);
    }

    /// <summary>The value in one format; the empty string where it has none in it.</summary>
    public static string ToDisplayString(this object? value, string mimeType = PlainText) =>
        ValueFormatter.ToMime(value, mimeType).Formats.GetValueOrDefault(mimeType)?.ToString() ?? "";

    /// <summary>The formats registered for a type or for what it derives from.</summary>
    internal static IReadOnlySet<string> RegisteredTypes(Type type)
    {
        lock (gate)
            return registered.Count == 0 ? new HashSet<string>() : Lineage(type).SelectMany(candidate => registered.Keys.Where(key => key.Type == candidate)).Select(key => key.Mime).ToHashSet();
    }

    /// <summary>What a registered formatter writes for a value: the nearest that does not decline; null without one.</summary>
    internal static string? Registered(object value, string mimeType)
    {
        List<Func<object, FormatContext, bool>> candidates;
        lock (gate)
        {
            if (registered.Count == 0) return null;
            candidates = [.. Lineage(value.GetType()).Select(type => registered.GetValueOrDefault((type, mimeType))).OfType<Func<object, FormatContext, bool>>()];
        }
        foreach (var format in candidates)
        {
            using var writer = new StringWriter();
            if (format(value, new(writer))) return writer.ToString();
        }
        return null;
    }

    internal static string[] PreferredFor(Type type)
    {
        lock (gate) return preferred.Count == 0 ? [] : Lineage(type).Select(preferred.GetValueOrDefault).FirstOrDefault(types => types is not null) ?? [];
    }

    private static void Add(Type type, string mimeType, Action<object, FormatContext> formatter) => Add(type, mimeType, (value, context) =>
    {
        formatter(value, context);
        return true;
    });

    private static void Add(Type type, string mimeType, Func<object, FormatContext, bool> formatter)
    {
        lock (gate) registered[(type, mimeType)] = formatter;
    }

    // From the nearest to the farthest: the type and its bases, its interfaces (the most derived first), and object.
    private static IEnumerable<Type> Lineage(Type type)
    {
        var bases = new List<Type>();
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType) bases.Add(current);
        var contracts = type.GetInterfaces().OrderByDescending(contract => contract.GetInterfaces().Length);
        foreach (var candidate in bases.Concat(contracts))
        {
            yield return candidate;
            if (candidate.IsGenericType) yield return candidate.GetGenericTypeDefinition();
        }
        yield return typeof(object);
    }

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
