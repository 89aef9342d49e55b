using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>How widgets are spoken of: the page's widget library decides.</summary>
internal abstract class Dialect
{
    /// <summary>What a bundle calls the place of a widget.</summary>
    public const string View = "application/vnd.jupyter.widget-view+json";

    /// <summary>ipywidgets 7 and 8: JupyterLab, Notebook 7, VS Code.</summary>
    public static Dialect Newer { get; } = new NewerDialect();

    /// <summary>ipywidgets 6: the classic notebook of Debian 12.</summary>
    public static Dialect Older { get; } = new OlderDialect();

    /// <summary>Data with its binary attachments.</summary>
    internal sealed record Packet(JsonObject Data, IReadOnlyList<byte[]> Buffers);

    /// <summary>Whether the page is told what another page, or itself, has just set.</summary>
    public abstract bool Echoes { get; }

    /// <summary>Whether an output can be given all its contents as a value.</summary>
    public abstract bool HasOutputs { get; }

    /// <summary>Whether a widget may be the result of a cell; an older page looks for it among what was displayed.</summary>
    public abstract bool HasResults { get; }

    /// <summary>The metadata of a comm_open.</summary>
    public abstract JsonObject Metadata { get; }

    /// <summary>The data of the comm_open that makes a twin.</summary>
    public abstract Packet Open(Widget widget);

    /// <summary>The data of a comm_msg that sets some attributes.</summary>
    public abstract Packet Update(Widget widget, IEnumerable<KeyValuePair<string, object?>> state);

    /// <summary>What the page has set: from a message's data.</summary>
    public abstract JsonObject? Changes(JsonObject data);

    /// <summary>The formats of a bundle that the page should see.</summary>
    public abstract JsonObject Fit(JsonObject bundle);
}
