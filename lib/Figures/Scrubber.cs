using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>Precomputed frames under a slider: the name of what slides, each frame with its label, and the frame shown first. Plotly.NET has no frames, so they are written here.</summary>
internal sealed record Scrubber(string Name, ImmutableArray<(string Label, Figure Figure)> Frames, int Start)
{
    private const int MillisecondsPerFrame = 500, ButtonsWidth = 112;

    public Figure First => Frames[Start].Figure;

    public Scrubber Each(Func<Figure, Figure> change) => this with { Frames = [.. Frames.Select(frame => (frame.Label, change(frame.Figure)))] };

    /// <summary>The frame shown first, the frames, and the slider and buttons that go through them.</summary>
    public JsonObject ToPlotly(Figure figure)
    {
        Panel[][] panels = [.. Frames.Select(frame => frame.Figure.Draw())];
        CommonRanges.Share(panels);
        var page = new FigureLayout(figure, panels[Start], withSlider: true);
        var drawings = Frames.Zip(panels, (frame, drawn) => new FigureLayout(figure with { Title = figure.Title ?? frame.Figure.Title, Size = (page.Width, page.Height) }, drawn, withSlider: true))
            .Select(each => Properties.Chart(each.ToChart())).ToArray();
        var json = (JsonObject)drawings[Start].DeepClone();
        (json["layout"]!["sliders"], json["layout"]!["updatemenus"]) = (new JsonArray(Slider(page)), new JsonArray(Buttons(page)));
        json["frames"] = new JsonArray([.. drawings.Select((drawing, number) => Frame(drawing, number, drawings))]);
        return json;
    }

    /// <summary>Only what differs between frames: style is not repeated.</summary>
    private static JsonObject Frame(JsonObject drawing, int number, JsonObject[] all)
    {
        var data = (JsonArray)drawing["data"]!;
        var frame = new JsonObject
        {
            ["name"] = $"{number}",
            ["data"] = new JsonArray([.. data.Select((trace, place) => Changes((JsonObject)trace!, [.. all.Select(other => (JsonObject)other["data"]![place]!)]))]),
            ["traces"] = new JsonArray([.. Enumerable.Range(0, data.Count).Select(place => (JsonNode)place)]),
        };
        JsonObject Words(JsonObject one) => new(new[] { "title", "shapes", "annotations" }.Select(name => KeyValuePair.Create(name, one["layout"]![name]?.DeepClone())));
        var layout = Changes(Words(drawing), [.. all.Select(Words)]);
        foreach (var (name, value) in layout.ToArray()) layout[name] ??= name == "title" ? new JsonObject { ["text"] = "" } : new JsonArray();
        if (layout.Count > 0) frame["layout"] = layout;
        return frame;
    }

    private static JsonObject Changes(JsonObject one, JsonObject[] all) =>
        new(one.Where(property => all.Any(other => !JsonNode.DeepEquals(other[property.Key], property.Value))).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

    private JsonObject Slider(FigureLayout page) => new()
    {
        ["active"] = Start,
        ["x"] = page.Along(ButtonsWidth),
        ["len"] = Series.Round(1 - page.Along(ButtonsWidth)),
        ["y"] = -page.Up(page.UnderAxes),
        ["pad"] = new JsonObject { ["t"] = 16, ["b"] = 0 },
        ["currentvalue"] = new JsonObject { ["prefix"] = Name + " ", ["font"] = new JsonObject { ["size"] = 15 } },
        ["ticklen"] = 4,
        ["font"] = new JsonObject { ["size"] = 12 },
        ["steps"] = new JsonArray([.. Frames.Select((frame, number) => Animate(frame.Label, new JsonArray($"{number}"), 0, redraw: true))]),
    };

    private static JsonObject Buttons(FigureLayout page) => new()
    {
        ["type"] = "buttons",
        ["direction"] = "left",
        ["showactive"] = false,
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = -page.Up(page.UnderAxes),
        ["yanchor"] = "top",
        ["pad"] = new JsonObject { ["t"] = 34 },
        ["buttons"] = new JsonArray(Animate("▶", null, MillisecondsPerFrame, redraw: true), Animate("❚❚", new JsonArray((JsonNode?)null), 0, redraw: false)),
    };

    private static JsonObject Animate(string label, JsonNode? frames, int duration, bool redraw) => new()
    {
        ["label"] = label,
        ["method"] = "animate",
        ["args"] = new JsonArray(frames, new JsonObject
        {
            ["mode"] = "immediate",
            ["fromcurrent"] = true,
            ["frame"] = new JsonObject { ["duration"] = duration, ["redraw"] = redraw },
            ["transition"] = new JsonObject { ["duration"] = 0 },
        }),
    };
}
