using System.Globalization;
using System.Net;
using System.Text;

namespace Workbook.Grading;

/// <summary>Results as pages that need nothing but themselves: no script, no network. Everything that came from a student is text.</summary>
internal static class Page
{
    private static readonly string style = Style();

    /// <summary>The page of one submission: exercise by exercise, what was written, what the check said, what was printed.</summary>
    public static string Of(SubmissionResult result)
    {
        var body = new StringBuilder($"<p class=\"up\"><a href=\"../index.html\">All submissions</a></p>\n<h1>{Text(result.Student)}</h1>\n<p class=\"what\">{Text(result.Notebook == "" ? result.File : result.Notebook)}");
        if (result.Problem is null) body.Append($" · <b>{Number(result.Points)}</b> of {Number(result.Worth)} points");
        body.Append($" · {Number(result.Seconds)}&nbsp;s · {Number(result.Gigabytes)}&nbsp;GB</p>\n");
        if (result.Problem is { } problem) body.Append($"<section class=\"stopped\"><h2><span>not graded</span></h2><p>{Text(problem)}</p></section>\n");
        if (result.Remarks.Count > 0) body.Append($"<ul class=\"remarks\">{string.Concat(result.Remarks.Select(remark => $"<li>{Text(remark)}</li>"))}</ul>\n");
        foreach (var exercise in result.Exercises) body.Append(Of(exercise));
        return Whole($"{result.Student}, {result.Notebook}", body.ToString());
    }

    /// <summary>A table of all of them: a row a submission, a field an exercise.</summary>
    /// <param name="results">Results, each with the address of its page.</param>
    public static string Index(IReadOnlyList<(SubmissionResult Result, string Page)> results)
    {
        var body = new StringBuilder($"<h1>Grades</h1>\n<p class=\"what\">{Count(results.Count, "submission")} · {Count(results.Select(row => row.Result.Student).Distinct().Count(), "student")} · <a href=\"grades.csv\">grades.csv</a> · <a href=\"summary.csv\">summary.csv</a></p>\n");
        foreach (var notebook in results.Where(row => row.Result.Problem is null).GroupBy(row => row.Result.Notebook).OrderBy(group => group.Key, StringComparer.Ordinal)) body.Append(Table(notebook.Key, [.. notebook]));
        var ungraded = results.Where(row => row.Result.Problem is not null).ToList();
        if (ungraded.Count > 0)
            body.Append($"<h2>Not graded</h2>\n<div class=\"wide\"><table><tr><th>student</th><th>file</th><th>reason</th></tr>{string.Concat(ungraded.Select(row =>
                $"<tr><td>{Link(row.Page, row.Result.Student)}</td><td>{Text(row.Result.File)}</td><td>{Text(row.Result.Problem!)}</td></tr>\n"))}</table></div>\n");
        return Whole("Grades", body.ToString());
    }

    private static string Table(string notebook, IReadOnlyList<(SubmissionResult Result, string Page)> rows)
    {
        var names = rows[0].Result.Exercises.Select(exercise => exercise.Name).ToList();
        var table = new StringBuilder($"<h2>{Text(notebook)}</h2>\n<div class=\"wide\"><table class=\"marks\"><tr><th>student</th>{string.Concat(names.Select(name => $"<th>{Text(name)}</th>"))}<th>points</th><th>s</th></tr>\n");
        foreach (var (result, page) in rows)
            table.Append($"<tr><td>{Link(page, result.Student)}</td>{string.Concat(result.Exercises.Select(exercise => $"<td class=\"{Class(exercise.Verdict)}\" title=\"{Text(exercise.Finding)}\"><span>{Text(exercise.Verdict)}</span></td>"))}")
                .Append($"<td class=\"number\">{Number(result.Points)}</td><td class=\"number\">{Number(result.Seconds)}</td></tr>\n");
        return table.Append("</table></div>\n").ToString();
    }

    private static string Of(ExerciseResult exercise)
    {
        var text = new StringBuilder($"<section class=\"{Class(exercise.Verdict)}\">\n<h2>{Text(exercise.Name)} <span>{Text(exercise.Verdict)}</span> <small>{Number(exercise.Points)} of {Number(exercise.Worth)} · {Number(exercise.Seconds)} s</small></h2>\n");
        if (exercise.Finding != "") text.Append($"<p>{Text(exercise.Finding)}</p>\n");
        if (exercise.Help != "") text.Append($"<p class=\"help\">{(exercise.Verdict == Outcomes.Passed ? "" : "<b>Hint:</b> ")}{Text(exercise.Help)}</p>\n");
        foreach (var note in exercise.Notes) text.Append($"<p class=\"help\">{Text(note)}</p>\n");
        if (exercise.Code != "") text.Append($"<pre><code>{Text(exercise.Code)}</code></pre>\n");
        if (exercise.Printed.Trim() != "") text.Append($"<details><summary>what it printed and showed</summary><pre>{Text(exercise.Printed)}</pre></details>\n");
        return text.Append("</section>\n").ToString();
    }

    private static string Whole(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Text(title)}</title>
        <style>
        {style}
        </style>
        </head>
        <body>
        {body}</body>
        </html>

        """;

    private static string Class(string verdict) => verdict switch
    {
        Outcomes.Passed => "passed",
        Outcomes.Failed => "failed",
        Outcomes.Tampered => "tampered",
        Outcomes.Stopped => "stopped",
        _ => "open",
    };

    private static string Link(string page, string name) => $"<a href=\"{string.Join('/', page.Split('/').Select(Uri.EscapeDataString))}\">{Text(name)}</a>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Style()
    {
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream("page.css")!);
        return reader.ReadToEnd().Trim();
    }
}
