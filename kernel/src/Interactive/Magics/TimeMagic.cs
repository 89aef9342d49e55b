using System.Diagnostics;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!time</c>: says how long the cell took.</summary>
internal sealed class TimeMagic : Magic
{
    public override string Name => "#!time";
    public override string Help => "#!time says how long the cell took";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var watch = Stopwatch.StartNew();
        call.Cell.AtEnd(() => call.Cell.Show(MimeBundle.Plain($"Wall time: {Readable(watch.Elapsed)}")));
        return null;
    }

    private static string Readable(TimeSpan time) => time.TotalSeconds < 1 ? $"{time.TotalMilliseconds:0.0} ms" : $"{time.TotalSeconds:0.00} s";
}
