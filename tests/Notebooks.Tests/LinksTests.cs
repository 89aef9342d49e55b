using System.Text.RegularExpressions;
using Workbook.Coverage;
using Workbook.Rooms.Tests;

namespace Workbook.Notebooks.Tests;

/// <summary>Text and code check each other: what a notebook points at is there, and the other way round.</summary>
public sealed class LinksTests
{
    [Fact]
    public void A_file_that_the_prose_links_is_there() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Prose
        from Match link in Regex.Matches(cell.Source, @"\]\((?!https?:|#|attachment:|mailto:)([^)\s#]+)")
        where !Path.Exists(Path.Combine(Course.Folder, link.Groups[1].Value))
        select $"{notebook.Name} cell {cell.Position}: there is no {link.Groups[1].Value}");

    [Fact]
    public void A_library_file_that_the_prose_names_is_there() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Prose
        from Match name in Regex.Matches(cell.Source, @"`((?:lib|tests|tools|notebooks|data)/[\w./-]+\.\w+)`")
        where !File.Exists(Repository.At(name.Groups[1].Value))
        select $"{notebook.Name} cell {cell.Position}: there is no {name.Groups[1].Value}");

    [Fact]
    public void A_notebook_that_the_library_names_is_there_and_names_the_type_in_return() => Course.MustBeEmpty(
        from file in Repository.Files("lib", "*.cs")
        from Match name in Regex.Matches(File.ReadAllText(file), @"^/// .*\b[Nn]otebook (\d\d)\b", RegexOptions.Multiline)
        let type = Path.GetFileNameWithoutExtension(file)
        let notebook = Course.Notebooks.FirstOrDefault(notebook => notebook.Number == name.Groups[1].Value)
        where notebook is null || !notebook.Cells.Any(cell => Regex.IsMatch(cell.Source, $@"{type}\b"))
        select $"{Repository.Short(file)} names notebook {name.Groups[1].Value}, which {(notebook is null ? "is not there" : $"does not name {type}")}");

    [Fact]
    public void A_topic_is_one_of_the_courses() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Cells
        from topic in cell.Topics
        where Topics.All(known => known.Number != topic)
        select $"{notebook.Name} cell {cell.Position}: there is no topic {topic}");

    [Fact]
    public void A_topic_cell_says_where_the_lectures_treat_it() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Cells
        where cell.Topics.Count > 0 && (cell.Lecture is null || !Regex.IsMatch(cell.Lecture, @"^S[0-4]:\d+([-, ]+(S[0-4]:)?\d+)*$"))
        select $"{notebook.Name} cell {cell.Position}: lecture: expected something like S4:93, got {cell.Lecture ?? "nothing"}");

    [Fact]
    public void A_paper_is_one_of_the_references() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from cell in notebook.Cells
        from paper in cell.Papers.Except(Course.Papers)
        select $"{notebook.Name} cell {cell.Position}: references.bib has no {paper}");

    [Fact]
    public void Every_exercise_has_a_solution_and_every_solution_an_exercise() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        let asked = notebook.Cells.Select(cell => cell.Exercise).OfType<string>().ToList()
        let solved = Course.AnswersTo(notebook).Select(answer => answer.Exercise).ToList()
        from name in asked.Except(solved).Select(name => $"{name} has no solution").Concat(solved.Except(asked).Select(name => $"{name} is solved but not asked"))
        select $"{notebook.Name}: {name}");

    [Fact]
    public void Every_notebook_asks_to_recall_compute_change_and_explore() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from kind in new[] { "recall", "compute", "change", "explore" }
        where !notebook.Cells.Any(cell => cell.Exercise?.StartsWith($"{notebook.Number}.{kind}") ?? false)
        select $"{notebook.Name}: no exercise called {notebook.Number}.{kind}");

    [Fact]
    public void No_topic_of_a_written_notebook_has_a_hole() => Course.MustBeEmpty(
        from row in CoverageTable.Read(Repository.Root)
        from missing in row.Missing
        select $"topic {row.Topic.Number}: {missing}");

    [Fact]
    public void The_topics_are_numbered_from_1_to_62() => Assert.Equal(Enumerable.Range(1, 62), Topics.Select(topic => topic.Number));

    private static IReadOnlyList<Topic> Topics { get; } = Topic.All(Path.Combine(Course.Folder, "topics.json"));
}
