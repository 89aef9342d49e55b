using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!about</c>: what is running here.</summary>
internal sealed class AboutMagic : Magic
{
    public override string Name => "#!about";
    public override string Help => "#!about says which kernel, runtime and compilers are running";

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(string.Join('\n',
        $"Workbook kernel {Host.Version}",
        $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.ProcessArchitecture}",
        $"C# {LanguageInfo.CSharp.Version}: Roslyn {Version(typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation))}",
        $"F# (#!fsharp): FSharp.Compiler.Service {FSharpCells.CompilerVersion}",
        "#!lsmagic lists the other magics."));

    private static string Version(Type type) => type.Assembly.GetName().Version!.ToString(3);
}

/// <summary><c>#!lsmagic</c>: the magics, a line each.</summary>
internal sealed class ListMagic : Magic
{
    public override string Name => "#!lsmagic";
    public override string Help => "#!lsmagic lists the magics";

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(string.Join('\n', call.Cell.Magics.All.Select(magic => magic.Help)));
}

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

/// <summary><c>#!exit</c>: ends the session.</summary>
internal sealed class ExitMagic : Magic
{
    public override string Name => "#!exit";
    public override string Help => "#!exit ends the session";

    public override MimeBundle? Run(MagicCall call) => throw new CellExit(0);
}
