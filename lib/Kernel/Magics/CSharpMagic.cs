using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#!csharp</c>: C# again, after a block of something else.</summary>
internal sealed class CSharpMagic : Magic
{
    public override string Name => "#!csharp";
    public override string Help => "#!csharp goes back to C#";

    public override MimeBundle? Run(MagicCall call) => null;
}
