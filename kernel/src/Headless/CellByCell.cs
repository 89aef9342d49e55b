using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Headless;

/// <summary>Runs cells that come one at a time, each with a limit of its own, and says of each what became of it.</summary>
/// <remarks>
/// Whoever sends them decides what comes next: after an error, after a stop, or when this process has died and another has taken its place.
/// So nothing of the notebook lies where the code of its cells could read or change it.
/// </remarks>
internal sealed class CellByCell(ILanguage language, ConsoleCapture capture)
{
    /// <summary>How many characters of outputs a reply carries; what is larger is left out with a sentence.</summary>
    public const int Limit = 4_000_000;

    private readonly Dictionary<string, List<JsonObject>> shown = [];
    private int executed;

    /// <summary>Answers every line of the input with a line, until the input or a cell ends the session; the exit code.</summary>
    public int Serve(TextReader requests, TextWriter replies)
    {
        while (requests.ReadLine() is { } line)
        {
            if (Parsed(line) is not { } request) return 2;
            var (reply, exit) = Run(request);
            replies.WriteLine(NotebookJson.Compact(reply));
            replies.Flush();
            if (exit is { } code) return code;
        }
        return 0;
    }

    private (JsonObject Reply, int? Exit) Run(CellRequest request)
    {
        var (output, watch) = (new CollectedOutput(shown), Stopwatch.StartNew());
        var outcome = Limited(request, output);
        if (outcome is CellOutcome.Done { Value: { } value }) output.Result(executed, value);
        if (outcome is CellOutcome.Failed { Error: var error }) output.Error(error);
        var reply = new JsonObject
        {
            ["id"] = request.Id,
            ["outcome"] = outcome switch { CellOutcome.Done => "done", CellOutcome.Exit => "exit", CellOutcome.Failed { Error.Name: CellError.Stopped } => "stopped", _ => "failed" },
            ["seconds"] = Math.Round(watch.Elapsed.TotalSeconds, 3),
            ["outputs"] = Bounded(output.ToJson()),
        };
        return (reply, (outcome as CellOutcome.Exit)?.Code);
    }

    private CellOutcome Limited(CellRequest request, ICellOutput output)
    {
        using var attached = capture.Attach(output);
        using var limit = new Timer(_ => language.Interrupt(), null, request.Limit, Timeout.InfiniteTimeSpan);
        return language.Run(request.Source, request.Language, ++executed, output);
    }

    private static JsonArray Bounded(JsonArray outputs)
    {
        var (kept, room) = (new JsonArray(), Limit);
        foreach (var output in outputs.ToList())
        {
            outputs.Remove(output);
            var size = NotebookJson.Compact(output!).Length;
            var fits = size <= room;
            if (fits) room -= size;
            kept.Add(fits ? output : new JsonObject
            {
                ["name"] = "stderr",
                ["output_type"] = "stream",
                ["text"] = NotebookJson.Lines($"[An output of {size:N0} characters is not kept.]\n"),
            });
        }
        return kept;
    }

    private static CellRequest? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject request && (string?)request["source"] is { } source
                ? new((string?)request["id"], source, (string?)request["language"], request["seconds"] is { } seconds ? TimeSpan.FromSeconds((double)seconds) : Timeout.InfiniteTimeSpan)
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>A cell to run.</summary>
    /// <param name="Id">What the reply calls it.</param>
    /// <param name="Source">Its code.</param>
    /// <param name="Language">What it is written in; null for C#.</param>
    /// <param name="Limit">How long it may run before it is stopped.</param>
    private sealed record CellRequest(string? Id, string Source, string? Language, TimeSpan Limit);
}
