using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbook.Coverage;

namespace Workbook.Notebooks.Tests;

/// <summary>A section of a notebook's solutions.</summary>
/// <param name="Exercise">The exercise that it answers.</param>
/// <param name="Heading">Its first line: <c>// %% 01.bug wrong: the sign stays</c>.</param>
/// <param name="Code">What follows.</param>
internal sealed partial record Answer(string Exercise, string Heading, string Code)
{
    /// <summary>The answers to a notebook's exercises, in the order of the file.</summary>
    public static IReadOnlyList<Answer> Of(Notebook notebook)
    {
        var file = Path.Combine(Course.Solutions, notebook.Name + ".cs");
        return File.Exists(file) ? [.. Section().Matches(File.ReadAllText(file)).Select(match => new Answer(match.Groups[2].Value, match.Groups[1].Value.TrimEnd(), match.Groups[3].Value))] : [];
    }

    /// <summary>Whether a check must refuse the answer under this heading.</summary>
    public static bool IsWrong(string heading) => Regex.IsMatch(heading, @"^// %% \S+ wrong\b");

    /// <summary>What became of each answer in a run that tried them all: a heading begins what its answer showed.</summary>
    public static IReadOnlyList<Trial> Tried(Pass pass)
    {
        var trials = new List<Trial>();
        foreach (var output in pass.Notebook.Code.Where(cell => cell.Exercise is not null).SelectMany(cell => cell.Outputs))
        {
            var text = Cell.Joined(output["text"]);
            if (text.StartsWith("// %% ", StringComparison.Ordinal)) trials.Add(new(text.Split('\n')[0].TrimEnd(), [], []));
            else trials[^1].Shown.Add(output);
            if (Pass.Verdict(output) is { } verdict) trials[^1].Verdicts.Add(verdict);
        }
        return trials;
    }

    [GeneratedRegex(@"^(// %% (\S+)[^\n]*)$(.*?)(?=^// %% |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}

/// <summary>One answer, tried.</summary>
/// <param name="Answer">Its heading.</param>
/// <param name="Verdicts">What checks said of it.</param>
/// <param name="Shown">All that it showed.</param>
internal sealed record Trial(string Answer, List<JsonNode> Verdicts, List<JsonNode> Shown)
{
    /// <summary>That in words.</summary>
    public string Said => string.Join("; ", Shown.Select(output =>
        (string?)output["evalue"] ?? Cell.Joined(output["data"]?["text/plain"] ?? output["text"])));
}
