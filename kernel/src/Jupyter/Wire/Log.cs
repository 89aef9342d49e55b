using System.Text;

namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>What the kernel says beside the protocol, a line each: short, and so few that nobody's disk or pipe fills with them.</summary>
/// <remarks>A front end may never read the pipe our log goes into; a kernel that waited for room there would hang.</remarks>
internal sealed class Log(TextWriter terminal, TimeProvider clock)
{
    /// <summary>So many lines in a minute are written; the rest are counted.</summary>
    public const int LinesInMinute = 30;

    private const int Longest = 400;
    private readonly Lock gate = new();
    private long opened;
    private int told, untold;

    /// <summary>Writes one line, unless the minute is full.</summary>
    public void Tell(string what)
    {
        lock (gate)
        {
            if (told == 0 || clock.GetElapsedTime(opened) >= TimeSpan.FromMinutes(1)) Open();
            if (told++ < LinesInMinute) terminal.WriteLine($"workbook-kernel: {OneLine(what)}");
            else if (untold++ == 0) terminal.WriteLine("workbook-kernel: more of this is counted, not shown, until the minute is over.");
        }
    }

    private void Open()
    {
        if (untold > 0) terminal.WriteLine($"workbook-kernel: {untold} lines were not shown.");
        (opened, told, untold) = (clock.GetTimestamp(), 0, 0);
    }

    // What came in over the wire may be long, and may try to steer the terminal.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text, 0, Math.Min(text.Length, Longest), Longest + 20);
        for (var i = 0; i < line.Length; i++)
            if (char.IsControl(line[i])) line[i] = ' ';
        return text.Length > Longest ? $"{line}… ({text.Length} characters)" : line.ToString();
    }
}
