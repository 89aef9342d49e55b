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
