using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbook.Kernel.Notebooks;

namespace Workbook.Publish;

/// <summary>What a published notebook must not hold, and what it had better not.</summary>
public static partial class Inspection
{
    private const int LargestFile = 600_000;

    /// <summary>Reasons not to publish: a path of this machine, an error, a file too large.</summary>
    public static IEnumerable<string> Faults(ExecutedNotebook notebook, string text)
    {
        foreach (var (cell, words) in Words(notebook))
            if (MachinePath().Match(words) is { Success: true } path)
                yield return $"cell {cell} holds a path of this machine: {path.Value}";
        foreach (var (number, cell) in notebook.Cells)
            if (!cell.MayFail && cell.Outputs.Any(output => (string?)output?["output_type"] == "error"))
                yield return $"cell {number} ended in an error";
        if (text.Length <= LargestFile) yield break;
        var largest = notebook.Shown.Select(shown => (shown.Cell, Size: shown.Formats.ToJsonString().Length)).OrderByDescending(shown => shown.Size).Take(3);
        yield return $"{text.Length / 1000} kB, at most {LargestFile / 1000} are allowed; largest outputs: " + string.Join(", ", largest.Select(shown => $"cell {shown.Cell} {shown.Size / 1000} kB"));
    }

    /// <summary>Times in outputs: they change with every run, and so does the file.</summary>
    public static IEnumerable<string> Remarks(ExecutedNotebook notebook) =>
        from output in Words(notebook, outputsOnly: true)
        let time = Duration().Match(output.Words)
        where time.Success
        select $"cell {output.Cell} prints a time, which changes with every run: {time.Value}";

    private static IEnumerable<(int Cell, string Words)> Words(ExecutedNotebook notebook, bool outputsOnly = false)
    {
        foreach (var (number, cell) in notebook.Cells)
        {
            if (!outputsOnly) yield return (number, cell.Source);
            foreach (var output in cell.Outputs)
            {
                yield return (number, NotebookJson.TextOf(output?["text"]) ?? "");
                foreach (var (mime, content) in output?["data"] as JsonObject ?? [])
                    if (!mime.StartsWith("image/", StringComparison.Ordinal) && !(outputsOnly && mime.Contains("plotly", StringComparison.Ordinal)))
                        yield return (number, Picture().Replace(NotebookJson.TextOf(content) ?? content?.ToJsonString() ?? "", ""));
            }
        }
    }

    [GeneratedRegex("""(?<![\w.:/<])(/(home|root|work|tmp|mnt|opt|srv|var|Users|workspaces)/[^\s"'<>\\]+|[A-Z]:\\[^\s"'<>]+)""")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b\d+([.,]\d+)? ?(ms|s|seconds|minutes|min)\b(?! ?[²³^])|\b\d[\d,.]* (examples|steps|images)/s")]
    private static partial Regex Duration();

    [GeneratedRegex("data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Picture();
}
