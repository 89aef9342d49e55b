using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A place for what would otherwise be shown below the cell.</summary>
public sealed class Output : DOMWidget
{
    /// <summary>An empty place.</summary>
    public Output() : base(WidgetModel.Output)
    {
        Layout.Flex = "1 1 auto";               // beside others it takes the room that is left, not that of one letter
        Declare("msg_id", "");
        Declare("outputs", new JsonArray());
    }

    /// <summary>From here on, until disposed, what this cell or handler prints and shows goes here.</summary>
    /// <remarks><c>using (place.Capture()) Console.WriteLine("here");</c></remarks>
    public IDisposable Capture()
    {
        if (ICommOutput.Current is not { } output) return new Capturing(() => { });
        Open(output);
        output.Comms.Settle();
        Set(output.MessageId, "MsgId");
        return new Capturing(() =>
        {
            output.Comms.Settle();
            Set("", "MsgId");
        });
    }

    /// <summary>Empties it: now, or when something else comes, which does not flicker.</summary>
    public void Clear(bool wait = false)
    {
        if (ICommOutput.Current is not { } output) return;
        if (!wait) Set(new JsonArray(), "Outputs");
        using (Capture()) output.Clear(wait);
    }

    internal override bool Accept(string key, JsonNode? value)
    {
        if (key == "outputs" && value is JsonArray) Keep<JsonNode>(value.DeepClone(), "Outputs");
        return key is "outputs" or "msg_id";
    }

    /// <summary>What is in it when it is opened.</summary>
    internal void Begin(BufferedOutput drawing) => Keep<JsonNode>(drawing.ToOutputs(), "Outputs");

    /// <summary>Replaces everything in it at once.</summary>
    internal void Put(BufferedOutput drawing, ICommOutput output)
    {
        if (output.Comms.Dialect.HasOutputs)
        {
            Set<JsonNode>(drawing.ToOutputs(), "Outputs");
            return;
        }
        using (Capture())
        {
            output.Clear(wait: !drawing.IsEmpty);
            drawing.Replay(output);
        }
    }

    private sealed class Capturing(Action end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
