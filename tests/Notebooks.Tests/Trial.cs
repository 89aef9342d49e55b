using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Notebooks.Tests;

/// <summary>One answer to an exercise, tried.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Verdicts">What checks said of it.</param>
/// <param name="Shown">All that it showed.</param>
internal sealed record Trial(Answer Answer, List<JsonNode> Verdicts, List<JsonNode> Shown)
{
    /// <summary>That in words.</summary>
    public string Said => string.Join("; ", Shown.Select(output =>
        (string?)output["evalue"] ?? NotebookJson.Joined(output["data"]?["text/plain"] ?? output["text"])));

    /// <summary>What became of each answer in a run that tried them all: a heading begins what its answer showed.</summary>
    public static IReadOnlyList<Trial> Of(Pass pass, IReadOnlyList<Answer> answers)
    {
        var trials = new List<Trial>();
        foreach (var output in pass.Notebook.Code.Where(cell => cell.Exercise is not null).SelectMany(cell => cell.Outputs))
        {
            var first = NotebookJson.Joined(output["text"]).Split('\n')[0].TrimEnd();
            if (answers.FirstOrDefault(answer => answer.Heading == first && trials.All(trial => trial.Answer != answer)) is { } begun) trials.Add(new(begun, [], []));
            else trials[^1].Shown.Add(output);
            if (Pass.Verdict(output) is { } verdict) trials[^1].Verdicts.Add(verdict);
        }
        return trials;
    }
}
