using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>The session's conversation with the pages about widgets. Messages are handled on the thread that runs cells.</summary>
internal sealed class Comms(ConsoleCapture capture, Func<Request, Action, CellOutcome> call)
{
    private const string Widgets = "jupyter.widget", Version = "jupyter.widget.version", Control = "jupyter.widget.control";
    private readonly OpenWidgets open = new();
    private readonly HashSet<string> controls = [];
    private Widget? handled;
    private CellError? stopped;          // while a message is being handled: a stop is meant for all that comes of it

    /// <summary>How the page that connected last speaks.</summary>
    public Dialect Dialect { get; private set; } = Dialect.Newer;

    /// <summary>What has to be drawn again.</summary>
    public RedrawQueue Redraws { get; } = new();

    /// <summary>The output of the cell or handler that this flow of control belongs to.</summary>
    public ICommOutput? Current => ICommOutput.Current;

    /// <summary>A cell begins: what its earlier run has shown is on the page no more.</summary>
    public void Begin(Request cell)
    {
        open.Begin(cell);
        foreach (var id in open.TakeDead()) cell.Publish("comm_close", Content(id, []));
    }

    /// <summary>Sees a comm_msg on its way to the queue.</summary>
    public void Arrived(Message message)
    {
        if (message.Type == "comm_msg" && WireValue.Text(message.Content["comm_id"]) is { } id && open.Has(id)) Redraws.Arrived(id);
    }

    /// <summary>comm_info_request.</summary>
    public void Info(Request request)
    {
        var wanted = request.Text("target_name", Widgets);
        var comms = wanted == Widgets ? open.Open.Select(widget => KeyValuePair.Create(widget.Id, (JsonNode?)new JsonObject { ["target_name"] = Widgets })) : [];
        request.Reply(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject(comms) });
    }

    /// <summary>comm_open from a page: it asks for our version, or for all widgets; anything else is closed again, as the protocol asks.</summary>
    public void Opened(Request request)
    {
        var (id, target) = (request.Text("comm_id"), request.Text("target_name"));
        switch (target)
        {
            case Version:
                Dialect = Dialect.Older;
                request.Publish("comm_msg", Content(id, new() { ["version"] = OlderDialect.Versions }));
                break;
            case Control:
                Dialect = Dialect.Newer;
                controls.Add(id);
                break;
            default:
                request.Publish("comm_close", Content(id, []));
                break;
        }
    }

    /// <summary>comm_msg from a page.</summary>
    public void Received(Request request)
    {
        var id = request.Text("comm_id");
        if (request.Content["data"] is not JsonObject data) data = [];
        var method = WireValue.Text(data["method"]);
        if (controls.Contains(id) && method == "request_states")
        {
            var all = NewerDialect.All(open.Open);
            request.Publish("comm_msg", Content(id, all.Data), buffers: all.Buffers);
        }
        Redraws.Begin(id);
        if (open.Find(id) is { } widget)
        {
            handled = widget;
            Handle(request, widget, method, data);
        }
        foreach (var picture in Redraws.Due()) Draw(request, picture);
        (handled, stopped) = (null, null);
    }

    /// <summary>comm_close from a page.</summary>
    public void ClosedByPage(Request request)
    {
        controls.Remove(request.Text("comm_id"));
        if (open.Find(request.Text("comm_id")) is { } widget) Forget(widget);
    }

    /// <summary>Makes the twin of a widget.</summary>
    public void Open(Widget widget, ICommOutput output)
    {
        open.Add(widget);
        var packet = Dialect.Open(widget);
        output.Publish("comm_open", new() { ["comm_id"] = widget.Id, ["target_name"] = Widgets, ["data"] = packet.Data }, Dialect.Metadata, packet.Buffers);
    }

    /// <summary>Puts a widget on the page, where that takes more than naming it in the output.</summary>
    public void Show(Widget widget, ICommOutput output)
    {
        open.Hold(widget, handled);
        if (Dialect == Dialect.Older) output.Publish("comm_msg", Content(widget.Id, new() { ["method"] = "display" }));
    }

    /// <summary>Tells the page what an attribute is now; all of them where none is named.</summary>
    public void Update(Widget widget, string? key = null)
    {
        if (Current is not { } output) return;
        var packet = Dialect.Update(widget, widget.State.Where(entry => key is null || entry.Key == key));
        output.Publish("comm_msg", Content(widget.Id, packet.Data), buffers: packet.Buffers);
    }

    /// <summary>Ends a widget's twin.</summary>
    public void Close(Widget widget)
    {
        Current?.Publish("comm_close", Content(widget.Id, []));
        Forget(widget);
    }

    /// <summary>Waits until everything printed so far has been sent.</summary>
    public void Settle() => capture.Drain();

    private void Handle(Request request, Widget widget, string? method, JsonObject data)
    {
        if (method is "update" or "backbone" && Dialect.Changes(data) is { } changes)
        {
            Echo(request, widget, changes);
            Call(request, () => Accept(widget, changes), error => Tell(request, widget, error));
        }
        else if (method == "custom" && data["content"] is JsonObject content)
        {
            Call(request, () => widget.Hear(content), error => Tell(request, widget, error));
        }
        else if (method == "request_state")
        {
            Call(request, () => Update(widget), error => Tell(request, widget, error));
        }
    }

    // What a page has set it knows; it is told only where the widget has made something else of it.
    private void Accept(Widget widget, JsonObject changes)
    {
        foreach (var (key, value) in changes)
        {
            var known = widget.Accept(key, value);
            var kept = Dialect.Update(widget, widget.State.Where(entry => entry.Key == key)).Data["state"]![key];
            if (kept is not null && (!known || !JsonNode.DeepEquals(JsonNode.Parse(kept.ToJsonString()), value))) Update(widget, key);
        }
    }

    // The outputs of an Output are not echoed: the page sends them all with every line that is printed.
    private void Echo(Request request, Widget widget, JsonObject changes)
    {
        if (!Dialect.Echoes) return;
        var echoed = new JsonObject(changes.Where(change => change.Key != "outputs").Select(change => KeyValuePair.Create(change.Key, change.Value?.DeepClone())));
        if (echoed.Count == 0) return;
        request.Publish("comm_msg", Content(widget.Id, new() { ["method"] = "echo_update", ["state"] = echoed, ["buffer_paths"] = new JsonArray() }));
    }

    private void Call(Request request, Action action, Action<CellError> fail)
    {
        if (call(request, action) is not CellOutcome.Failed(var error)) return;
        if (error.Name == CellError.Stopped) stopped = error;
        _ = call(request, () => fail(error));
    }

    private void Draw(Request request, Interactive picture)
    {
        if (stopped is { } error) _ = call(request, () => picture.Fail(error, ICommOutput.Current!));
        else Call(request, picture.Redraw, failure => picture.Fail(failure, ICommOutput.Current!));
    }

    // Below the cell that shows the widget: JupyterLab shows nothing that comes because of a comm's message.
    private void Tell(Request request, Widget widget, CellError error)
    {
        var cell = open.RunOf(widget)?.Request ?? request;
        cell.Publish("stream", new JsonObject { ["name"] = "stderr", ["text"] = string.Join('\n', error.Traceback) + "\n" });
    }

    private void Forget(Widget widget)
    {
        open.Remove(widget);
        widget.Closed();
    }

    private static JsonObject Content(string id, JsonObject data) => new() { ["comm_id"] = id, ["data"] = data };
}
