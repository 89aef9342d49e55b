using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <content>From images to pixels, to a page fragment, and to a figure.</content>
public sealed partial record ImageGrid
{
    /// <summary>The grid as a figure, for <see cref="Figure.Slider"/> and <see cref="Figure.Grid"/>; captions stand along its axes.</summary>
    public Figure ToFigure()
    {
        const int gap = 1;
        var raster = Draw(scale: 1, gap);
        var trace = new Trace("image grid", new()
        {
            ["type"] = "image",
            ["source"] = raster.ToDataUri(),
            ["x0"] = 0.5,
            ["y0"] = 0.5,
            ["hoverinfo"] = "skip",
        });
        trace = trace with { Count = Count, Unit = $"images of {ImageHeight} × {ImageWidth}", X = new(0, raster.Width), Y = new(0, raster.Height), TakesColour = false };
        return Figure.Picture(trace, Title, Ticks(ColumnWords, ImageWidth + gap, ImageWidth), Ticks(RowWords, ImageHeight + gap, ImageHeight));
    }

    /// <summary>All images without gaps on one sheet, from which a page cuts thumbnails.</summary>
    internal JsonObject ToThumbnails()
    {
        var sheet = this with { Columns = Math.Min(Images.Length, 32), RowWords = [], ColumnWords = [] };
        return new()
        {
            ["source"] = sheet.Draw(scale: 1, gap: 0).ToDataUri(),
            ["width"] = ImageWidth,
            ["height"] = ImageHeight,
            ["columns"] = sheet.Columns,
            ["zoom"] = Scale ?? Math.Clamp(84 / ImageWidth, 1, LargestScale),
        };
    }

    private Raster Draw(int scale, int gap)
    {
        var (cellWidth, cellHeight) = (ImageWidth * scale + gap, ImageHeight * scale + gap);
        var raster = new Raster(Columns * cellWidth - gap, Rows * cellHeight - gap, Tone == Tone.Signed ? 3 : Planes);
        var all = Range(Images.Where(image => image is not null).SelectMany(image => image!));
        foreach (var (place, image) in Images.Index())
            if (image is not null)
                raster.Draw(image, ImageHeight, ImageWidth, place / Columns * cellHeight, place % Columns * cellWidth, scale, Tone, Each ? Range(image) : all);
        return raster;
    }

    private Extent Range(IEnumerable<float> values)
    {
        if (Tone is Tone.Unit or Tone.Inverted) return new(0, 1);
        var extent = Extent.Of([.. values.Select(value => (double)value)]);
        var most = Math.Max(Math.Abs(extent.Low), Math.Abs(extent.High));
        return Tone == Tone.Signed ? new(-most, most) : extent;
    }

    private static IEnumerable<(double, string)> Ticks(IEnumerable<string> words, int step, int size) => words.Select((word, place) => (place * step + size / 2.0, word));

    private string Html(byte[] png)
    {
        var (cellWidth, cellHeight) = (ImageWidth * ScaleUsed, ImageHeight * ScaleUsed);
        var (width, height) = (Columns * (cellWidth + Gap) - Gap, Rows * (cellHeight + Gap) - Gap);
        var html = new StringBuilder("<div class=\"workbook-images\" style=\"display:inline-grid;grid-template-columns:max-content max-content;column-gap:8px;row-gap:4px;font-size:14px\">");
        if (Title is not null) html.Append($"<div style=\"grid-column:2;font-size:16px\">{WebUtility.HtmlEncode(Title)}</div>");
        if (!ColumnWords.IsEmpty) html.Append($"<div style=\"grid-column:2;display:flex;gap:{Gap}px;text-align:center\">{Cells(ColumnWords, $"width:{cellWidth}px")}</div>");
        if (!RowWords.IsEmpty) html.Append($"<div style=\"grid-column:1;display:flex;flex-direction:column;gap:{Gap}px;text-align:right\">{Cells(RowWords, $"height:{cellHeight}px;line-height:{cellHeight}px")}</div>");
        html.Append($"<img style=\"grid-column:2;margin:0;max-width:none;image-rendering:pixelated\" width=\"{width}\" height=\"{height}\" alt=\"{WebUtility.HtmlEncode(ToString())}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">");
        return html.Append("</div>").ToString();
    }

    private static string Cells(IEnumerable<string> words, string style) => string.Concat(words.Select(word => $"<div style=\"{style}\">{WebUtility.HtmlEncode(word)}</div>"));
}
