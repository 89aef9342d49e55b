using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Workbook.Kernel;

/// <summary>The cells this session has run, and what they returned.</summary>
internal sealed class History
{
    private const int Session = 1;
    private readonly List<Entry> entries = [];

    /// <summary>Remembers a cell; its result may be added when it has one.</summary>
    public Entry Add(int line, string code)
    {
        var entry = new Entry(line, code);
        lock (entries) entries.Add(entry);
        return entry;
    }

    /// <summary>Answers a history_request: the <c>tail</c>, a <c>range</c>, or a <c>search</c> with * and ?.</summary>
    public JsonObject Answer(Request request)
    {
        var all = Snapshot();
        IEnumerable<Entry> chosen = request.Text("hist_access_type") switch
        {
            "tail" => all.TakeLast(request.Count("n", all.Length)),
            "range" => all.Where(Within(request)),
            "search" => Search(all, request),
            _ => [],
        };
        var output = request.Flag("output");
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. chosen.Select(entry => entry.ToJson(output))]) };
    }

    private Entry[] Snapshot()
    {
        lock (entries) return [.. entries];
    }

    /// <summary>Lines from start up to, not including, stop; only the present session (0, or its number) is remembered.</summary>
    private static Func<Entry, bool> Within(Request request)
    {
        var (session, start, stop) = (request.Count("session"), request.Count("start"), request.Count("stop", int.MaxValue));
        return entry => session is 0 or Session && entry.Line >= start && entry.Line < stop;
    }

    private static IEnumerable<Entry> Search(IEnumerable<Entry> all, Request request)
    {
        var pattern = request.Text("pattern", "*");
        var found = all.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
        if (request.Flag("unique")) found = found.Reverse().DistinctBy(entry => entry.Code).Reverse();
        return found.TakeLast(request.Count("n", int.MaxValue));
    }

    /// <summary>One cell that was run.</summary>
    internal sealed record Entry(int Line, string Code)
    {
        /// <summary>The plain text of its value.</summary>
        public string? Result { get; set; }

        /// <summary>(session, line, code), or (session, line, (code, result)).</summary>
        public JsonArray ToJson(bool withResult) => [Session, Line, withResult ? new JsonArray(Code, Result) : JsonValue.Create(Code)];
    }
}
