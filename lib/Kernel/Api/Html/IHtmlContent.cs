using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Something that writes itself as HTML; the dialect's notebooks know it under this name.</summary>
public interface IHtmlContent
{
    /// <summary>Writes the HTML; what is plain text in it goes through the encoder.</summary>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}
