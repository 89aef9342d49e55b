using System.Globalization;
using System.Net;
using System.Text;

namespace Workbook.Figures;

/// <content>The drawing.</content>
public sealed partial record TreeDrawing
{
    private const double Level = 46, Bar = 40, Thick = 13, Gap = 14, Margin = 16, Letter = 8.2, Words = 14;
    private const string OnAnyGround = "#7a7a7a";                                   // reads on white and on black

    /// <summary>The drawing by itself, as a file that any browser shows.</summary>
    public string ToSvg() => Svg(inPage: false);

    private string Svg(bool inPage)
    {
        var places = new Dictionary<TreeMark, (double X, double Y)>(ReferenceEqualityComparer.Instance);
        var right = Placed(root, 0, places);
        var top = (Title is null ? 0 : 30) + Margin;
        var bottom = top + root.Height * Level + Thick + 26 + (Coloured ? 34 : 0) + Margin;
        var width = Math.Max(right - Gap, Coloured ? LegendWidth : 0) + 2 * Margin;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"{-Margin:0.#} 0 {width:0.#} {bottom:0.#}\" width=\"{width:0.#}\" height=\"{bottom:0.#}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"style=\"max-width:100%;height:auto\" color=\"{(inPage ? "inherit" : OnAnyGround)}\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"{Words}\" text-anchor=\"middle\">");
        svg.Append($"<title>{Text(Title ?? "A tree")}</title><desc>{Text(ToString())}</desc>");
        if (Title is not null) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{width / 2 - Margin:0.#}\" y=\"20\" font-weight=\"bold\">{Text(Title)}</text>");
        foreach (var mark in root.All)
            foreach (var part in new[] { mark.Left, mark.Right })
                if (part is not null) svg.Append(CultureInfo.InvariantCulture,
                    $"<path d=\"M{places[mark].X:0.#} {Y(mark) + Thick / 2:0.#}L{places[part].X:0.#} {Y(part) - Thick / 2:0.#}\" stroke=\"currentColor\" stroke-opacity=\"0.5\" stroke-width=\"1.5\"/>");
        foreach (var mark in root.All) Draw(svg, mark, places[mark].X, Y(mark));
        if (Coloured) DrawLegend(svg, bottom - Margin - 4);
        return svg.Append("</svg>").ToString();

        double Y(TreeMark mark) => top + Thick / 2 + (root.Height - mark.Height) * Level;
    }

    // Words from left to right, a phrase in the middle above its parts; what comes back is where the next word may begin.
    private static double Placed(TreeMark mark, double left, Dictionary<TreeMark, (double X, double Y)> places)
    {
        if (mark.Left is null || mark.Right is null)
        {
            var width = Math.Max(Bar, Letter * mark.Text.Length);
            places[mark] = (left + width / 2, 0);
            return left + width + Gap;
        }
        var right = Placed(mark.Right, Placed(mark.Left, left, places), places);
        places[mark] = ((places[mark.Left].X + places[mark.Right].X) / 2, 0);
        return right;
    }

    /// <summary>A bar of as many colours as there are classes, each as wide as it is probable; a line below in the colour of the true class.</summary>
    private void Draw(StringBuilder svg, TreeMark mark, double x, double y)
    {
        svg.Append($"<g><title>{Text(Hover(mark))}</title>");
        if (mark.Distribution is { } p)
        {
            var at = x - Bar / 2;
            for (var k = 0; k < p.Count; k++)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at:0.##}\" y=\"{y - Thick / 2:0.##}\" width=\"{Bar * p[k]:0.##}\" height=\"{Thick}\" fill=\"{Colour(k)}\"/>");
                at += Bar * p[k];
            }
        }
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x - Bar / 2:0.##}\" y=\"{y - Thick / 2:0.##}\" width=\"{Bar}\" height=\"{Thick}\" fill-opacity=\"{(mark.Distribution is null ? 0.1 : 0)}\" stroke=\"currentColor\"/>");
        if (mark.Label is { } label) svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x - Bar / 2:0.##}\" y=\"{y + Thick / 2 + 2:0.##}\" width=\"{Bar}\" height=\"4\" fill=\"{Colour(label)}\" stroke=\"currentColor\" stroke-width=\"0.5\"/>");
        if (mark.Left is null) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + Thick / 2 + 22:0.#}\">{Text(mark.Text)}</text>");
        svg.Append("</g>");
    }

    private string Hover(TreeMark mark)
    {
        var lines = new List<string> { mark.Text };
        if (mark.Distribution is { } p) lines.AddRange(p.Select((share, k) => string.Create(CultureInfo.InvariantCulture, $"{classes[k]} {100 * share:F1} %")));
        if (mark.Label is { } label) lines.Add($"is {classes[label]}");
        if (mark.Detail.Length > 0) lines.Add(mark.Detail);
        return string.Join('\n', lines);
    }

    private bool Coloured => root.All.Any(mark => mark.Label is not null || mark.Distribution is not null);

    private double LegendWidth => classes.Sum(name => 26 + Letter * name.Length);

    private void DrawLegend(StringBuilder svg, double y)
    {
        var x = 0.0;
        for (var k = 0; k < classes.Count; k++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y - 10:0.#}\" width=\"12\" height=\"12\" fill=\"{Colour(k)}\" stroke=\"currentColor\" stroke-width=\"0.5\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 17:0.#}\" y=\"{y:0.#}\" text-anchor=\"start\">{Text(classes[k])}</text>");
            x += 26 + Letter * classes[k].Length;
        }
    }

    // From vermilion at one end over white to blue at the other, the house's colours for signed values.
    private string Colour(int label)
    {
        var at = classes.Count < 2 ? 0.5 : 1 - label / (classes.Count - 1.0);
        var above = Math.Max(1, Array.FindIndex(Palette.Signed, stop => stop.At >= at));
        var ((low, from), (high, to)) = (Palette.Signed[above - 1], Palette.Signed[above]);
        var share = (at - low) / (high - low);
        return "#" + string.Concat(Enumerable.Range(0, 3).Select(i => ((int)Math.Round((1 - share) * Channel(from, i) + share * Channel(to, i))).ToString("X2", CultureInfo.InvariantCulture)));

        static int Channel(string colour, int i) => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
