using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Cells.Values;

/// <summary>Our one formatter, registered with the interactive package's: it speaks for values that have none of their own.</summary>
/// <remarks>
/// Where the package's default would write a tree with 1.3 kB of style for the number 1, a table stands for what has parts, and a line of
/// text for what is one. It stands among the package's defaults, not among what a notebook registers, which always goes first.
/// </remarks>
internal sealed class HouseFormatter(string mimeType, Func<object?, string> write) : ITypeFormatter
{
    private static readonly HouseFormatter text = new("text/plain", value => TextOf.Write(Shaper.Of(value)));
    private static readonly HouseFormatter html = new("text/html", value => HtmlOf.Write(Shaper.Of(value)) ?? HtmlOf.Preformatted(TextOf.Write(Shaper.Of(value))));
    private static readonly HashSet<Type> general =
        [.. Formatter.RegisteredFormatters(true).Select(formatter => formatter.Type).Where(type => !typeof(IHtmlContent).IsAssignableFrom(type))];

    static HouseFormatter() => Register();

    public string MimeType => mimeType;

    public Type Type => typeof(object);

    public bool Format(object instance, FormatContext context)
    {
        context.Writer.Write(write(instance));
        return true;
    }

    /// <summary>Puts it among the defaults, now and whenever they are reset; once is enough.</summary>
    public static void EnsureRegistered() => RuntimeHelpers.RunClassConstructor(typeof(HouseFormatter).TypeHandle);

    private static void Register()
    {
        var defaults = (ConcurrentStack<ITypeFormatter>)typeof(Formatter).GetField("_defaultTypeFormatters", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        void Push() => defaults.PushRange([text, html]);
        typeof(Formatter).GetEvent("Clearing", BindingFlags.Static | BindingFlags.NonPublic)!.GetAddMethod(nonPublic: true)!.Invoke(null, [(Action)Push]);
        Push();
    }

    /// <summary>Whether it is the one to speak for a value in a format: nobody has registered another, and the type brings none.</summary>
    public static bool SpeaksFor(object value, string mime)
    {
        var type = value.GetType();
        if (IsRegistered(type, mime)) return false;
        try
        {
            return general.Contains(Formatter.GetPreferredFormatterFor(type, mime).Type);
        }
        catch (ArgumentException)          // the package knows no formatter for that format
        {
            return false;
        }
    }

    /// <summary>Whether a notebook or an extension has registered a formatter for a type or for what it is.</summary>
    public static bool IsRegistered(Type type, string mime) => Formatter.RegisteredFormatters(false).Any(formatter => formatter.MimeType == mime && Is(type, formatter.Type));

    private static bool Is(Type type, Type known) => known.IsAssignableFrom(type)
        || known.IsGenericTypeDefinition && Lineage(type).Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == known);

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType) yield return current;
        foreach (var contract in type.GetInterfaces()) yield return contract;
    }
}
