using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>Writes the axes, the marks and the words of one panel into a layout.</summary>
internal sealed class PanelWriter(Panel panel, int place, Sheet sheet)
{
    private readonly string suffix = Sheet.Suffix(place);
    private readonly (double Left, double Right, double Bottom, double Top) domain = sheet.Domain(place);

    public void Write(JsonObject layout, JsonArray shapes, JsonArray notes)
    {
        switch (panel.Space)
        {
            case Space.Plane: WritePlane(layout); break;
            case Space.Scene: layout["scene" + suffix] = Scene(); break;
            case Space.Rectangle: break;
        }
        if (panel.Title is not null && sheet.Several) notes.Add(Title(panel.Title));
        foreach (var mark in panel.Marks)
        {
            shapes.Add(Shape(mark));
            if (mark.Label is not null) notes.Add(Label(mark, mark.Label));
        }
        foreach (var note in panel.Notes)
            notes.Add(Words(note));
    }

    private void WritePlane(JsonObject layout)
    {
        var (x, y) = (Axis(panel.X, domain.Left, domain.Right), Axis(panel.Y, domain.Bottom, domain.Top));
        if (place > 0) (x["anchor"], y["anchor"]) = ("y" + suffix, "x" + suffix);
        if (panel.EqualAspect)
        {
            y["scaleanchor"] = "x" + suffix;
            (x["constrain"], y["constrain"]) = ("domain", "domain");
        }
        layout["xaxis" + suffix] = x;
        layout["yaxis" + suffix] = y;
    }

    private static JsonObject Axis(Axis axis, double from, double to)
    {
        var json = new JsonObject();
        if ((from, to) != (0, 1)) json["domain"] = new JsonArray(from, to);
        if (axis.Label is not null) json["title"] = new JsonObject { ["text"] = axis.Label };
        if (axis.Log) (json["type"], json["dtick"], json["exponentformat"]) = ("log", 1, "power");
        if (axis.Names) json["type"] = "category";
        if (axis.Range is { } range) json["range"] = Range(range, axis);
        else if (axis.Reversed) json["autorange"] = "reversed";
        if (axis.Plain) json["showgrid"] = false;
        if (axis.Hidden) (json["showgrid"], json["showline"], json["ticks"], json["showticklabels"]) = (false, false, "", !axis.Ticks.IsEmpty);
        if (!axis.Ticks.IsEmpty)
        {
            json["tickvals"] = new JsonArray([.. axis.Ticks.Select(tick => Series.Number(tick.At))]);
            json["ticktext"] = new JsonArray([.. axis.Ticks.Select(tick => (JsonNode)tick.Text)]);
        }
        return json;
    }

    private static JsonArray Range(Extent range, Axis axis)
    {
        var (low, high) = axis.Log ? (Math.Log10(range.Low), Math.Log10(range.High)) : (range.Low, range.High);
        return axis.Reversed ? [Series.Number(high, range.Size), Series.Number(low, range.Size)] : [Series.Number(low, range.Size), Series.Number(high, range.Size)];
    }

    private JsonObject Scene()
    {
        var scene = new JsonObject
        {
            ["xaxis"] = Side(panel.X, "x"),
            ["yaxis"] = Side(panel.Y, "y"),
            ["zaxis"] = Side(panel.Z, "z"),
            ["aspectmode"] = panel.EqualAspect ? "data" : "cube",
            ["camera"] = new JsonObject
            {
                ["eye"] = new JsonObject { ["x"] = 1.3, ["y"] = -1.4, ["z"] = 0.8 },
                ["center"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["z"] = -0.15 },
            },
        };
        if (sheet.Several) scene["domain"] = new JsonObject { ["x"] = new JsonArray(domain.Left, domain.Right), ["y"] = new JsonArray(domain.Bottom, domain.Top) };
        return scene;

        static JsonObject Side(Axis axis, string name)
        {
            var side = new JsonObject { ["title"] = new JsonObject { ["text"] = axis.Label ?? name } };
            if (axis.Range is { } range) side["range"] = Range(range, axis);
            return side;
        }
    }

    private JsonObject Title(string title) => new()
    {
        ["text"] = title,
        ["font"] = new JsonObject { ["size"] = 15 },
        ["showarrow"] = false,
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["x"] = domain.Left,
        ["xanchor"] = "left",
        ["y"] = domain.Top,
        ["yanchor"] = "bottom",
    };

    private JsonObject Shape(Mark mark)
    {
        var line = new JsonObject { ["color"] = Palette.Remark, ["width"] = 1.5, ["dash"] = "dot" };
        var at = Series.Number(mark.At);
        return mark.Vertical
            ? new() { ["type"] = "line", ["xref"] = "x" + suffix, ["yref"] = $"y{suffix} domain", ["x0"] = at, ["x1"] = at!.DeepClone(), ["y0"] = 0, ["y1"] = 1, ["line"] = line }
            : new() { ["type"] = "line", ["xref"] = $"x{suffix} domain", ["yref"] = "y" + suffix, ["x0"] = 0, ["x1"] = 1, ["y0"] = at, ["y1"] = at!.DeepClone(), ["line"] = line };
    }

    /// <summary>Annotations on a logarithmic axis stand at the logarithm; shapes do not.</summary>
    private static JsonNode? Stand(double at, Axis axis) => Series.Number(axis.Log ? Math.Log10(at) : at);

    private JsonObject Label(Mark mark, string text)
    {
        var label = new JsonObject { ["text"] = text, ["showarrow"] = false, ["font"] = new JsonObject { ["size"] = 13, ["color"] = Palette.Remark } };
        (label["xref"], label["yref"]) = mark.Vertical ? ("x" + suffix, $"y{suffix} domain") : ($"x{suffix} domain", "y" + suffix);
        label["x"] = mark.Vertical ? Stand(mark.At, panel.X) : 1;
        label["y"] = mark.Vertical ? 1 : Stand(mark.At, panel.Y);
        (label["xanchor"], label["yanchor"]) = mark.Vertical ? ("left", "top") : ("right", "bottom");
        if (mark.Vertical) label["xshift"] = 4;
        return label;
    }

    private JsonObject Words(Note note) => new()
    {
        ["text"] = note.Text,
        ["xref"] = "x" + suffix,
        ["yref"] = "y" + suffix,
        ["x"] = Stand(note.X, panel.X),
        ["y"] = Stand(note.Y, panel.Y),
        ["showarrow"] = true,
        ["arrowhead"] = 2,
        ["arrowcolor"] = Palette.Remark,
        ["ax"] = 28,
        ["ay"] = -28,
        ["bgcolor"] = "rgba(255,255,255,0.8)",
    };
}
