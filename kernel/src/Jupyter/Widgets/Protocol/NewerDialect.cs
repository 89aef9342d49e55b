using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>The widget messaging protocol 2.1, as ipywidgets 8 speaks it.</summary>
/// <remarks>https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md</remarks>
internal sealed class NewerDialect : Dialect
{
    public override bool Echoes => true;

    public override bool HasOutputs => true;

    public override bool HasResults => true;

    public override JsonObject Metadata => new() { ["version"] = "2.1.0" };

    public override Packet Open(Widget widget) => Packed(Whole(widget), data => { });

    public override Packet Update(Widget widget, IEnumerable<KeyValuePair<string, object?>> state) => Packed(state, data => data["method"] = "update");

    public override JsonObject? Changes(JsonObject data) => data["state"] as JsonObject;

    public override JsonObject Fit(JsonObject bundle) => bundle;

    /// <summary>The answer to a page that asks for all widgets at once.</summary>
    public static Packet All(IEnumerable<Widget> widgets)
    {
        var (states, paths, buffers) = (new JsonObject(), new JsonArray(), new List<byte[]>());
        foreach (var widget in widgets)
        {
            var packet = Packed(Whole(widget), data => { });
            foreach (var path in (JsonArray)packet.Data["buffer_paths"]!) paths.Add((JsonNode)new JsonArray([widget.Id, "state", .. path!.AsArray().Select(part => part!.DeepClone())]));
            buffers.AddRange(packet.Buffers);
            states[widget.Id] = new JsonObject
            {
                ["model_name"] = widget.Model.Model,
                ["model_module"] = widget.Model.Module,
                ["model_module_version"] = widget.Model.Version,
                ["state"] = packet.Data["state"]!.DeepClone(),
            };
        }
        return new(new() { ["method"] = "update_states", ["states"] = states, ["buffer_paths"] = paths }, buffers);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Whole(Widget widget) =>
    [
        new("_model_module", widget.Model.Module), new("_model_module_version", widget.Model.Version), new("_model_name", widget.Model.Model),
        new("_view_module", widget.Model.ViewModule), new("_view_module_version", widget.Model.ViewVersion), new("_view_name", widget.Model.View),
        .. widget.State,
    ];

    private static Packet Packed(IEnumerable<KeyValuePair<string, object?>> entries, Action<JsonObject> begin)
    {
        var (data, state, paths, buffers) = (new JsonObject(), new JsonObject(), new JsonArray(), new List<byte[]>());
        begin(data);
        foreach (var (key, value) in entries)
        {
            if (value is byte[] bytes)
            {
                paths.Add((JsonNode)new JsonArray(key));
                buffers.Add(bytes);
            }
            else
            {
                state[key] = WireValue.ToJson(value);
            }
        }
        data["state"] = state;
        data["buffer_paths"] = paths;
        return new(data, buffers);
    }
}
