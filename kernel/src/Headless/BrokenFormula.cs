using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;

namespace Workbook.Kernel.Headless;

/// <summary>$…$ over a line break within a paragraph: a formula in Jupyter, and so in an export. One on a line is left to Markdig, which asks for nothing else.</summary>
internal sealed class BrokenFormula : InlineParser
{
    public BrokenFormula() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start) = (slice.Text, slice.Start + 1);
        if (slice.PeekCharExtra(-1) is '$' or '\\' || start > slice.End || text[start] == '$' || char.IsWhiteSpace(text[start])) return false;
        var end = start;
        while (end <= slice.End && text[end] != '$') end += text[end] == '\\' ? 2 : 1;
        if (end > slice.End || char.IsWhiteSpace(text[end - 1]) || (end < slice.End && (text[end + 1] == '$' || char.IsAsciiDigit(text[end + 1])))) return false;
        if (!text.AsSpan(start, end - start).Contains('\n')) return false;
        processor.Inline = new MathInline
        {
            Delimiter = '$',
            DelimiterCount = 1,
            Content = new StringSlice(text, start, end - 1),
            Span = new(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(end)),
            Line = line,
            Column = column,
        };
        processor.Inline.GetAttributes().AddClass("math");
        slice.Start = end + 1;
        return true;
    }
}
