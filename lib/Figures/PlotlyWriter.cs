using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>Writes a figure as Plotly JSON that every plotly.js since 2.0 draws alike.</summary>
internal sealed class PlotlyWriter(Figure figure)
{
    private readonly Sheet sheet = new(figure);

    public JsonObject Write()
    {
        var scrubber = figure.Frames;
        if (scrubber is null) return Drawing(figure);
        var frames = scrubber.Frames.Select(frame => Drawing(CommonRanges.Apply(frame.Figure, scrubber) with { Title = figure.Title ?? frame.Figure.Title, Size = (sheet.Width, sheet.Height), Frames = scrubber })).ToArray();
        var shown = frames[scrubber.Start];
        var json = (JsonObject)shown.DeepClone();
        SliderWriter.AddControls((JsonObject)json["layout"]!, scrubber, sheet);
        json["frames"] = SliderWriter.Frames(frames);
        return json;
    }

    private static JsonObject Drawing(Figure one)
    {
        var sheet = new Sheet(one);
        return new() { ["data"] = Data(one, sheet), ["layout"] = Layout(one, sheet), ["config"] = HouseStyle.Config() };
    }

    private static JsonArray Data(Figure one, Sheet sheet)
    {
        var data = new JsonArray();
        var colours = new Dictionary<string, string>();
        var legend = new HashSet<string>();
        foreach (var (place, panel) in one.Panels.Index())
        {
            var next = 0;
            foreach (var trace in panel.Traces)
            {
                var json = (JsonObject)trace.Json.DeepClone();
                Place(json, trace, place, sheet);
                Colour(json, trace, colours, ref next);
                Name(json, trace, one.Panels.Length > 1, legend);
                data.Add(json);
            }
        }
        return data;
    }

    private static void Place(JsonObject json, Trace trace, int place, Sheet sheet)
    {
        if (sheet.Several)
        {
            var (left, right, bottom, top) = sheet.Domain(place);
            if (trace.Scale is { } scale)
            {
                Trace.Set(json, scale + ".x", Series.Round(right + sheet.Along(6)));
                Trace.Set(json, scale + ".y", Series.Round((bottom + top) / 2));
                Trace.Set(json, scale + ".len", Series.Round(top - bottom));
                Trace.Set(json, scale + ".thickness", 10);
            }
            if (trace.Space == Space.Rectangle) json["domain"] = new JsonObject { ["x"] = new JsonArray(left, right), ["y"] = new JsonArray(bottom, top) };
        }
        if (place == 0 || trace.Space == Space.Rectangle) return;
        if (trace.Space == Space.Scene) json["scene"] = "scene" + Sheet.Suffix(place);
        else (json["xaxis"], json["yaxis"]) = ("x" + Sheet.Suffix(place), "y" + Sheet.Suffix(place));
    }

    /// <summary>A name has one colour all over the figure; series without a name take the colours of their panel in order.</summary>
    private static void Colour(JsonObject json, Trace trace, Dictionary<string, string> colours, ref int next)
    {
        if (!trace.TakesColour) return;
        var colour = trace.Colour ?? (trace.Name is { } name && colours.TryGetValue(name, out var known) ? known : Palette.Category(next));
        next++;
        if (trace.Name is { } named) colours.TryAdd(named, colour);
        Trace.Set(json, trace.Kind is "line" or "line in 3-D" or "quiver" or "band" ? "line.color" : "marker.color", colour);
        if (trace.Kind == "line" && json["mode"]?.GetValue<string>() != "lines") Trace.Set(json, "marker.color", colour);
        if (trace.Kind == "band") json["fillcolor"] = colour;
    }

    private static void Name(JsonObject json, Trace trace, bool grid, HashSet<string> legend)
    {
        if (trace.Name is not { } name)
        {
            json["showlegend"] = false;
            return;
        }
        json["name"] = name;
        if (!grid) return;
        json["legendgroup"] = name;
        if (!legend.Add(name)) json["showlegend"] = false;
    }

    private static JsonObject Layout(Figure one, Sheet sheet)
    {
        var layout = new JsonObject { ["width"] = sheet.Width, ["height"] = sheet.Height, ["margin"] = sheet.Margin() };
        if (sheet.Title is { } title) layout["title"] = title;
        layout["showlegend"] = sheet.HasLegend;
        if (sheet.HasLegend) layout["legend"] = sheet.Legend();
        if (one.Panels.Any(panel => panel.Traces.Any(trace => trace.Kind is "bars" or "histogram")))
        {
            layout["barmode"] = one.Bar.ToString().ToLowerInvariant();
            layout["bargap"] = one.Bar == BarMode.Overlay ? 0 : 0.2;
        }
        var (shapes, notes) = (new JsonArray(), new JsonArray());
        foreach (var (place, panel) in one.Panels.Index())
            new PanelWriter(panel, place, sheet).Write(layout, shapes, notes);
        if (shapes.Count > 0) layout["shapes"] = shapes;
        if (notes.Count > 0) layout["annotations"] = notes;
        if (one.Pictures is not null) layout["meta"] = new JsonObject { ["thumbnails"] = one.Pictures.ToThumbnails() };
        layout["template"] = HouseStyle.Template();
        return layout;
    }
}
