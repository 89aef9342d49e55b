using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Text that already is HTML and is not encoded again.</summary>
public sealed class HtmlString(string? value) : IHtmlContent
{
    /// <summary>The HTML; null reads as nothing.</summary>
    public string? Value { get; } = value;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Value);

    /// <summary>The HTML.</summary>
    public override string ToString() => Value ?? "";
}
