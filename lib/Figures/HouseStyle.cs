using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>How every figure looks: fonts a lecture hall can read, a light grid, the palette, hover text without stray digits.</summary>
internal static class HouseStyle
{
    private const string Fonts = "Inter, 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif";

    /// <summary>The part of the layout that is the same for all figures.</summary>
    public static JsonObject Template() => new()
    {
        ["data"] = new JsonObject { ["scatter"] = new JsonArray(new JsonObject { ["marker"] = new JsonObject { ["line"] = new JsonObject { ["width"] = 0.5, ["color"] = "#FFFFFF" } } }) },
        ["layout"] = new JsonObject
        {
            ["font"] = new JsonObject { ["family"] = Fonts, ["size"] = 14, ["color"] = Palette.Ink },
            ["paper_bgcolor"] = "#FFFFFF",
            ["plot_bgcolor"] = "#FFFFFF",
            ["hoverlabel"] = new JsonObject { ["align"] = "left", ["font"] = new JsonObject { ["size"] = 13 } },
            ["hovermode"] = "closest",
            ["xaxis"] = Axis(),
            ["yaxis"] = Axis(),
            ["scene"] = new JsonObject { ["xaxis"] = SceneAxis(), ["yaxis"] = SceneAxis(), ["zaxis"] = SceneAxis() },
        },
    };

    /// <summary>Without the buttons nobody presses, and without the one that would send the figure to a server.</summary>
    public static JsonObject Config() => new()
    {
        ["displaylogo"] = false,
        ["plotlyServerURL"] = "",
        ["modeBarButtonsToRemove"] = new JsonArray("sendChartToCloud", "lasso2d", "select2d", "autoScale2d"),
    };

    /// <summary>A slim colour scale with its meaning written along it.</summary>
    public static JsonObject ColourBar(string? label)
    {
        var bar = new JsonObject { ["thickness"] = 14, ["outlinewidth"] = 0, ["tickformat"] = "~g" };
        if (label is not null)
            bar["title"] = new JsonObject { ["text"] = label, ["side"] = "right" };
        return bar;
    }

    public static JsonArray SignedScale() => [.. Palette.Signed.Select(stop => (JsonNode)new JsonArray(stop.At, stop.Colour))];

    private static JsonObject Axis() => new()
    {
        ["automargin"] = true,
        ["gridcolor"] = Palette.Grid,
        ["zeroline"] = false,
        ["showline"] = true,
        ["linecolor"] = Palette.Remark,
        ["ticks"] = "outside",
        ["tickcolor"] = Palette.Remark,
        ["hoverformat"] = ".4~g",
        ["title"] = new JsonObject { ["standoff"] = 8 },
    };

    private static JsonObject SceneAxis() => new()
    {
        ["showbackground"] = false,
        ["gridcolor"] = "#D0D0D0",
        ["zerolinecolor"] = "#A0A0A0",
        ["hoverformat"] = ".4~g",
        ["tickfont"] = new JsonObject { ["size"] = 11 },
    };
}
