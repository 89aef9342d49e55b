using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Publish;

/// <summary>A figure among a notebook's outputs: its Plotly JSON for those who draw it, a picture for those who do not.</summary>
public sealed class PublishedFigure(JsonObject formats, string mime)
{
    /// <summary>The figure as text, which tells whether two are the same.</summary>
    public string Json => NotebookJson.Compact(formats[mime]!);

    /// <summary>Its picture: a PNG in base 64.</summary>
    public string? Picture => NotebookJson.TextOf(formats["image/png"])?.ReplaceLineEndings("");

    /// <summary>Keeps this picture and drops the page fragment: a forge would show its words instead of the picture, and it holds the figure a second time.</summary>
    public void Keep(byte[] png)
    {
        formats["image/png"] = Convert.ToBase64String(png);
        formats.Remove("text/html");
    }
}
