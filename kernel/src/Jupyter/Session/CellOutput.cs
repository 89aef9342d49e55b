using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>A cell's output, on its way to everyone who listens.</summary>
/// <remarks>
/// A page can take some tens of messages a second. So printed text is gathered into pieces, and of the updates of one thing that follow
/// each other faster only the latest is sent; all of it before whatever comes next.
/// </remarks>
internal sealed class CellOutput : ICommOutput
{
    private const int PieceSize = 32_000;
    private static readonly TimeSpan PieceTime = TimeSpan.FromMilliseconds(40);
    private readonly Request cell;
    private readonly InputRequests questions;
    private readonly Comms comms;
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private readonly OrderedDictionary<string, MimeBundle> updates = [];
    private readonly Timer timer;
    private bool awaited;
    private string stream = "stdout";

    /// <summary>The output of the cell that this request runs.</summary>
    public CellOutput(Request cell, InputRequests questions, Comms comms)
    {
        this.cell = cell;
        this.questions = questions;
        this.comms = comms;
        timer = new Timer(_ => Flush());
    }

    /// <summary>What the reply asks the front end to do besides: pages to show.</summary>
    public JsonArray Payload { get; } = [];

    public Comms Comms => comms;

    public string MessageId => cell.Message.Id;

    public void Stream(string name, string printed)
    {
        lock (gate)
        {
            if (name != stream) Send();
            stream = name;
            text.Append(printed);
            if (text.Length >= PieceSize) Send();
            else SendSoon();
        }
    }

    public void Show(string id, MimeBundle bundle) => Publish("display_data", Shown(id, bundle));

    public void Update(string id, MimeBundle bundle)
    {
        lock (gate)
        {
            updates[id] = bundle;
            SendSoon();
        }
    }

    public void Clear(bool wait) => Publish("clear_output", new JsonObject { ["wait"] = wait });

    public void Page(MimeBundle bundle)
    {
        lock (gate) Payload.Add(new JsonObject { ["source"] = "page", ["data"] = bundle.ToJson(), ["start"] = 0 });
    }

    public string ReadLine(string prompt, bool password)
    {
        Flush();
        return questions.Ask(cell, prompt, password);
    }

    /// <summary>Shows the value of the cell's last expression.</summary>
    public void Result(int executionCount, MimeBundle bundle)
    {
        var content = new JsonObject { ["data"] = comms.Dialect.Fit(bundle.ToJson()), ["metadata"] = new JsonObject() };
        var isResult = comms.Dialect.HasResults || !bundle.Formats.ContainsKey(Dialect.View);
        if (isResult) content["execution_count"] = executionCount;
        Publish(isResult ? "execute_result" : "display_data", content);
    }

    public void Error(CellError error) => Publish("error", Request.ErrorContent(error));

    public void Publish(string type, JsonObject content, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        lock (gate)
        {
            Send();
            cell.Publish(type, content, metadata, buffers);
        }
    }

    /// <summary>Sends the text gathered so far.</summary>
    public void Flush()
    {
        lock (gate) Send();
    }

    private JsonObject Shown(string id, MimeBundle bundle) => new()
    {
        ["data"] = comms.Dialect.Fit(bundle.ToJson()),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = id },
    };

    private void SendSoon()
    {
        if (!awaited) timer.Change(PieceTime, Timeout.InfiniteTimeSpan);
        awaited = true;
    }

    private void Send()
    {
        awaited = false;
        if (text.Length > 0) cell.Publish("stream", new JsonObject { ["name"] = stream, ["text"] = text.ToString() });
        text.Clear();
        foreach (var (id, bundle) in updates) cell.Publish("update_display_data", Shown(id, bundle));
        updates.Clear();
    }
}
