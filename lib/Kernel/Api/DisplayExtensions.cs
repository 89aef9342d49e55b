namespace Microsoft.DotNet.Interactive;

/// <summary><c>value.Display()</c> and its variations.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value; the handle replaces it in place.</summary>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text as what the MIME type says.</summary>
    public static DisplayedValue DisplayAs(this string text, string mimeType) => DisplayedValue.Show(new Markup(mimeType, text), []);

    /// <summary>Shows a sequence as a table.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> rows) => DisplayedValue.Show(rows, ["text/html"]);
}
