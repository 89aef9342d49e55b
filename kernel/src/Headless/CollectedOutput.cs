using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Headless;

/// <summary>A cell's output as a notebook file keeps it: printed text merged, updates applied in place, and bounded.</summary>
/// <param name="shown">What the notebook has shown so far, by display name: an update may reach back to an earlier cell.</param>
internal sealed class CollectedOutput(Dictionary<string, List<JsonObject>> shown) : ICellOutput
{
    /// <summary>How many things one cell may show.</summary>
    public const int MostOutputs = 1000;

    private readonly Lock gate = new();
    private readonly List<JsonObject> outputs = [];
    private readonly StringBuilder text = new();         // of the stream that is being printed to
    private bool clearBeforeNext;
    private int leftOut;

    /// <summary>The outputs so far, as nbformat has them.</summary>
    public JsonArray ToJson()
    {
        lock (gate)
        {
            Settle();
            var all = new JsonArray([.. outputs.Select(output => (JsonNode)output)]);
            if (leftOut > 0) all.Add((JsonNode)Text("stderr", $"[This cell showed {MostOutputs + leftOut:N0} things; the last {leftOut:N0} are not kept.]\n"));
            return all;
        }
    }

    public void Stream(string name, string printed)
    {
        lock (gate)
        {
            ClearIfAsked();
            if (outputs.LastOrDefault() is not { } last || (string?)last["output_type"] != "stream" || (string?)last["name"] != name) Add(Text(name, ""));
            text.Append(printed);
        }
    }

    public void Show(string id, MimeBundle bundle) => Shown(id, new JsonObject { ["data"] = Data(bundle), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" });

    /// <summary>The value of the cell's last expression.</summary>
    public void Result(int executionCount, MimeBundle bundle)
    {
        lock (gate)
        {
            ClearIfAsked();
            Add(new() { ["data"] = Data(bundle), ["execution_count"] = executionCount, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" });
        }
    }

    public void Error(CellError error)
    {
        lock (gate)
        {
            Close();
            outputs.Add(new()
            {
                ["ename"] = error.Name,
                ["evalue"] = error.Message,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
            });
        }
    }

    public void Update(string id, MimeBundle bundle)
    {
        lock (shown)
            foreach (var output in shown.GetValueOrDefault(id, [])) output["data"] = Data(bundle);
    }

    public void Clear(bool wait)
    {
        lock (gate)
        {
            clearBeforeNext = true;
            if (!wait) ClearIfAsked();
        }
    }

    /// <summary>Nobody turns pages here: the text is part of the output.</summary>
    public void Page(MimeBundle bundle) => Show("page", bundle);

    public string ReadLine(string prompt, bool password) =>
        throw new InvalidOperationException("The notebook asks for input, but nobody is there: it runs unattended.");

    private void Shown(string id, JsonObject output)
    {
        lock (gate)
        {
            ClearIfAsked();
            Add(output);
        }
        lock (shown)
        {
            if (!shown.TryGetValue(id, out var all)) shown[id] = all = [];
            all.Add(output);
        }
    }

    private void Add(JsonObject output)
    {
        Close();
        if (outputs.Count < MostOutputs) outputs.Add(output);
        else leftOut++;
    }

    private void ClearIfAsked()
    {
        if (!clearBeforeNext) return;
        outputs.Clear();
        text.Clear();
        clearBeforeNext = false;
    }

    private void Close()
    {
        Settle();
        text.Clear();
    }

    private void Settle()
    {
        if (text.Length > 0 && outputs.Count > 0 && (string?)outputs[^1]["output_type"] == "stream") outputs[^1]["text"] = NotebookJson.Lines(Overwritten(text.ToString()));
    }

    // A carriage return begins the line again, as on a terminal: of a progress line its last state is kept.
    private static string Overwritten(string printed) => !printed.Contains('\r') ? printed : string.Join('\n', printed.Replace("\r\n", "\n").Split('\n')
        .Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]));

    private static JsonObject Text(string name, string text) => new() { ["name"] = name, ["output_type"] = "stream", ["text"] = NotebookJson.Lines(text) };

    // Text is kept line by line, pictures and structures whole.
    private static JsonObject Data(MimeBundle bundle)
    {
        var data = (JsonObject)NotebookJson.Sorted(bundle.ToJson())!;
        foreach (var (mime, value) in data.ToArray())
            if (value is JsonValue && (mime.StartsWith("text/", StringComparison.Ordinal) || mime is "image/svg+xml" or "application/javascript"))
                data[mime] = NotebookJson.Lines((string)value!);
        return data;
    }
}
