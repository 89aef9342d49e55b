using System.Text.RegularExpressions;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>A cell <c>Math.Sqrt?</c> is a question: the documentation of the name goes to the front end's pager; <c>??</c> asks for all of it.</summary>
internal static partial class Introspection
{
    /// <summary>The outcome of such a cell; null when the cell is none.</summary>
    public static CellOutcome? Of(string code, ILanguage language, ICellOutput output)
    {
        if (Question().Match(code) is not { Success: true } question) return null;
        var name = question.Groups["name"].Value;
        if (language.Inspect(name, name.Length, detailed: question.Groups["marks"].Length > 1) is not { } bundle)
        {
            return new CellOutcome.Failed(new CellError("UnknownName", $"There is no documentation of {name}.", [$"There is no documentation of {name}."]));
        }
        output.Page(bundle);
        return new CellOutcome.Done(null);
    }

    [GeneratedRegex(@"^\s*(?<name>[\p{L}_][\w.]*)(?<marks>\?\??)\s*$")]
    private static partial Regex Question();
}
