using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>A page as the kernel sees it: it runs cells, knows the widgets it was told of, and moves them.</summary>
public sealed class Page : IDisposable
{
    private readonly CSharpKernel kernel = new();
    private readonly OrderedDictionary<string, JsonObject> states = [];          // in the order in which they were opened

    /// <summary>The page's library is that of ipywidgets 6: it asks for the version first.</summary>
    public void BecomeOld() => Say("comm_open", new() { ["comm_id"] = "v", ["target_name"] = "jupyter.widget.version", ["data"] = new JsonObject() });

    internal Client Client => kernel.Client;

    /// <summary>What the page has heard last, in order, busy and idle included.</summary>
    internal List<Message> Heard { get; private set; } = [];

    /// <summary>The same in short: who was told what.</summary>
    public IEnumerable<string> Told => Heard.Where(message => message.Type is not ("status" or "execute_input")).Select(Brief);

    public void Dispose() => kernel.Dispose();

    /// <summary>Runs a cell; its errors are the test's.</summary>
    public void Run(string code)
    {
        var reply = TryRun(code);
        Assert.True((string?)reply["status"] == "ok", reply.ToJsonString());
    }

    /// <summary>Runs a cell and returns the reply.</summary>
    public JsonObject TryRun(string code)
    {
        Listen(Client.Run("using Workbook.Widgets;\n" + code));
        return Client.Next(Channel.Shell).Content;
    }

    /// <summary>Runs a cell that has a name, as JupyterLab sends it.</summary>
    public void RunNamed(string cell, string code)
    {
        Listen(Client.Run("using Workbook.Widgets;\n" + code, cell: cell));
        Assert.Equal("ok", (string?)Client.Next(Channel.Shell).Content["status"]);
    }

    /// <summary>The class of the model that a reference names.</summary>
    public string ModelOf(string reference) => (string)states[reference["IPY_MODEL_".Length..]]["_model_name"]!;

    /// <summary>The name of the widget whose model is of this class: the one that was opened last.</summary>
    public string Named(string model) => states.Last(state => (string?)state.Value["_model_name"] == model).Key;

    /// <summary>The state of that widget, as far as the page knows.</summary>
    public JsonObject State(string model) => states[Named(model)];

    /// <summary>How many widgets the page has.</summary>
    public int Count => states.Count;

    /// <summary>A person sets an attribute of a widget.</summary>
    public void Set(string model, string key, JsonNode? value) =>
        Tell(model, new() { ["method"] = "update", ["state"] = new JsonObject { [key] = value }, ["buffer_paths"] = new JsonArray() });

    /// <summary>The same in the words of ipywidgets 6.</summary>
    public void SetOld(string model, string key, JsonNode? value) =>
        Tell(model, new() { ["method"] = "backbone", ["sync_data"] = new JsonObject { [key] = value }, ["buffer_keys"] = new JsonArray() });

    /// <summary>A person clicks.</summary>
    public void Click(string model) => Tell(model, new() { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } });

    /// <summary>Sends data to a widget and hears what comes of it.</summary>
    public void Tell(string model, JsonObject data) => Say("comm_msg", new() { ["comm_id"] = Named(model), ["data"] = data });

    /// <summary>Sends a message and hears what comes of it.</summary>
    public void Say(string type, JsonObject content) => Listen(Client.Send(type, content));

    /// <summary>Hears everything that comes of a message that was sent.</summary>
    public void Listen(string id)
    {
        Heard = Client.Published(id);
        foreach (var message in Heard) Learn(message);
    }

    private void Learn(Message message)
    {
        if (message.Type == "comm_close") states.Remove((string)message.Content["comm_id"]!);
        if (message.Content["data"] is not JsonObject data || message.Content["comm_id"] is not { } id) return;
        if (message.Type == "comm_open") states[(string)id!] = (JsonObject)(data["state"] ?? data).DeepClone();
        if (message.Type != "comm_msg" || data["state"] is not JsonObject changed || !states.TryGetValue((string)id!, out var known)) return;
        foreach (var (key, value) in changed) known[key] = value?.DeepClone();
    }

    private string Brief(Message message)
    {
        if (message.Type is not ("comm_open" or "comm_msg" or "comm_close")) return HostTests.Brief(message);
        var model = states.TryGetValue((string)message.Content["comm_id"]!, out var state) ? (string?)state["_model_name"] : "";
        return $"{message.Type} {model} {message.Content["data"]?["method"]} {message.Content["data"]?["state"]?.ToJsonString()}".TrimEnd();
    }
}
