using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Headless;

/// <summary>Runs a notebook's cells in order, in this process, and keeps what they give.</summary>
internal sealed class Runner(ILanguage language, ConsoleCapture capture, IProgress<RunnerStep> progress)
{
    private readonly Dictionary<string, List<JsonObject>> shown = [];
    private readonly Stopwatch watch = new();
    private readonly List<(NotebookCell Cell, CollectedOutput Output)> collected = [];
    private int executed;

    /// <summary>Runs every code cell, up to the first error that its author did not mean; working directory is the notebook's folder.</summary>
    /// <param name="notebook">Receives the outputs.</param>
    /// <param name="solutions">What runs in place of the scaffold of an exercise.</param>
    /// <returns>The error that ended the run, or null.</returns>
    public CellError? Run(Notebook notebook, Solutions solutions)
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Path.GetDirectoryName(Path.GetFullPath(notebook.FilePath))!;
        try
        {
            return RunAll([.. notebook.Cells.Where(cell => cell.IsCode)], solutions);
        }
        finally
        {
            Collect();
            Environment.CurrentDirectory = before;
        }
    }

    /// <summary>Gives the notebook's cells what they have printed and shown so far: timers and tasks go on when their cell has ended.</summary>
    public void Collect()
    {
        lock (collected)
            foreach (var cell in collected.GroupBy(entry => entry.Cell, entry => entry.Output).ToList())
            {
                cell.Key.Outputs.Clear();
                foreach (var output in cell) cell.Key.Add(output.ToJson());
            }
    }

    private CellError? RunAll(List<NotebookCell> cells, Solutions solutions)
    {
        cells.ForEach(cell => cell.Clear());
        for (var i = 0; i < cells.Count; i++)
            foreach (var attempt in ExerciseCell.Attempts(cells[i], solutions).Where(attempt => !string.IsNullOrWhiteSpace(attempt.Source)))
            {
                progress.Report(new(i + 1, cells.Count, attempt.Source, TimeSpan.Zero, IsDone: false, null));
                watch.Restart();
                var outcome = Run(cells[i], attempt, ++executed);
                var error = (outcome as CellOutcome.Failed)?.Error;
                progress.Report(new(i + 1, cells.Count, attempt.Source, watch.Elapsed, IsDone: true, error));
                if (error is not null && !cells[i].MayFail && !solutions.EveryAnswer) return error;
                if (outcome is CellOutcome.Exit) return null;
            }
        return null;
    }

    private CellOutcome Run(NotebookCell cell, Attempt attempt, int executionCount)
    {
        var output = new CollectedOutput(shown);
        if (attempt.Heading is { } heading) output.Stream("stdout", heading + "\n");
        cell.ExecutionCount = executionCount;
        lock (collected) collected.Add((cell, output));
        CellOutcome outcome;
        using (capture.Attach(output)) outcome = language.Run(attempt.Source, cell.Language, executionCount, output);
        if (outcome is CellOutcome.Done { Value: { } value }) output.Result(executionCount, value);
        if (outcome is CellOutcome.Failed { Error: var error }) output.Error(error);
        return outcome;
    }
}

/// <summary>A cell of a running notebook, at its beginning and at its end.</summary>
internal sealed record RunnerStep(int Number, int Count, string Source, TimeSpan Duration, bool IsDone, CellError? Error);
