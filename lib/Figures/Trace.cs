using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>Where a trace lives: on two axes, in a 3-D scene, or alone in its rectangle.</summary>
internal enum Space { Plane, Scene, Rectangle }

/// <summary>One thing drawn: its Plotly object without place and colour, and what a summary or a common range must know of it.</summary>
internal sealed record Trace(string Kind, JsonObject Json)
{
    public Space Space { get; init; } = Space.Plane;
    public string? Name { get; init; }
    public string? Colour { get; init; }
    public int Count { get; init; }

    /// <summary>Which of the points given each point is; empty where points cannot be told apart.</summary>
    public ImmutableArray<int> Order { get; init; } = [];

    public string Unit { get; init; } = "points";
    public Extent X { get; init; } = Extent.Empty;
    public Extent Y { get; init; } = Extent.Empty;
    public Extent Z { get; init; } = Extent.Empty;

    /// <summary>Takes a colour of the palette when none was chosen; a heatmap or an image has its own.</summary>
    public bool TakesColour { get; init; } = true;

    /// <summary>Where in the Plotly object the scale of its colours is described; null if it has none.</summary>
    public string? Scale => Json.ContainsKey("colorbar") ? "colorbar" : Json["marker"] is JsonObject marker && marker.ContainsKey("colorbar") ? "marker.colorbar" : Json["line"] is JsonObject line && line.ContainsKey("colorbar") ? "line.colorbar" : null;

    /// <summary>The same trace with one property of its Plotly object set; a dot descends into a nested object.</summary>
    public Trace With(string path, JsonNode? value)
    {
        var json = (JsonObject)Json.DeepClone();
        Set(json, path, value);
        return this with { Json = json };
    }

    public static void Set(JsonObject json, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
            json = (JsonObject)(json[name] ??= new JsonObject());
        json[names[^1]] = value;
    }
}
