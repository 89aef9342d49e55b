using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Grading;

/// <summary>A kernel in a sandbox, which is sent one cell after another. Whatever happens in there, this side gets an answer within the limit.</summary>
internal sealed class Session : IDisposable
{
    private const int LongestReply = 32_000_000;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(150);

    private readonly Process process;
    private readonly Limits limits;
    private readonly BlockingCollection<string> replies = new(boundedCapacity: 2);
    private readonly Thread watch;
    private readonly TaskGroup? group;
    private volatile string? end;                 // why there is nobody any more who would answer
    private long peak;

    public Session(Place place, Limits limits)
    {
        this.limits = limits;
        group = TaskGroup.Of(limits.Tasks);
        process = Process.Start(Bubblewrap.Command(place, limits, group))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        new Thread(Read) { IsBackground = true, Name = "replies" }.Start();
        watch = new Thread(Watch) { IsBackground = true, Name = "limits" };
        watch.Start();
    }

    /// <summary>The most memory that was in use at a look, in bytes.</summary>
    public long Peak => Interlocked.Read(ref peak);

    /// <summary>Runs a cell.</summary>
    /// <param name="source">Its code.</param>
    /// <param name="language">What it is written in; null for C#.</param>
    /// <param name="limit">How long it may run; it is stopped then, and where it does not stop, the session ends.</param>
    public CellReply Run(string source, string? language, TimeSpan limit)
    {
        var id = Guid.NewGuid().ToString("n");
        var watch = Stopwatch.StartNew();
        if (!Sent(new JsonObject { ["id"] = id, ["source"] = source, ["language"] = language, ["seconds"] = Math.Max(0.1, limit.TotalSeconds) })) return Ended(watch);
        if (!replies.TryTake(out var line, limit + Limits.Grace))
        {
            End($"It ran for {limit.TotalSeconds:0.#} s and could not be stopped.", tooLong: true);
            return Ended(watch);
        }
        if (Parsed(line, id) is { } reply) return reply;
        End(line == "" ? null : "Something was written where the kernel answers.");
        return Ended(watch);
    }

    /// <summary>Ends whatever still runs in there.</summary>
    public void Dispose()
    {
        End("over");
        replies.CompleteAdding();
        watch.Join();
        process.Dispose();
        group?.Dispose();
    }

    private bool IsTooLong { get; set; }

    private CellReply Ended(Stopwatch watch) => new(IsTooLong ? "stopped" : "ended", watch.Elapsed.TotalSeconds, [], end);

    private bool Sent(JsonObject request)
    {
        try
        {
            process.StandardInput.WriteLine(request.ToJsonString());
            process.StandardInput.Flush();
            return true;
        }
        catch (IOException)
        {
            End(null);
            return false;
        }
    }

    // Killing bubblewrap kills the first process of the sandbox, and the system all others of it.
    private void End(string? reason, bool tooLong = false)
    {
        lock (process)
        {
            IsTooLong |= end is null && tooLong;
            end ??= reason ?? "It ended its process.";
            if (!process.HasExited) process.Kill();
            process.WaitForExit();
        }
    }

    private void Read()
    {
        var (line, buffer) = (new MemoryStream(), new byte[65536]);
        try
        {
            var output = process.StandardOutput.BaseStream;
            for (int count; (count = output.Read(buffer)) > 0;)
                for (var (from, to) = (0, 0); from < count; from = to + 1)
                {
                    to = Array.IndexOf(buffer, (byte)'\n', from, count - from);
                    line.Write(buffer, from, (to < 0 ? count : to) - from);
                    if (line.Length > LongestReply) End("It gave more output than is read.");
                    if (to < 0) break;
                    replies.Add(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
                    line.SetLength(0);
                }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException) { }
        Nobody();
    }

    // An empty line: there is nobody to answer.
    private void Nobody()
    {
        try { replies.TryAdd("", 0); }
        catch (InvalidOperationException) { }    // nobody asks any more either
    }

    private void Watch()
    {
        for (; end is null && !process.HasExited; Thread.Sleep(look))
        {
            var tree = ProcessTree.Of(process.Id);
            if (tree.Memory > Interlocked.Read(ref peak)) Interlocked.Exchange(ref peak, tree.Memory);
            if (tree.Memory > limits.Memory) End($"It took more than {limits.Memory / 1e9:0.#} GB of memory.");
            else if (tree.Processes > limits.Processes) End($"It started more than {limits.Processes} processes.");
        }
    }

    private static CellReply? Parsed(string line, string id)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject reply && (string?)reply["id"] == id && reply["outputs"] is JsonArray outputs
                ? new((string?)reply["outcome"] ?? "failed", (double?)reply["seconds"] ?? 0, outputs, null)
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>What became of a cell.</summary>
/// <param name="Outcome">"done", "failed", "stopped", "exit", or "ended": there is no session any more.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Outputs">What it printed and showed, as a notebook keeps it.</param>
/// <param name="End">Why the session is over; null while it goes on.</param>
internal sealed record CellReply(string Outcome, double Seconds, JsonArray Outputs, string? End);
