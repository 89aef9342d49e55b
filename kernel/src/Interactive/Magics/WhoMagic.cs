namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!who</c>: the names of the session's variables, a line for each language that has any.</summary>
internal sealed class WhoMagic : Magic
{
    public override string Name => "#!who";
    public override string Help => "#!who lists the variables of both languages";

    public override MimeBundle? Run(MagicCall call)
    {
        var fsharp = Names(call, CellLanguage.FSharp);
        var csharp = Names(call, CellLanguage.CSharp);
        return MimeBundle.Plain(fsharp.Length == 0 ? csharp : $"C#  {csharp}\nF#  {fsharp}");
    }

    private static string Names(MagicCall call, CellLanguage language) =>
        string.Join("  ", call.Cell.Exchange.Variables(language).Select(variable => variable.Name).Order(StringComparer.Ordinal));
}
