using System.Text.Encodings.Web;
using System.Text.Json;
using Workbook.Display;

namespace Workbook.Sweeps;

/// <summary>What became of a point.</summary>
/// <param name="Key">The point's.</param>
/// <param name="Settings">The point's.</param>
/// <param name="Measures">What was measured, by name; empty where it failed.</param>
/// <param name="Seconds">How long it took, the last time it was begun.</param>
/// <param name="Failure">Why there is nothing measured; null where there is.</param>
internal sealed record Outcome(string Key, IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, double> Measures, double Seconds, string? Failure);

/// <summary>A sweep on disk: its plan, and for each point that has ended a file of its own, so that what is done stays done.</summary>
internal sealed class SweepFolder
{
    private static readonly JsonSerializerOptions layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The folder; made where it is missing.</summary>
    public SweepFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Directory.CreateDirectory(Points);
    }

    /// <summary>Where it is.</summary>
    public string Root { get; }

    private string Points => Path.Combine(Root, "points");

    private string PlanFile => Path.Combine(Root, "plan.json");

    /// <summary>What a point's training keeps of itself, so that one that was stopped goes on.</summary>
    public string Checkpoint(Point point) => Path.Combine(Points, point.Key + ".state");

    /// <summary>What became of a point.</summary>
    public string File(Point point) => Path.Combine(Points, point.Key + ".json");

    /// <summary>What a point's process printed.</summary>
    public string Log(Point point) => Path.Combine(Points, point.Key + ".log");

    /// <summary>Another sweep must not work here at the same time; who dies lets go.</summary>
    /// <exception cref="IOException">One does.</exception>
    public IDisposable Hold()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "sweep.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new IOException($"another sweep is at work in {Root}: wait for it, or give another folder with --out");
        }
    }

    /// <summary>Keeps the plan.</summary>
    public void Write(Plan plan) => WriteJson(PlanFile, plan);

    /// <summary>The plan.</summary>
    /// <exception cref="InvalidDataException">There is none, or it cannot be read.</exception>
    public Plan ReadPlan() => Read<Plan>(PlanFile) ?? throw new InvalidDataException($"{Root}: there is no sweep here: no plan.json, or one that cannot be read");

    /// <summary>Keeps what became of a point, and throws away what its training kept of itself.</summary>
    public void Write(Outcome outcome)
    {
        WriteJson(Path.Combine(Points, outcome.Key + ".json"), outcome);
        if (outcome.Failure is not null) return;
        foreach (var state in Directory.EnumerateFiles(Points, outcome.Key + ".state*")) System.IO.File.Delete(state);
    }

    /// <summary>What became of a point; null where it has not ended, or its file is damaged.</summary>
    public Outcome? Read(Point point) => Read<Outcome>(Path.Combine(Points, point.Key + ".json")) is { } outcome && outcome.Key == point.Key ? outcome : null;

    /// <summary>A file beside the plan, whole or not at all.</summary>
    public void WriteText(string name, string text) => WholeFile.Write(Path.Combine(Root, name), file =>
    {
        using var writer = new StreamWriter(file, leaveOpen: true);
        writer.Write(text);
    });

    private static void WriteJson<T>(string path, T value) => WholeFile.Write(path, file => JsonSerializer.Serialize(file, value, layout));

    private static T? Read<T>(string path) where T : class
    {
        try
        {
            return System.IO.File.Exists(path) ? JsonSerializer.Deserialize<T>(System.IO.File.ReadAllText(path), layout) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
