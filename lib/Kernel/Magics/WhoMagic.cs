using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#!who</c>: the names of the session's variables.</summary>
internal sealed class WhoMagic : Magic
{
    public override string Name => "#!who";
    public override string Help => "#!who lists the variables";

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(string.Join("  ",
        call.Cell.Evaluator.Submissions.Variables().Select(variable => variable.Name).Order(StringComparer.Ordinal)));
}
