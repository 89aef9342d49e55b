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
        string.Join("  ", call.Cell.Variables.Of(language).Select(variable => variable.Name).Order(StringComparer.Ordinal));
}

/// <summary><c>#!whos</c>: the session's variables with their types and values.</summary>
internal sealed class WhosMagic : Magic
{
    private const int Widest = 60;

    public override string Name => "#!whos";
    public override string Help => "#!whos lists the variables of both languages with types and values";

    public override MimeBundle? Run(MagicCall call)
    {
        var csharp = Rows(call, CellLanguage.CSharp);
        var fsharp = Rows(call, CellLanguage.FSharp);
        return fsharp.Count == 0
            ? ValueFormatter.ToMime(csharp.ConvertAll(row => new { row.Name, row.Type, row.Value }))
            : ValueFormatter.ToMime(csharp.Select(row => new { Language = "C#", row.Name, row.Type, row.Value })
                .Concat(fsharp.Select(row => new { Language = "F#", row.Name, row.Type, row.Value })).ToList());
    }

    private static List<(string Name, string Type, string Value)> Rows(MagicCall call, CellLanguage language) => [.. call.Cell.Variables.Of(language)
        .OrderBy(variable => variable.Name, StringComparer.Ordinal)
        .Select(variable => (variable.Name, variable.Type, Short(ValueFormatter.ToMime(variable.Value).Text)))];

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Widest ? line : line[..Widest] + "…";
    }
}
