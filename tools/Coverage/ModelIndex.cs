using System.Text;
using System.Text.RegularExpressions;

namespace Workbook.Coverage;

/// <summary><c>lib/Models/README.md</c>: every public type of the room on a line, with what it is, its paper, its notebook and its test.</summary>
public static partial class ModelIndex
{
    /// <summary>Where the index lies, from the root of the repository.</summary>
    public static string PathIn(string root) => Path.Combine(root, "lib", "Models", "README.md");

    /// <summary>The index as the sources of <paramref name="root"/> have it today: an idea (a folder) a table, in the order of the notebooks.</summary>
    public static string Write(string root)
    {
        var room = Path.Combine(root, "lib", "Models");
        var topics = Topic.All(Path.Combine(root, "notebooks", "topics.json"));
        var text = new StringBuilder("""
            # Models

            A page is one idea: the network, what it minimises and the noise of a paper stand together. Made by `./workbook coverage --index`
            from the comments in the sources, and kept by a test. What has not the shape that a summary gives is refused with an `ArgumentException`
            that names the argument, what was wanted and what came (`Requirements`); only other reasons are listed at a member.

            """.ReplaceLineEndings("\n"));
        var ideas = Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories).SelectMany(file => Types(root, file, topics)).GroupBy(type => type.Idea)
            .OrderBy(idea => idea.Key == "" ? 1 : 0).ThenBy(idea => idea.Min(type => type.Notebook ?? "99"), StringComparer.Ordinal).ThenBy(idea => idea.Key, StringComparer.Ordinal);
        foreach (var idea in ideas)
        {
            text.Append($"\n## {(idea.Key == "" ? "What all of them share" : InWords(idea.Key))}\n\n| type | what it is | paper | notebook | test |\n|---|---|---|---|---|\n");
            foreach (var type in idea.OrderBy(type => type.Notebook ?? "99", StringComparer.Ordinal).ThenBy(type => type.Name, StringComparer.Ordinal)) text.Append(type.Line(root));
        }
        return text.ToString();
    }

    private static IEnumerable<ModelType> Types(string root, string file, IReadOnlyList<Topic> topics)
    {
        var (source, idea) = (File.ReadAllText(file), Path.GetRelativePath(Path.Combine(root, "lib", "Models"), Path.GetDirectoryName(file)!));
        var ofFile = NotebookNumber().Match(source) is { Success: true } named ? named.Groups[1].Value : null;
        foreach (Match match in Declaration().Matches(source))
        {
            var (name, comment) = (match.Groups["name"].Value, Tags().Replace(Slashes().Replace(match.Groups["comment"].Value, " "), inner => inner.Groups["cref"].Value));
            var (summary, remarks) = (Part(comment, "summary"), Part(comment, "remarks"));
            var notebook = NotebookNumber().Match(comment) is { Success: true } said ? said.Groups[1].Value : topics.FirstOrDefault(topic => topic.Types.Contains($"Models.{name}"))?.Notebook ?? ofFile;
            yield return new(idea == "." ? "" : idea.Replace('\\', '/'), name, Path.GetFileName(file), Sentence(summary), Paper(summary + " " + remarks), notebook, Test(root, file, name));
        }
    }

    private static string Part(string comment, string tag) => Regex.Match(comment, $"<{tag}>(.*?)</{tag}>", RegexOptions.Singleline) is { Success: true } part
        ? Spaces().Replace(part.Groups[1].Value, " ").Trim().Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&")
        : "";

    // The first sentence; "et al." and "p." end none.
    private static string Sentence(string text) => Regex.Match(text, @"^(.*?(?<!\b(?:al|e\.g|i\.e|p|eq|Fig)))\.(?:\s|$)") is { Success: true } first ? first.Groups[1].Value : text.TrimEnd('.');

    // Whose work it is: the words before the first year in parentheses, back to the end of the sentence before.
    private static string? Paper(string text)
    {
        if (Year().Match(text) is not { Success: true } year) return null;
        var (before, quoted) = (text[..year.Index], false);
        var start = before.Length;
        while (start > 0 && (quoted || !EndsBefore(before, start)))
            if (before[--start] == '"') quoted = !quoted;
        return before[start..].Trim() + year.Value;
    }

    private static bool EndsBefore(string text, int at) =>
        at >= 2 && text[at - 1] == ' ' && (text[at - 2] is ';' or ':' or '…' || (text[at - 2] == '.' && !text[..(at - 1)].EndsWith("et al.", StringComparison.Ordinal)));

    // The test of its name, else the one of its file's name, else the one that names it most; one of the same idea first.
    private static string? Test(string root, string file, string name)
    {
        var (room, tests) = (Path.Combine(root, "lib", "Models"), Path.Combine(root, "tests", "Models.Tests"));
        var idea = Path.Combine(tests, Path.GetRelativePath(room, Path.GetDirectoryName(file)!)) + Path.DirectorySeparatorChar;
        var found = Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories)
            .Select(test => (Path: test, Name: Path.GetFileNameWithoutExtension(test), Count: Regex.Count(File.ReadAllText(test), $@"\b{name}\b")))
            .Where(test => test.Count > 0 || test.Name == $"{name}Tests" || test.Name == $"{Path.GetFileNameWithoutExtension(file)}Tests")
            .OrderByDescending(test => test.Name == $"{name}Tests").ThenByDescending(test => test.Name == $"{Path.GetFileNameWithoutExtension(file)}Tests")
            .ThenByDescending(test => test.Path.StartsWith(idea, StringComparison.Ordinal)).ThenByDescending(test => test.Count).ThenBy(test => test.Path, StringComparer.Ordinal)
            .Select(test => test.Path).FirstOrDefault();
        return found is null ? null : Path.GetRelativePath(room, found).Replace('\\', '/');
    }

    private static string InWords(string folder) => Regex.Replace(folder, @"(?<=[a-z])(?=[A-Z])", " ") is var words ? (words[..1] + words[1..].ToLowerInvariant()).Replace("Semi ", "Semi-", StringComparison.Ordinal) : folder;

    [GeneratedRegex(@"(?<comment>(?:^///[^\n]*\n)+)(?:^\[[^\n]*\n)*^public (?:sealed |abstract |static |readonly |partial )*(?:class|record struct|record|struct|interface) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\n?/// ?")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"<(?:see|paramref|typeparamref) (?:cref|name|langword)=""(?:[\w.]*\.)?(?<cref>[\w]+)[^""]*""\s*/>|</?c>|</?code>|</?para>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[Nn]otebooks? (\d\d)")]
    private static partial Regex NotebookNumber();

    [GeneratedRegex(@" \((?:[A-Z]+ )?(?:18|19|20)\d\d\)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>One line of the index.</summary>
internal sealed record ModelType(string Idea, string Name, string File, string What, string? Paper, string? Notebook, string? Test)
{
    /// <summary>As a row of a Markdown table.</summary>
    public string Line(string root)
    {
        var notebook = Notebook is null ? null : Directory.EnumerateFiles(Path.Combine(root, "notebooks"), $"{Notebook}-*.ipynb").FirstOrDefault();
        string[] cells =
        [
            $"[`{Name}`]({(Idea == "" ? "" : Idea + "/")}{File})", Escaped(What), Escaped(Paper ?? ""),
            notebook is null ? "" : $"[{Notebook}](../../notebooks/{Path.GetFileName(notebook)})", Test is null ? "" : $"[{Path.GetFileNameWithoutExtension(Test)}]({Test})",
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
