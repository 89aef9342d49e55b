using System.Globalization;
using CsvHelper;

namespace Workbook.Grading;

/// <summary>Results as tables. What a spreadsheet would take for a formula is made a text.</summary>
internal static class Tables
{
    private static readonly CsvWriterOptions plain = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    /// <summary>A row an exercise of a submission; a submission that could not be graded has one, with the reason.</summary>
    public static string Grades(IEnumerable<SubmissionResult> results) => Text(
        ["student", "notebook", "exercise", "verdict", "points", "finding", "seconds"],
        results.SelectMany(result => result.Problem is { } problem
            ? [[result.Student, result.Notebook == "" ? result.File : result.Notebook, "", "not graded", "", problem, Number(result.Seconds)]]
            : result.Exercises.Select(exercise => new[] { result.Student, result.Notebook, exercise.Name, exercise.Verdict, Number(exercise.Points), exercise.Finding, Number(exercise.Seconds) })));

    /// <summary>A row a student, a column an exercise: points, the best where there are several submissions; empty where nothing was handed in or could be graded.</summary>
    public static string Summary(IReadOnlyList<SubmissionResult> results)
    {
        var names = results.SelectMany(result => result.Exercises, (result, exercise) => (result.Notebook, exercise.Name)).Distinct().OrderBy(name => name.Notebook, StringComparer.Ordinal).ToList();
        return Text(["student", .. names.Select(name => name.Name), "total"], results.GroupBy(result => result.Student).Select(student =>
        {
            var points = names.Select(name => student.Where(result => result.Notebook == name.Notebook).SelectMany(result => result.Exercises)
                .Where(exercise => exercise.Name == name.Name).Select(exercise => (double?)exercise.Points).Max()).ToList();
            return (string[])[student.Key, .. points.Select(point => point is { } number ? Number(number) : ""), points.Any(point => point is not null) ? Number(points.Sum() ?? 0) : ""];
        }));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter();
        using (var table = CsvWriter.Create(text, plain, true))
            foreach (var row in rows.Prepend(heads))
                table.WriteRecord([.. row]);
        return text.ToString();
    }
}
