using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>The widget messaging protocol 1, as jupyter-js-widgets 2.1 (ipywidgets 6) speaks it: flat states, other names for some attributes.</summary>
internal sealed class OlderDialect : Dialect
{
    /// <summary>The versions of jupyter-js-widgets that this is spoken with.</summary>
    public const string Versions = "~2.1.4";

    private const string Module = "jupyter-js-widgets";

    public override bool Echoes => false;

    public override bool HasOutputs => false;

    public override bool HasResults => false;

    public override JsonObject Metadata => [];

    public override Packet Open(Widget widget)
    {
        var (name, range) = Model(widget.Model.Model);
        var state = new JsonObject
        {
            ["_model_module"] = Module,
            ["_model_module_version"] = Versions,
            ["_model_name"] = name,
            ["_view_module"] = Module,
            ["_view_module_version"] = Versions,
            ["_view_name"] = widget.Model.View.Replace("RangeSlider", "Slider", StringComparison.Ordinal),
            ["msg_throttle"] = 1,
        };
        if (name is "IntSliderModel" or "FloatSliderModel") state["_range"] = range;
        Put(state, widget, widget.State);
        return new(state, []);
    }

    public override Packet Update(Widget widget, IEnumerable<KeyValuePair<string, object?>> state)
    {
        var changed = new JsonObject();
        Put(changed, widget, state);
        return new(new() { ["method"] = "update", ["state"] = changed, ["buffers"] = new JsonArray() }, []);
    }

    public override JsonObject? Changes(JsonObject data) => data["sync_data"] as JsonObject;

    // The notebook would write a text below the widget.
    public override JsonObject Fit(JsonObject bundle) =>
        bundle[View] is { } view ? new() { [View] = new JsonObject { ["model_id"] = view["model_id"]!.DeepClone() } } : bundle;

    private static (string Name, bool Range) Model(string name) => name switch
    {
        "IntProgressModel" or "FloatProgressModel" => ("ProgressModel", false),
        "BoundedIntTextModel" or "BoundedFloatTextModel" => (name["Bounded".Length..], false),
        _ => (name.Replace("RangeSlider", "Slider", StringComparison.Ordinal), name.Contains("RangeSlider", StringComparison.Ordinal)),
    };

    private static void Put(JsonObject state, Widget widget, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        foreach (var (key, value) in entries)
        {
            switch (key)
            {
                case "index":
                    state["value"] = ((IChoice)widget).Label;
                    break;
                case "value" when value is byte[] picture:
                    state["_b64value"] = Convert.ToBase64String(picture);
                    break;
                case "titles":
                    state["_titles"] = new JsonObject(((IEnumerable<string>)value!).Select((title, i) => KeyValuePair.Create($"{i}", (JsonNode?)title)));
                    break;
                case "playing":
                    state["_playing"] = (bool)value!;
                    break;
                case "style" when value is not Style { IsOld: true }:
                case "outputs" or "behavior" or "tabbable" or "description_allow_html":
                    break;
                case "tooltip" or "step" when value is null:
                    break;
                default:
                    state[key] = WireValue.ToJson(value);
                    break;
            }
        }
    }
}
