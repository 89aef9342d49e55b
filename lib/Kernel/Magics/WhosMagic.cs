using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#!whos</c>: the session's variables with their types and values.</summary>
internal sealed class WhosMagic : Magic
{
    private const int Widest = 60;

    public override string Name => "#!whos";
    public override string Help => "#!whos lists the variables with types and values";

    public override MimeBundle? Run(MagicCall call) => ValueFormatter.ToMime(call.Cell.Evaluator.Submissions.Variables()
        .OrderBy(variable => variable.Name, StringComparer.Ordinal)
        .Select(variable => new { variable.Name, variable.Type, Value = Short(ValueFormatter.ToMime(variable.Value).Text) })
        .ToList());

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Widest ? line : line[..Widest] + "…";
    }
}
