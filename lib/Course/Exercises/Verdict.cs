using System.Net;
using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Course;

/// <summary>What a check has to say about an exercise: green, red or amber, with what was found and what helps.</summary>
/// <param name="Exercise">The exercise's name, such as <c>01.compute</c>.</param>
/// <param name="Outcome">Passed, failed or not yet.</param>
/// <param name="Finding">How far off the answer is; never what it should have been.</param>
/// <param name="Hint">A question that leads on; shown until the answer is right.</param>
/// <param name="Step">A step towards the answer; there only once the question did not help.</param>
/// <param name="Because">Why the answer is right; there only when it is.</param>
[TypeFormatterSource("application/vnd.workbook.check+json", "text/html", "text/plain")]
public sealed record Verdict(string Exercise, Outcome Outcome, string Finding, string Hint, string Step = "", string Because = "") : IShowable
{
    // Colours that can be read on white and on black.
    private (string Name, string Mark, string Colour) Look => Outcome switch
    {
        Outcome.Passed => ("passed", "✔", "#2f9e44"),
        Outcome.Failed => ("failed", "✘", "#e03131"),
        _ => ("not yet", "○", "#d9730d"),
    };

    /// <summary>One line for a terminal, a coloured box for a page, and <c>application/vnd.workbook.check+json</c> for machines.</summary>
    public MimeBundle ToMime() => MimeBundle.Plain(Text()).With("text/html", Html()).With("application/vnd.workbook.check+json", Json());

    private string Text() => string.Join(" ", Pieces());

    private IEnumerable<string> Pieces()
    {
        yield return $"{Look.Mark} {Exercise}: {Look.Name}{(Finding + Because == "" ? "" : ".")}";
        if (Finding != "") yield return Finding;
        if (Outcome != Outcome.Passed) yield return $"Hint: {Hint}";
        if (Step != "") yield return $"Step: {Step}";
        if (Because != "") yield return Because;
    }

    // The hint of an untouched exercise opens on click. A page that is not trusted may drop it; the text for terminals has it still, and so has
    // the first wrong answer, out in the open.
    private string Html()
    {
        var help = Outcome switch
        {
            Outcome.Failed => Line("Hint", Hint) + (Step == "" ? "" : Line("Step", Step)),
            Outcome.NotYet => $"<details style=\"margin-top:.3em\"><summary>Hint</summary>{Escaped(Hint)}</details>",
            _ => "",
        };
        return $"""
            <div style="border-left:4px solid {Look.Colour};background:{Look.Colour}14;padding:.4em .8em;margin:.3em 0">
            <b style="color:{Look.Colour}">{Look.Mark} {Escaped(Exercise)}: {Look.Name}</b> {Escaped(Finding + Because)}{help}</div>
            """;
    }

    private static string Line(string name, string text) => $"<div style=\"margin-top:.3em\"><b>{name}:</b> {Escaped(text)}</div>";

    private JsonObject Json()
    {
        var json = new JsonObject { ["exercise"] = Exercise, ["verdict"] = Look.Name, ["finding"] = Finding, ["hint"] = Hint };
        if (Step != "") json["step"] = Step;
        if (Because != "") json["because"] = Because;
        return json;
    }

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
