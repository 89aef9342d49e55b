using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary><c>value.Display()</c> and its variations.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value; the handle replaces it in place. MIME types, if any, say in which formats.</summary>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text as what the MIME type says: <c>"&lt;b&gt;bold&lt;/b&gt;".DisplayAs("text/html")</c>.</summary>
    public static DisplayedValue DisplayAs(this string text, string mimeType) => DisplayedValue.Show(new Markup(mimeType, text), []);

    /// <summary>Shows a sequence as a table, a row for each item, also where it would be a line of text.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> rows) => DisplayedValue.Show(ValueFormatter.ToTable(rows), []);
}
