using System.Text.RegularExpressions;
using Workbook.Kernel.Notebooks;

namespace Workbook.Rooms.Tests;

/// <summary>The pages for lecturers: each notebook has its section, none comes before what it needs, quotes are real, minutes add up.</summary>
public sealed class LecturePagesTests
{
    private const string ByDeck = "## A path for each deck\n";

    private static readonly Dictionary<string, Notebook> Notebooks =
        Repository.Files("notebooks", "??-*.ipynb").Select(Notebook.Read).ToDictionary(notebook => notebook.Name[..2]);

    private static readonly string Syllabus = File.ReadAllText(Repository.At("classroom", "syllabus.md"));

    /// <summary>Of each notebook the file that its title links, and its lines.</summary>
    private static readonly (string File, string Text)[] Sections =
    [
        .. Found(Syllabus, @"^### \[[^\]\n]*\]\(\.\./notebooks/([^)\n]+)\)\n(.*?)(?=^##)")
            .Select(section => (section.Groups[1].Value, section.Groups[2].Value)),
    ];

    /// <summary>A path is a table under a title of its own, or a row of the last table.</summary>
    private static readonly Dictionary<string, string[]> Routes =
        Found(Between("## Paths\n", ByDeck), @"^### (.*?)\n(.*?)(?=^### |\z)")
            .Select(path => (path.Groups[1].Value, string.Join(", ", Values(path.Groups[2].Value, @"^\| [^|]+ \| ([\d, ]+) \|"))))
            .Concat(Found(Syllabus[Start(ByDeck)..], @"^\| (S\d) \| ([\d, ]+) \|").Select(row => (row.Groups[1].Value, row.Groups[2].Value)))
            .ToDictionary(path => path.Item1, path => path.Item2.Split(", "));

    /// <summary>The sheets by deck and minutes: <c>S0, 50</c>.</summary>
    private static readonly Dictionary<string, string> Timetables = Repository.Files("classroom/workshops", "S?.md")
        .SelectMany(file => Found(File.ReadAllText(file), @"^## (\d+) minutes: (.*?)(?=^## |\z)")
            .Select(sheet => ($"{Path.GetFileNameWithoutExtension(file)}, {sheet.Groups[1].Value}", sheet.Groups[2].Value)))
        .ToDictionary(sheet => sheet.Item1, sheet => sheet.Item2);

    public static TheoryData<string> Paths => new(Routes.Keys);

    public static TheoryData<string> Sheets => new(Timetables.Keys);

    [Fact]
    public void Each_notebook_has_one_section_in_the_order_of_the_course() =>
        Assert.Equal(Notebooks.Values.Select(notebook => $"{notebook.Name}.ipynb"), Sections.Select(section => section.File));

    [Fact]
    public void A_notebook_needs_only_earlier_ones() => Assert.Empty(
        from number in Notebooks.Keys
        from need in Needs(number)
        where !Notebooks.ContainsKey(need) || string.CompareOrdinal(need, number) >= 0
        select $"{number} needs {need}");

    [Fact]
    public void A_section_names_its_notebooks_exercises_and_no_others() => Assert.All(Sections, section => Assert.Equal(
        Notebooks[section.File[..2]].Cells.Select(cell => cell.Exercise).OfType<string>(), Values(section.Text, @"`(\d\d\.[a-z]+)`")));

    [Fact]
    public void A_figure_to_project_stands_under_a_heading_of_its_notebook() => Assert.All(Sections, section =>
        Assert.Contains(Values(section.Text, @"^- Project: `([^`\n]+)`").Single(), Headings(section.File[..2])));

    [Fact]
    public void There_are_paths_for_a_lecture_a_week_a_term_and_each_deck()
    {
        Assert.Equal(["One lecture", "A week", "A term", "S0", "S1", "S2", "S3", "S4"], Routes.Keys);
        Assert.Equal(12, Values(Between("### A term\n", ByDeck), @"^\| (\d+) \| ").Length);
        Assert.Equal(Notebooks.Keys, Routes["A term"]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void On_a_path_nothing_comes_before_what_it_needs(string name)
    {
        var path = Routes[name];
        Assert.Equal(path.Distinct(), path);
        Assert.Empty(
            from place in Enumerable.Range(0, path.Length)
            from need in Needs(path[place]).Except(path.Take(place))
            select $"{path[place]} before {need}");
    }

    [Fact]
    public void Each_deck_has_a_sheet_of_50_and_one_of_110_minutes() =>
        Assert.Equal(Enumerable.Range(0, 5).SelectMany(deck => new[] { $"S{deck}, 50", $"S{deck}, 110" }), Timetables.Keys);

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_timetable_adds_up(string sheet)
    {
        var rows = Found(Timetables[sheet], @"^\| (\d+)–(\d+) \|");
        var (begins, ends) = (rows.Select(row => int.Parse(row.Groups[1].Value)), rows.Select(row => int.Parse(row.Groups[2].Value)));
        Assert.Equal(ends.Prepend(0), begins.Append(int.Parse(sheet.Split(", ")[1])));
        Assert.All(begins.Zip(ends), row => Assert.True(row.First < row.Second, $"{row.First}–{row.Second}"));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_heading_that_it_quotes_is_one_of_that_notebook(string sheet)
    {
        var quotes = Found(Timetables[sheet], @"\*\*(\d\d)\*\*\s+`([^`\n]+)`");
        Assert.NotEmpty(quotes);
        Assert.DoesNotContain(quotes, quote => !Headings(quote.Groups[1].Value).Contains(quote.Groups[2].Value));
        Assert.Empty(Values(Timetables[sheet], @"`(\d+ · [^`\n]+)`").Except(quotes.Select(quote => quote.Groups[2].Value)));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void An_exercise_and_a_hint_that_it_quotes_are_a_notebooks_own(string sheet)
    {
        var cells = Values(Timetables[sheet], @"\*\*(\d\d)\*\*").Distinct().SelectMany(number => Notebooks[number].Cells)
            .Where(cell => cell.Exercise is not null).ToList();
        Assert.Empty(Values(Timetables[sheet], @"`(\d\d\.[a-z]+)`").Except(cells.Select(cell => cell.Exercise!)));
        Assert.DoesNotContain(Values(Timetables[sheet], @"check\s+asks:\s+""(.+?)""").Select(hint => Regex.Replace(hint, @"\s+", " ")),
            hint => !cells.Any(cell => cell.Source.Contains(hint, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<Match> Found(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.Singleline);

    private static string[] Values(string text, string pattern) => [.. Found(text, pattern).Select(match => match.Groups[1].Value)];

    private static int Start(string title) => Syllabus.IndexOf(title, StringComparison.Ordinal);

    private static string Between(string title, string next) => Syllabus[Start(title)..Start(next)];

    private static string[] Needs(string number)
    {
        var lines = Sections.Single(section => section.File[..2] == number).Text;
        var needs = Values(lines, @"^- Needs: (none|\d\d(?:, \d\d)*)$").Single();
        return needs == "none" ? [] : needs.Split(", ");
    }

    private static HashSet<string> Headings(string number) =>
    [
        .. Notebooks[number].Cells.Where(cell => cell.IsMarkdown).SelectMany(cell => cell.Source.Split('\n'))
            .Where(line => Regex.IsMatch(line, "^#{1,4} ")).Select(line => line.TrimStart('#').Trim()),
    ];
}
