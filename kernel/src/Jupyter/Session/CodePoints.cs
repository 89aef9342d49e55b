using System.Text;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>Positions in a text: the protocol counts code points, .NET counts UTF-16 units; they differ behind 😀 and 𝒳.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 index of a code point; a position outside the text becomes its nearest end.</summary>
    public static int ToUtf16(string text, int position)
    {
        var index = 0;
        for (; position > 0 && index < text.Length; position--) index += char.IsSurrogatePair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The number of code points before a UTF-16 index.</summary>
    public static int FromUtf16(string text, int index) => text.AsSpan(0, index).EnumerateRunes().Count();

    private static int Count(this SpanRuneEnumerator runes)
    {
        var count = 0;
        while (runes.MoveNext()) count++;
        return count;
    }
}
