using System.Collections.Immutable;
using System.Net;
using System.Text;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Workbook.Figures;

/// <content>From images to pixels, to a page fragment, and to a figure.</content>
public sealed partial record ImageGrid
{
    private const int FigureWidth = 640, PictureWidth = 554;        // a picture as wide as the plotting area of any other figure

    /// <summary>The grid as a figure, for <see cref="Figure.Slider"/> and <see cref="Figure.Grid"/>; captions stand along its axes.</summary>
    public Figure ToFigure()
    {
        const int gap = 1, around = 32, title = 32, captions = 42;
        var raster = Draw(scale: 1, gap);
        var source = "data:image/png;base64," + Convert.ToBase64String(raster.ToPng());
        var height = (int)Math.Round((double)PictureWidth * raster.Height / raster.Width) + around + (Title is null ? 0 : title) + (ColumnWords.IsEmpty ? 0 : captions);
        return Figure.Of(() =>
        {
            var panel = new Panel(new Trace2D("image").With(("source", source), ("x0", 0.5), ("y0", 0.5), ("hoverinfo", "skip"), ("meta", new[] { Count, ImageHeight, ImageWidth })))
            {
                RangeX = new(0, raster.Width),
                RangeY = new(0, raster.Height),
            };
            Bare(panel.X, ColumnWords).Ticks(ColumnWords, place => place * (ImageWidth + gap) + ImageWidth / 2.0);
            Bare(panel.Y, RowWords).With(("autorange", "reversed")).Ticks(RowWords, place => place * (ImageHeight + gap) + ImageHeight / 2.0);
            return panel.EqualAspect();
        }) with
        { Title = Title, Size = (FigureWidth, Math.Max(100, height)) };

        static LinearAxis Bare(LinearAxis axis, ImmutableArray<string> words) => axis.With(("showgrid", false), ("showline", false), ("ticks", ""), ("showticklabels", !words.IsEmpty));
    }

    private Raster Draw(int scale, int gap)
    {
        var (cellWidth, cellHeight) = (ImageWidth * scale + gap, ImageHeight * scale + gap);
        var raster = new Raster(Columns * cellWidth - gap, Rows * cellHeight - gap, Tone == Tone.Signed ? 3 : 1);
        var all = Range(Images.Where(image => image is not null).SelectMany(image => image!));
        foreach (var (place, image) in Images.Index())
            if (image is not null)
                raster.Draw(image, ImageHeight, ImageWidth, place / Columns * cellHeight, place % Columns * cellWidth, scale, Tone, Each ? Range(image) : all);
        return raster;
    }

    private Extent Range(IEnumerable<float> values)
    {
        if (Tone == Tone.Unit) return new(0, 1);
        var extent = Extent.Of(values.Select(value => (double)value));
        var most = Math.Max(Math.Abs(extent.Low), Math.Abs(extent.High));
        return Tone == Tone.Signed ? new(-most, most) : extent;
    }

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
