using System.Globalization;
using System.Net;
using System.Text;

namespace Workbook.Figures;

/// <content>The drawing.</content>
public sealed partial record NetworkDrawing
{
    private const double Bar = 30, Tallest = 170, Lowest = 30, NarrowestGap = 74, Margin = 14, NameLine = 22, LetterLine = 42, LaneGap = 18, LinkLine = 30;
    private const double Letter = 19, Words = 14;                  // sizes of type, in pixels
    private const string OnAnyGround = "#7a7a7a";                  // reads on white (4.3 : 1) and on black (4.9 : 1)

    /// <summary>The drawing by itself, as a file that any browser shows.</summary>
    public string ToSvg() => Svg(inPage: false);

    private string Svg(bool inPage)
    {
        var boxes = Placed();
        var top = boxes.Min(box => box.Y) - NameLine - Margin - Ties.Length * LinkLine - (Title is null ? 0 : 30);
        var bottom = boxes.Max(box => box.Y + box.Height) + LetterLine + Links.Length * LinkLine + Margin;
        var (left, right) = (boxes.Min(box => box.Left) - Margin, boxes.Max(box => box.Right) + Margin);
        var (width, height) = (right - left, bottom - top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"{left:0.#} {top:0.#} {width:0.#} {height:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"style=\"max-width:100%;height:auto\" color=\"{(inPage ? "inherit" : OnAnyGround)}\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"{Words}\" text-anchor=\"middle\">");
        svg.Append($"<title>{Text(Title ?? "A network")}</title><desc>{Text(ToString())}</desc>");
        if (Title is not null) Write(svg, (left + right) / 2, top + 20, Title, "title", " font-weight=\"bold\"");
        foreach (var arrow in Arrows) Draw(svg, arrow, boxes[arrow.From], boxes[arrow.To]);
        for (var i = 0; i < Layers.Length; i++) Draw(svg, Layers[i], boxes[i]);
        for (var i = 0; i < Ties.Length; i++) DrawTie(svg, Ties[i], boxes, boxes.Min(box => box.Y) - NameLine - 8 - i * LinkLine);
        for (var i = 0; i < Links.Length; i++) DrawLink(svg, Links[i], boxes, bottom - Margin - (Links.Length - 1 - i) * LinkLine);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A layer: a bar of units, as tall as the logarithm of its size, its name above and its letter and size below.</summary>
    private static void Draw(StringBuilder svg, NetworkLayer layer, Box box)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"layer\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{Bar}\" height=\"{box.Height:0.#}\" rx=\"8\" fill-opacity=\"0.1\" stroke=\"currentColor\" stroke-width=\"1.5\"/>");
        const double step = 16;
        var places = Math.Max(1, (int)((box.Height - 8) / step));
        var all = layer.Size <= places;
        var count = all ? layer.Size : places - (1 - places % 2);                // odd, so that the dots stand in the middle
        for (var i = 0; i < count; i++)
        {
            var y = box.Middle + (i - (count - 1) / 2.0) * step;
            if (all || i != count / 2 || count < 3) Circle(box.Centre, y, 4.5);
            else for (var dot = -1; dot <= 1; dot++) Circle(box.Centre, y + dot * 5, 1.4);
        }
        if (layer.Name.Length > 0) Write(svg, box.Centre, box.Y - 9, layer.Name, "name", "");
        Write(svg, box.Centre, box.Y + box.Height + 19, layer.Letter, "letter", FormattableString.Invariant($" font-family=\"serif\" font-style=\"italic\" font-size=\"{Letter}\""));
        Write(svg, box.Centre, box.Y + box.Height + 36, FormattableString.Invariant($"{layer.Size:N0}"), "size", "");

        void Circle(double x, double y, double radius) => svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius}\" fill-opacity=\"0.75\"/>");
    }

    /// <summary>An arrow: a line with its label in the middle, on the wedge from one bar to the next.</summary>
    private static void Draw(StringBuilder svg, NetworkArrow arrow, Box from, Box to)
    {
        var (x1, x2) = (from.X + Bar, to.X);
        if (to.Column == from.Column + 1 && !arrow.AtRandom) svg.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M{x1:0.#} {from.Y:0.#}L{x2:0.#} {to.Y:0.#}V{to.Y + to.Height:0.#}L{x1:0.#} {from.Y + from.Height:0.#}Z\" fill-opacity=\"0.07\"/>");
        var (leave, arrive) = (Math.Max(x1 + 5, from.Right + 2), Math.Min(x2 - 14, to.Left - 2));        // past the words above and below the bars
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1 + 5:0.#} {from.Middle:0.#}H{leave:0.#}L{arrive:0.#} {to.Middle:0.#}H{x2 - 13:0.#}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"{(arrow.AtRandom ? " stroke-dasharray=\"5 4\"" : "")}/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x2 - 5:0.#} {to.Middle:0.#}L{x2 - 14:0.#} {to.Middle + 4:0.#}V{to.Middle - 4:0.#}Z\"/>");
        var rise = Math.Abs((to.Middle - from.Middle) / (arrive - leave)) * Width(arrow.Label, Words) / 2;
        var middle = from.Middle == to.Middle ? (x1 + x2) / 2 : (leave + arrive) / 2;
        if (arrow.Label.Length > 0) Write(svg, middle, (from.Middle + to.Middle) / 2 - 8 - rise, arrow.Label, "label", "");
    }

    private void DrawLink(StringBuilder svg, NetworkLink link, Box[] boxes, double y)
    {
        var (judged, wanted) = (boxes[link.First], boxes[link.Second]);
        var (from, to) = (Foot(judged), Foot(wanted));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{(from.Beside ? judged.X + Bar + 3 : from.X):0.#} {from.Y:0.#}H{from.X:0.#}V{y - 5:0.#}H{to.X:0.#}");
        svg.Append(CultureInfo.InvariantCulture, $"V{to.Y + (to.Beside ? 0 : 8):0.#}H{(to.Beside ? wanted.X + Bar + 10 : to.X):0.#}\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"2 3\"/>");
        if (to.Beside) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{wanted.X + Bar + 2:0.#} {to.Y:0.#}l9 4v-8Z\"/>");
        else svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{to.X:0.#} {to.Y:0.#}l4 8h-8Z\"/>");
        Write(svg, (from.X + to.X) / 2, y - 11, link.Label, "label", "");

        // Under its own size; or, where other layers stand below it, out to the right and down beside them.
        (double X, double Y, bool Beside) Foot(Box box)
        {
            var below = boxes.Where(other => other.Column == box.Column && other.Y > box.Y).ToList();
            return below.Count == 0 ? (box.Centre, box.Y + box.Height + LetterLine, false) : (Math.Max(box.Right, below.Max(other => other.Right)) + 4, box.Middle, true);
        }
    }

    private void DrawTie(StringBuilder svg, NetworkLink tie, Box[] boxes, double y)
    {
        var (x1, x2) = (Middle(Arrows[tie.First]), Middle(Arrows[tie.Second]));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1:0.#} {y + 14:0.#}V{y:0.#}H{x2:0.#}V{y + 14:0.#}\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"2 3\"/>");
        Write(svg, (x1 + x2) / 2, y - 6, tie.Label, "label", "");

        double Middle(NetworkArrow arrow) => (boxes[arrow.From].X + Bar + boxes[arrow.To].X) / 2;
    }

    private static void Write(StringBuilder svg, double x, double y, string text, string kind, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\"{style}>{Text(text)}</text>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
