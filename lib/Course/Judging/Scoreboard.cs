using System.Globalization;
using System.Net;
using System.Text;
using Workbook.Display;
using Workbook.Figures;

namespace Workbook.Course;

/// <summary>Several models side by side, one measure a row; the best of each row stands out.</summary>
[TypeFormatterSource("text/html", "text/plain")]
public sealed class Scoreboard : IShowable
{
    private readonly IReadOnlyList<Judgement> judged;

    /// <summary>Puts judgements of one dashboard side by side.</summary>
    /// <exception cref="ArgumentException">There is none, or their measures differ.</exception>
    public Scoreboard(params IReadOnlyList<Judgement> judged)
    {
        if (judged.Count == 0) throw new ArgumentException($"{nameof(judged)}: expected one judgement or more, got none.", nameof(judged));
        if (judged.FirstOrDefault(each => !Names(each).SequenceEqual(Names(judged[0]))) is { } odd)
            throw new ArgumentException($"{nameof(judged)}: {odd.Name} has other measures than {judged[0].Name}; judge all on the same evidence.", nameof(judged));
        this.judged = judged;
    }

    /// <summary>One small bar chart a measure, one bar a model, its colour named once for all.</summary>
    public Figure ToFigure()
    {
        var panels = judged[0].Measures.Select((measure, row) => judged.Select(each => Figure.Bars([""], [each.Measures[row].Value]).Named(each.Name))
            .Aggregate((bars, next) => bars.And(next)).Titled($"{measure.Name} {Arrow(measure.Aim)}"));
        return Figure.Grid(3, panels).Sized(900, 170 * ((judged[0].Measures.Count + 2) / 3));
    }

    /// <inheritdoc/>
    public MimeBundle ToMime() => MimeBundle.Plain(ToString()).With("text/html", Html());

    /// <summary>The table in plain text; a star marks the best of a row.</summary>
    public override string ToString()
    {
        string[][] rows = [["", "wish", .. judged.Select(each => each.Name + " ")], ["numbers in the code", "", .. judged.Select(each => $"{each.CodeSize} ")],
            .. Rows().Select(row => (string[])[row.Measure.Name, Arrow(row.Measure.Aim), .. row.Values.Select((value, i) => Written(value) + (row.Best.Contains(i) ? "*" : " "))])];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd()));
    }

    private string Html()
    {
        var html = new StringBuilder("<table><thead><tr><th></th><th>wish</th>");
        foreach (var each in judged) html.Append(CultureInfo.InvariantCulture, $"<th>{WebUtility.HtmlEncode(each.Name)}</th>");
        html.Append("</tr></thead><tbody><tr><td style=\"text-align:left\">numbers in the code</td><td></td>");
        foreach (var each in judged) html.Append(CultureInfo.InvariantCulture, $"<td>{each.CodeSize}</td>");
        foreach (var (measure, values, best) in Rows())
        {
            html.Append(CultureInfo.InvariantCulture, $"</tr><tr><td style=\"text-align:left\">{WebUtility.HtmlEncode(measure.Name)}</td><td>{Arrow(measure.Aim)}</td>");
            for (var i = 0; i < values.Length; i++) html.Append(best.Contains(i) ? $"<td><b>{Written(values[i])}</b></td>" : $"<td>{Written(values[i])}</td>");
        }
        return html.Append("</tr></tbody></table>").ToString();
    }

    private IEnumerable<(Measure Measure, double[] Values, int[] Best)> Rows() => judged[0].Measures.Select((measure, row) =>
    {
        var all = judged.Select(each => each.Measures[row]).ToArray();
        var least = all.Min(each => each.Distance);
        return (measure, all.Select(each => each.Value).ToArray(), Enumerable.Range(0, all.Length).Where(i => all[i].Distance == least).ToArray());
    });

    private static IEnumerable<string> Names(Judgement judgement) => judgement.Measures.Select(measure => measure.Name);

    private static string Written(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
        < 0.005 => value.ToString("0.0e0", CultureInfo.InvariantCulture),
        _ => value.ToString("F2", CultureInfo.InvariantCulture),
    };

    private static string Arrow(Aim aim) => aim switch { Aim.Low => "↓", Aim.High => "↑", _ => "→ 1" };
}
