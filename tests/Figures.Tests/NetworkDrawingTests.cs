using System.Globalization;
using System.Xml.Linq;

namespace Workbook.Figures.Tests;

/// <summary>Drawings of networks: whole, without overlaps, and said in words.</summary>
[Collection(Chromium.Collection)]
public sealed class NetworkDrawingTests(Chromium chromium)
{
    private static readonly Dictionary<string, NetworkDrawing> Drawings = new()
    {
        ["autoencoder"] = NetworkDrawing.From("x", 784, "image").To("u", 20, "code", by: "f: W₁, b₁").To("x̂", 784, "reconstruction", by: "g: W₂, b₂").Compared("x̂", "x", "−log p(x | u)"),
        ["tied"] = NetworkDrawing.From("x", 784, "image").To("h", 400, "hidden", by: "W₁").To("u", 20, "code", by: "W₂").To("h′", 400, "hidden", by: "W₃").To("x̂", 784, "reconstruction", by: "W₄")
            .Tied("W₂", "W₃", "W₃ = W₂ᵀ").Tied("W₁", "W₄", "W₄ = W₁ᵀ").Compared("x̂", "x", "−log p(x | u)").Titled("Tied, layer by layer"),
        ["denoising"] = NetworkDrawing.From("x", 784, "image").To("x̃", 784, "damaged", by: "corrupt", atRandom: true).To("u", 100, "code", by: "f").To("x̂", 784, "reconstruction", by: "g").Compared("x̂", "x", "−log p(x | u)"),
        ["heads"] = NetworkDrawing.From("x", 784, "image").To("u", 20, "code", by: "f").To("x̂", 784, "reconstruction", by: "g").To("ŷ", 10, "guess", by: "h", from: "u").Also("y", 10, "label")
            .Compared("x̂", "x", "−log p(x | u)").Compared("ŷ", "y", "−log p(y | u)"),
        ["variational"] = NetworkDrawing.From("x", 784, "image").To("h", 400, "hidden", by: "f").To("μ", 20, "mean").To("σ", 20, "deviation", from: "h").Also("ε", 20, "noise, N(0, I)")
            .To("z", 20, "code", from: "μ").Arrow("σ", "z").Arrow("ε", "z", atRandom: true).To("x̂", 784, "reconstruction", by: "g").Compared("x̂", "x", "−log p(x | z)").Titled("A variational autoencoder"),
        ["bare"] = NetworkDrawing.From("x", 2).To("u", 1).To("x̂", 2),
        ["long"] = NetworkDrawing.From("x", 12_345_678, "a picture of many pixels").To("u", 3, "code", by: "an encoder of many words"),
    };

    public static TheoryData<string> Names => [.. Drawings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_words_meet_other_words_or_a_bar_and_nothing_is_clipped(string name)
    {
        var svg = XElement.Parse(Drawings[name].ToSvg());
        var frame = svg.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        var words = svg.Elements().Where(element => element.Name.LocalName == "text").Select(Words).ToList();
        var bars = svg.Elements().Where(element => element.Name.LocalName == "rect").Select(Bar).ToList();
        var all = words.Concat(bars).ToList();
        Assert.All(all, one => Assert.True(one.Left >= frame[0] && one.Top >= frame[1] && one.Right <= frame[0] + frame[2] && one.Bottom <= frame[1] + frame[3], $"{one.What} leaves the frame"));
        for (var i = 0; i < all.Count; i++)
            foreach (var other in all.Skip(i + 1))
                Assert.False(all[i].Left < other.Right && other.Left < all[i].Right && all[i].Top < other.Bottom && other.Top < all[i].Bottom, $"{all[i].What} meets {other.What}");
    }

    [Fact]
    public void The_taller_bar_has_more_numbers_and_few_units_are_all_drawn()
    {
        var svg = XElement.Parse(Drawings["autoencoder"].ToSvg());
        var heights = svg.Elements().Where(element => element.Name.LocalName == "rect").Select(rect => Number(rect.Attribute("height")!.Value)).ToArray();
        Assert.Equal(heights[0], heights[2]);
        Assert.True(heights[1] < heights[0] / 2);
        Assert.Equal(2 + 1 + 2, XElement.Parse(Drawings["bare"].ToSvg()).Elements().Count(element => element.Name.LocalName == "circle"));
    }

    [Theory]
    [InlineData("autoencoder", "A network: x (image, 784 numbers) goes in. From x by f: W₁, b₁ to u (code, 20 numbers); from u by g: W₂, b₂ to x̂ (reconstruction, 784 numbers). −log p(x | u) compares x̂ with x.")]
    [InlineData("bare", "A network: x (2 numbers) goes in. From x to u (1 number); from u to x̂ (2 numbers).")]
    [InlineData("denoising", "A network: x (image, 784 numbers) goes in. From x by corrupt, at random, to x̃ (damaged, 784 numbers); from x̃ by f to u (code, 100 numbers); from u by g to x̂ (reconstruction, 784 numbers). −log p(x | u) compares x̂ with x.")]
    public void A_sentence_names_every_size_and_every_arrow(string name, string sentence)
    {
        Assert.Equal(sentence, Drawings[name].ToString());
        var svg = XElement.Parse(Drawings[name].ToSvg());
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(sentence, svg.Elements().Single(element => element.Name.LocalName == "desc").Value);
    }

    [Fact]
    public void In_a_page_it_takes_the_colour_of_the_text_and_by_itself_one_that_reads_on_any_ground()
    {
        var formats = Drawings["heads"].ToMime().Formats;
        var (inPage, alone) = (XElement.Parse((string)formats["text/html"]).Elements().Single(), XElement.Parse((string)formats["image/svg+xml"]));
        Assert.Equal("inherit", inPage.Attribute("color")!.Value);
        var grey = Convert.ToInt32(alone.Attribute("color")!.Value[1..3], 16) / 255.0;
        var light = Math.Pow((grey + 0.055) / 1.055, 2.4);                                       // relative luminance, as WCAG counts contrast
        Assert.InRange(1.05 / (light + 0.05), 4, 5);
        Assert.InRange((light + 0.05) / 0.05, 4, 5);
        Assert.All(alone.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke"), paint => Assert.True(paint.Value is "currentColor" or "none"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_is_the_recorded_one(string name)
    {
        var file = Path.Combine(Chromium.Root, "tests/Figures.Tests/recorded", $"network-{name}.svg");
        var now = Drawings[name].ToSvg().Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
        if (Environment.GetEnvironmentVariable("WORKBOOK_RECORD") == "1") File.WriteAllText(file, now);
        Assert.Equal(File.ReadAllText(file), now);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_by_name()
    {
        var drawing = NetworkDrawing.From("x", 784).To("u", 20, by: "f");
        Assert.StartsWith("letter: u is drawn already", Assert.Throws<ArgumentException>(() => drawing.To("u", 3)).Message);
        Assert.StartsWith("from: there is no layer h; there are x, u.", Assert.Throws<ArgumentException>(() => drawing.To("y", 3, from: "h")).Message);
        Assert.StartsWith("to: an arrow from u to x would lead back", Assert.Throws<ArgumentException>(() => drawing.Arrow("u", "x")).Message);
        Assert.StartsWith("second: there is no arrow labelled g; there are f.", Assert.Throws<ArgumentException>(() => drawing.Tied("f", "g", "")).Message);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => drawing.To("y", 0)).ParamName);
    }

    /// <summary>In a browser, where type is as wide as it is: the words that were taken to fit do.</summary>
    [SkippableTheory]
    [InlineData("light", "#ffffff", "#111111")]
    [InlineData("dark", "#111111", "#dddddd")]
    public async Task In_a_browser_no_words_meet_on_a_page_in_light_or_dark(string name, string ground, string ink)
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        var page = $"<div style=\"background:{ground};color:{ink}\">{string.Concat(Drawings.Values.Select(drawing => drawing.ToMime().Formats["text/html"]))}</div>";
        await using var open = await chromium.Open($"network-{name}", page, withPlotly: false);
        await open.Page.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, $"network-{name}.png"), FullPage = true });
        Assert.Empty(open.Complaints);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('svg')].map(svg => {
                const boxes = [...svg.querySelectorAll('text, rect')].map(one => one.getBBox()), frame = svg.viewBox.baseVal;
                return boxes.filter((a, i) => a.x < frame.x || a.x + a.width > frame.x + frame.width || boxes.some((b, j) => j > i
                    && a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height)).length;
            }).reduce((a, b) => a + b)
            """));
        Assert.Equal(ink, await open.Page.EvaluateAsync<string>("() => '#' + getComputedStyle(document.querySelector('svg text')).fill.match(/\\d+/g).map(n => (+n).toString(16).padStart(2, '0')).join('')"));
    }

    private static (string What, double Left, double Top, double Right, double Bottom) Words(XElement text)
    {
        var (size, x, y) = (Number(text.Attribute("font-size")?.Value ?? "14"), Number(text.Attribute("x")!.Value), Number(text.Attribute("y")!.Value));
        var width = 0.55 * size * new StringInfo(text.Value).LengthInTextElements;
        return (text.Value, x - width / 2, y - 0.75 * size, x + width / 2, y + 0.2 * size);
    }

    private static (string What, double Left, double Top, double Right, double Bottom) Bar(XElement rect)
    {
        var (x, y) = (Number(rect.Attribute("x")!.Value), Number(rect.Attribute("y")!.Value));
        return ("a bar", x, y, x + Number(rect.Attribute("width")!.Value), y + Number(rect.Attribute("height")!.Value));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
