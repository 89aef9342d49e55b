using Workbook.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>Text of a given MIME type, shown as what it is.</summary>
public sealed record Markup(string MimeType, string Content) : IShowable
{
    /// <inheritdoc/>
    public MimeBundle ToMime() => MimeBundle.Plain(Content).With(MimeType, Content);

    /// <summary>The text itself.</summary>
    public override string ToString() => Content;
}
