using Workbook.Display;

namespace Workbook.Data;

/// <summary>A line of text for the person at the screen.</summary>
[TypeFormatterSource("text/plain")]
internal sealed record Sentence(string Text) : IShowable
{
    public MimeBundle ToMime() => MimeBundle.Plain(Text);
}
