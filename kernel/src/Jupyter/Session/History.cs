using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>The cells this session has run and what they returned; behind them those of earlier sessions.</summary>
/// <param name="past">Where sessions are remembered; null to forget this one.</param>
/// <param name="log">Told when nothing can be written there.</param>
internal sealed class History(HistoryFolder? past, Log log) : IDisposable
{
    private const int Held = 10_000_000, TailOfJupyter = 10;         // characters; what IPython answers when no n is asked for
    private readonly Lock gate = new();
    private readonly Queue<HistoryEntry> mine = new();
    private FileStream? file;
    private long held;
    private int session;
    private bool begun;

    /// <summary>Remembers a cell; its result may be added when it has one.</summary>
    public HistoryEntry Add(int line, string code)
    {
        lock (gate)
        {
            Begin();
            var entry = new HistoryEntry(session, line, code);
            mine.Enqueue(entry);
            for (held += code.Length; held > Held && mine.Count > 1;) held -= mine.Dequeue().Code.Length;
            Write(entry);
            return entry;
        }
    }

    /// <summary>Answers a history_request: the <c>tail</c>, a <c>range</c>, or a <c>search</c> with * and ?.</summary>
    public JsonObject Answer(Request request)
    {
        var chosen = request.Text("hist_access_type") switch
        {
            "tail" => NewestFirst().Take(request.Count("n", TailOfJupyter)).Reverse(),
            "range" => Range(request),
            "search" => Search(request),
            _ => [],
        };
        var output = request.Flag("output");
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. chosen.Select(entry => entry.ToJson(output))]) };
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate) file?.Dispose();
    }

    private int Session => begun ? session : (past?.Newest ?? 0) + 1;

    private HistoryEntry[] Mine()
    {
        lock (gate) return [.. mine];
    }

    private IEnumerable<HistoryEntry> NewestFirst() => Mine().Reverse().Concat(past?.Before(Session) ?? []);

    /// <summary>Lines from start up to, not including, stop, of the session with this number; 0 is the present one, −1 that before it.</summary>
    private IEnumerable<HistoryEntry> Range(Request request)
    {
        var (asked, start, stop) = (request.Count("session"), request.Count("start"), request.Count("stop", int.MaxValue));
        var wanted = asked > 0 ? asked : Session + asked;
        var entries = wanted == Session ? Mine() : past?.Read(wanted) ?? [];
        return entries.Where(entry => entry.Line >= start && entry.Line < stop);
    }

    private IEnumerable<HistoryEntry> Search(Request request)
    {
        var pattern = request.Text("pattern", "*");
        var found = NewestFirst().Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
        if (request.Flag("unique")) found = found.DistinctBy(entry => entry.Code);
        return found.Take(request.Count("n", int.MaxValue)).Reverse();
    }

    // A session that runs nothing takes no number. What cannot be remembered is no reason for a cell to fail.
    private void Begin()
    {
        if (begun) return;
        session = 1;
        try
        {
            if (past is not null) (session, file) = past.Begin();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Forget(problem);
        }
        begun = true;
    }

    private void Write(HistoryEntry entry)
    {
        if (file is null) return;
        try
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry), (byte)'\n'];
            if (file.Length + line.Length <= HistoryFolder.BytesOfSession) file.Write(line);
        }
        catch (IOException problem)
        {
            Forget(problem);
        }
    }

    private void Forget(Exception problem)
    {
        log.Tell($"this session's history is not kept: {problem.Message} (WORKBOOK_HISTORY=off turns it off, or names another folder)");
        file?.Dispose();
        file = null;
    }
}

/// <summary>One cell that was run: which session, its number there, and what was typed.</summary>
internal sealed record HistoryEntry([property: JsonIgnore] int Session, [property: JsonPropertyName("line")] int Line, [property: JsonPropertyName("code")] string Code)
{
    /// <summary>The plain text of its value; remembered while its session lasts.</summary>
    [JsonIgnore] public string? Result { get; set; }

    /// <summary>(session, line, code), or (session, line, (code, result)).</summary>
    public JsonArray ToJson(bool withResult) => [Session, Line, withResult ? new JsonArray(Code, Result) : JsonValue.Create(Code)];
}
