using System.Net;
using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Course;

/// <summary>What a check has to say about an exercise: green, red or amber, with what was found and a hint.</summary>
/// <param name="Exercise">The exercise's name, such as <c>01.compute</c>.</param>
/// <param name="Outcome">Passed, failed or not yet.</param>
/// <param name="Finding">What was wanted and what came.</param>
/// <param name="Hint">A nudge in the right direction; shown when the answer is wrong.</param>
[TypeFormatterSource("application/vnd.workbook.check+json", "text/html", "text/plain")]
public sealed record Verdict(string Exercise, Outcome Outcome, string Finding, string Hint) : IShowable
{
    private (string Name, string Mark, string Colour) Look => Outcome switch
    {
        Outcome.Passed => ("passed", "✔", "#2e7d32"),
        Outcome.Failed => ("failed", "✘", "#c62828"),
        _ => ("not yet", "○", "#b26a00"),
    };

    /// <summary>One line for a terminal, a coloured box for a page, and <c>application/vnd.workbook.check+json</c> for machines.</summary>
    public MimeBundle ToMime() => MimeBundle.Plain(Text()).With("text/html", Html()).With("application/vnd.workbook.check+json", Json());

    private string Text()
    {
        var line = $"{Look.Mark} {Exercise}: {Look.Name}";
        if (Finding != "") line += $". {Finding}";
        return Outcome == Outcome.Failed ? $"{line} Hint: {Hint}" : line;
    }

    private string Html()
    {
        var hint = Outcome switch
        {
            Outcome.Failed => $"<div><b>Hint:</b> {Escaped(Hint)}</div>",
            Outcome.NotYet => $"<details><summary>Hint</summary>{Escaped(Hint)}</details>",
            _ => "",
        };
        return $"""
            <div style="border-left:4px solid {Look.Colour};background:{Look.Colour}14;padding:.4em .8em;margin:.3em 0">
            <b style="color:{Look.Colour}">{Look.Mark} {Escaped(Exercise)}: {Look.Name}</b> {Escaped(Finding)}{hint}</div>
            """;
    }

    private JsonObject Json() => new() { ["exercise"] = Exercise, ["verdict"] = Look.Name, ["finding"] = Finding, ["hint"] = Hint };

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>What became of an exercise.</summary>
public enum Outcome
{
    /// <summary>The answer is right.</summary>
    Passed,

    /// <summary>There is an answer, and it is not right.</summary>
    Failed,

    /// <summary>The exercise still has the line that is to be replaced.</summary>
    NotYet,
}
