using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workbook.Notebooks.Tests;

/// <summary>A notebook is an essay with a question: its parts, and its budgets.</summary>
public sealed partial class EssayTests
{
    private const int MostBytes = 600_000, LongestCell = 25, WidestLine = 104;

    [Fact]
    public void A_saved_drawing_has_its_sentence_for_a_page_that_is_not_trusted() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        from output in cell.Outputs
        where output["data"]?["image/svg+xml"] is not null && (output["data"]!["text/html"] is not null || output["data"]!["text/plain"] is null)
        select $"{notebook.Name} cell {cell.Position}: ./workbook publish leaves image/svg+xml and text/plain");

    [Fact]
    public void The_first_three_notebooks_are_there() =>
        Assert.Superset(new HashSet<string> { "00", "01", "02" }, Course.Notebooks.Select(notebook => notebook.Number).ToHashSet());

    [Fact]
    public void It_begins_with_a_title_and_a_question() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let opening = notebook.Cells[0]
        where !opening.IsProse || !opening.Source.StartsWith("# ") || !string.Concat(notebook.Prose.Take(2).Select(cell => cell.Source)).Contains('?')
        select $"{notebook.Name}: its first cell is no title, or no question follows");

    [Fact]
    public void It_has_one_setup_cell_of_at_most_three_lines() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let loads = notebook.Code.Where(cell => Regex.IsMatch(cell.Source, @"^#load|^#!import|^#r", RegexOptions.Multiline)).ToList()
        where loads.Count != 1 || loads[0] != notebook.Code.First() || !loads[0].Source.StartsWith("#!import \"workbook.csx\"") || loads[0].Lines.Count() > 3
        select $"{notebook.Name}: expected one setup cell, the first, that begins with #!import \"workbook.csx\"");

    [Theory]
    [InlineData("Summary")]
    [InlineData("Exercises")]
    [InlineData("References")]
    public void It_ends_with_a_summary_exercises_and_references(string part) => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        where !notebook.Prose.Any(cell => Regex.IsMatch(cell.Source, $@"^#+ .*\b{part}\b", RegexOptions.Multiline | RegexOptions.IgnoreCase))
        select $"{notebook.Name}: there is no part called {part}");

    [Fact]
    public void It_has_twenty_to_forty_five_cells() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        where notebook.Cells.Count is < 20 or > 45
        select $"{notebook.Name}: {notebook.Cells.Count} cells");

    [Fact]
    public void No_code_cell_is_longer_than_a_glance() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        let lines = cell.Source.TrimEnd().Split('\n').Length
        where lines > LongestCell
        select $"{notebook.Name} cell {cell.Position}: {lines} lines");

    [Fact]
    public void No_line_of_code_is_wider_than_the_page() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        from line in cell.Source.Split('\n')
        where line.Length > WidestLine
        select $"{notebook.Name} cell {cell.Position}: {line.Length} characters: {line.Trim()}");

    [Fact]
    public void A_formula_within_a_sentence_stays_on_its_line() => Course.MustBeEmpty(      // a line break ends it for some who render Markdown
        from notebook in Course.Notebooks
        from cell in notebook.Prose
        from line in Apart().Replace(cell.Source, "").Split('\n')
        where line.Count(character => character == '$') % 2 == 1
        select $"{notebook.Name} cell {cell.Position}: {line}");

    [Fact]
    public void Code_cells_are_short_as_a_rule() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let lengths = notebook.Code.Select(cell => cell.Source.TrimEnd().Split('\n').Length).Order().ToList()
        let median = lengths[lengths.Count / 2]
        let ninth = lengths[(int)(0.9 * (lengths.Count - 1))]
        where median > 6 || ninth > 18
        select $"{notebook.Name}: code cells have a median of {median} lines and a ninth decile of {ninth}; wanted 6 and 18");

    [Fact]
    public void There_is_prose_around_the_code() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let words = notebook.Prose.Sum(cell => Regex.Count(Formula().Replace(cell.Source, ""), @"\p{L}[\p{L}\p{Mn}'’-]*"))
        let lines = notebook.Code.Sum(cell => cell.Source.Split('\n').Count(line => line.Trim() != ""))
        let ratio = (double)words / lines
        where ratio is < 8 or > 15
        select $"{notebook.Name}: {words} words for {lines} lines of code, {ratio:F1} a line; wanted 8 to 15");

    [Fact]
    public void The_file_is_small_enough_to_open_anywhere() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let bytes = new FileInfo(notebook.Path).Length
        where bytes > MostBytes
        select $"{notebook.Name}: {bytes / 1000} kB");

    [Fact]
    public void It_is_committed_with_its_outputs() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        where !cell.WasRun
        select $"{notebook.Name} cell {cell.Position}: it was never run; ./workbook publish {notebook.Number}");

    [Fact]
    public void No_committed_output_is_an_error_that_nobody_meant() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        from output in cell.Outputs
        where (string?)output["output_type"] == "error" && !cell.MayFail
        select $"{notebook.Name} cell {cell.Position}: {output["ename"]}");

    [Fact]
    public void No_committed_output_is_a_warning_that_nobody_meant() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        from output in cell.Outputs
        where (string?)output["name"] == "stderr" && !cell.MayFail
        select $"{notebook.Name} cell {cell.Position}: it writes to the error stream");

    [Theory]
    [InlineData(@"(/root/|/home/\w+/|/work/|/tmp/|/Users/\w+/|[A-Z]:\\\\)", "a path of somebody's machine")]
    [InlineData(@"(cdn\.|unpkg\.com|cdnjs\.|jsdelivr)", "an address outside this repository that a page would load")]
    public void It_holds_no(string pattern, string what) => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let found = Regex.Match(File.ReadAllText(notebook.Path), pattern)
        where found.Success
        select $"{notebook.Name}: {what}: {found.Value}");

    [Fact]
    public void A_figure_also_has_a_picture() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Code
        from output in cell.Outputs
        let data = output["data"]
        where data?["application/vnd.plotly.v1+json"] is not null && data["image/png"] is null
        select $"{notebook.Name} cell {cell.Position}: a figure without a picture; ./workbook publish {notebook.Number}");

    [Fact]
    public void It_names_our_kernel() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let language = JsonDocument.Parse(File.ReadAllText(notebook.Path)).RootElement.GetProperty("metadata").GetProperty("kernelspec").GetProperty("language").GetString()
        where !string.Equals(language, "C#", StringComparison.OrdinalIgnoreCase) && language != "csharp"
        select $"{notebook.Name}: its kernel speaks {language}");

    // What is no word: formulas, code, and where links lead.
    [GeneratedRegex(@"\$[^$]*\$|`[^`]*`|\]\([^)]*\)", RegexOptions.Singleline)]
    private static partial Regex Formula();

    // Formulas on lines of their own, and code.
    [GeneratedRegex(@"\$\$.*?\$\$|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Apart();
}
