using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>Writes frames, and the slider and buttons that go through them.</summary>
internal static class SliderWriter
{
    private const int MillisecondsPerFrame = 500, ButtonsWidth = 112;

    /// <summary>Frames hold only what differs from the first drawing of each series: style is not repeated.</summary>
    public static JsonArray Frames(JsonObject[] drawings)
    {
        var frames = new JsonArray();
        foreach (var (number, drawing) in drawings.Index())
        {
            var data = (JsonArray)drawing["data"]!;
            var changes = data.Select((trace, place) => (JsonNode)Changed((JsonObject)trace!, place, drawings));
            var frame = new JsonObject
            {
                ["name"] = number.ToString(),
                ["data"] = new JsonArray([.. changes]),
                ["traces"] = new JsonArray([.. Enumerable.Range(0, data.Count).Select(place => (JsonNode)place)]),
            };
            if (LayoutChanges(drawing, drawings) is { Count: > 0 } layout) frame["layout"] = layout;
            frames.Add(frame);
        }
        return frames;
    }

    public static void AddControls(JsonObject layout, Scrubber scrubber, Sheet sheet)
    {
        var steps = scrubber.Frames.Select((frame, number) => (JsonNode)new JsonObject
        {
            ["label"] = frame.Label,
            ["method"] = "animate",
            ["args"] = new JsonArray(new JsonArray(number.ToString()), Motion(0, redraw: true)),
        });
        layout["sliders"] = new JsonArray(new JsonObject
        {
            ["active"] = scrubber.Start,
            ["x"] = sheet.Along(ButtonsWidth),
            ["len"] = Series.Round(1 - sheet.Along(ButtonsWidth)),
            ["y"] = -sheet.Up(sheet.UnderAxes),
            ["pad"] = new JsonObject { ["t"] = 16, ["b"] = 0 },
            ["currentvalue"] = new JsonObject { ["prefix"] = scrubber.Name + " ", ["font"] = new JsonObject { ["size"] = 15 } },
            ["ticklen"] = 4,
            ["font"] = new JsonObject { ["size"] = 12 },
            ["steps"] = new JsonArray([.. steps]),
        });
        layout["updatemenus"] = new JsonArray(new JsonObject
        {
            ["type"] = "buttons",
            ["direction"] = "left",
            ["showactive"] = false,
            ["x"] = 0,
            ["xanchor"] = "left",
            ["y"] = -sheet.Up(sheet.UnderAxes),
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 34 },
            ["buttons"] = new JsonArray(Button("▶", null, MillisecondsPerFrame), Button("❚❚", new JsonArray((JsonNode?)null), 0)),
        });
    }

    private static JsonObject Button(string label, JsonNode? frames, int duration) => new()
    {
        ["label"] = label,
        ["method"] = "animate",
        ["args"] = new JsonArray(frames, Motion(duration, redraw: duration > 0)),
    };

    private static JsonObject Motion(int duration, bool redraw) => new()
    {
        ["mode"] = "immediate",
        ["fromcurrent"] = true,
        ["frame"] = new JsonObject { ["duration"] = duration, ["redraw"] = redraw },
        ["transition"] = new JsonObject { ["duration"] = 0 },
    };

    private static JsonObject Changed(JsonObject trace, int place, JsonObject[] drawings)
    {
        var changes = new JsonObject();
        foreach (var (name, value) in trace)
            if (drawings.Any(other => !JsonNode.DeepEquals(other["data"]![place]![name], value)))
                changes[name] = value?.DeepClone();
        return changes;
    }

    private static JsonObject LayoutChanges(JsonObject drawing, JsonObject[] drawings)
    {
        var changes = new JsonObject();
        foreach (var name in new[] { "title", "shapes", "annotations" })
            if (drawings.Any(other => !JsonNode.DeepEquals(other["layout"]![name], drawing["layout"]![name])))
                changes[name] = drawing["layout"]![name]?.DeepClone() ?? (name == "title" ? new JsonObject { ["text"] = "" } : new JsonArray());
        return changes;
    }
}
