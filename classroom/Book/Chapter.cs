using System.Text.RegularExpressions;
using Workbook.Kernel.Notebooks;

namespace Workbook.Book;

/// <summary>A notebook as the book's contents know it.</summary>
/// <param name="Page">Its file: <c>13-the-variational-autoencoder.html</c>.</param>
/// <param name="Title">The line it opens with.</param>
/// <param name="Question">What it asks first; empty where it asks nothing.</param>
/// <param name="Time">How long it runs, in its own words.</param>
/// <param name="Topics">How many of the lectures' topics it treats.</param>
/// <param name="Exercises">How many exercises it has.</param>
internal sealed partial record Chapter(string Page, string Title, string Question, string Time, int Topics, int Exercises)
{
    /// <summary>The chapter that a notebook makes.</summary>
    public static Chapter Of(Notebook notebook)
    {
        var opening = notebook.Cells.FirstOrDefault(cell => cell.IsMarkdown)?.Source ?? "";
        return new(
            notebook.Name + ".html",
            Heading().Match(opening) is { Success: true } heading ? heading.Groups[1].Value.Trim() : notebook.Name,
            Asked().Match(opening).Groups[1].Value.Trim(),
            Taken().Match(opening).Groups[1].Value.Trim(),
            notebook.Cells.SelectMany(cell => cell.Metadata["workbook"]?["topics"]?.AsArray() ?? []).Select(topic => (int)topic!).Distinct().Count(),
            notebook.Cells.Count(cell => cell.Exercise is not null));
    }

    [GeneratedRegex(@"^# (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\*\*(.+?)\*\*", RegexOptions.Multiline)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\*([^*\n]+ on two [^*\n]+?)\.?\*$", RegexOptions.Multiline)]
    private static partial Regex Taken();
}
