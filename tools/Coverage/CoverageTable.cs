using System.Globalization;
using System.Text;

namespace Workbook.Coverage;

/// <summary>Topic → notebook cell → library type → test: every arrow is looked up in the files.</summary>
public static class CoverageTable
{
    /// <summary>Looks every topic up in the repository at <paramref name="root"/>.</summary>
    public static IReadOnlyList<CoverageRow> Read(string root)
    {
        var notebooks = Notebook.All(Path.Combine(root, "notebooks"));
        return [.. Topic.All(Path.Combine(root, "notebooks", "topics.json")).Select(topic => Row(root, topic, notebooks))];
    }

    /// <summary>The table as text; topics of notebooks that are not written yet are counted, and listed on request.</summary>
    public static string Print(IReadOnlyList<CoverageRow> rows, bool listOpen)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Where(row => listOpen || row.State != CoverageState.Open)) Print(row, text);
        int Count(CoverageState state) => rows.Count(row => row.State == state);
        var open = rows.Where(row => row.State == CoverageState.Open).Select(row => row.Topic.Number);
        if (open.Any()) text.AppendLine().AppendLine($"open, in notebooks to come: {string.Join(", ", open)}");
        return text.AppendLine($"{Count(CoverageState.Covered)} covered, {Count(CoverageState.Open)} open, {Count(CoverageState.Hole)} holes").ToString();
    }

    private static void Print(CoverageRow row, StringBuilder text)
    {
        var topic = row.Topic;
        var cells = row.State == CoverageState.Open ? $"open, planned for notebook {topic.Notebook}" : string.Join(", ", row.Cells);
        text.AppendLine(CultureInfo.InvariantCulture, $"{topic.Number,3}  {topic.Title}");
        text.AppendLine($"     {cells} → {string.Join(", ", topic.Types)} → {string.Join(", ", topic.Tests)}".TrimEnd(' ', '→'));
        foreach (var missing in row.Missing) text.AppendLine($"     hole: {missing}");
    }

    private static CoverageRow Row(string root, Topic topic, IReadOnlyList<Notebook> notebooks)
    {
        if (notebooks.All(notebook => notebook.Number != topic.Notebook)) return new(topic, CoverageState.Open, [], []);
        var cells =
            from notebook in notebooks
            from cell in notebook.Cells
            where cell.Topics.Contains(topic.Number)
            select (notebook.Number, Text: $"{notebook.Number} cell {cell.Position}{(cell.Lecture is null ? "" : $" ({cell.Lecture})")}");
        var found = cells.ToList();
        List<string> missing = [.. Missing(root, topic)];
        if (found.All(cell => cell.Number != topic.Notebook)) missing.Insert(0, $"no cell of notebook {topic.Notebook} names topic {topic.Number}");
        return new(topic, missing.Count == 0 ? CoverageState.Covered : CoverageState.Hole, [.. found.Select(cell => cell.Text)], missing);
    }

    private static IEnumerable<string> Missing(string root, Topic topic)
    {
        if (topic.Types.Length == 0) yield return "no library type";
        if (topic.Tests.Length == 0) yield return "no test";
        foreach (var type in topic.Types.Where(type => FileOf(root, "lib", type) is null))
            yield return $"there is no library type {type}";
        foreach (var test in topic.Tests.Where(test => FileOf(root, "tests", test) is not { } file || !IsTest(file)))
            yield return $"there is no test {test}";
    }

    // One public type per file, so Models.Pca is lib/Models/**/Pca.cs and Models.PcaTests is tests/Models.Tests/**/PcaTests.cs.
    private static string? FileOf(string root, string folder, string name)
    {
        var (room, type) = (name[..name.IndexOf('.')], name[(name.IndexOf('.') + 1)..]);
        var place = Path.Combine(root, folder, folder == "tests" ? room + ".Tests" : room);
        return Directory.Exists(place) ? Directory.EnumerateFiles(place, type + ".cs", SearchOption.AllDirectories).FirstOrDefault() : null;
    }

    private static bool IsTest(string file) => File.ReadAllText(file) is var text && (text.Contains("Fact]") || text.Contains("Theory]"));
}
