namespace Workbook.Kernel.Tests;

/// <summary>HTML as C# writes it.</summary>
[Collection("console")]
public sealed class PocketViewTests
{
    private readonly Session session = new();

    public PocketViewTests() => session.Value("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags; using Microsoft.DotNet.Interactive.Formatting;");

    [Theory]
    [InlineData("b(\"x\")", "<b>x</b>")]
    [InlineData("div", "<div></div>")]
    [InlineData("div[@class: \"box\"](h1(\"Title\"), \"text\")", "<div class=\"box\"><h1>Title</h1>text</div>")]
    [InlineData("img[src: \"a.png\", alt: \"<a> & \\\"b\\\"\"]", "<img src=\"a.png\" alt=\"&lt;a&gt; &amp; &quot;b&quot;\" />")]
    [InlineData("p(\"1 < 2\", br, 3)", "<p>1 &lt; 2<br />3</p>")]
    [InlineData("span(HTML(\"<i>as it is</i>\"))", "<span><i>as it is</i></span>")]
    [InlineData("ul(new[] { 1, 2 }.Select(n => li(n)))", "<ul><li>1</li><li>2</li></ul>")]
    [InlineData("input[type: \"checkbox\", @checked: true, disabled: false, title: null]", "<input type=\"checkbox\" checked />")]
    [InlineData("div[data_x: 1]", "<div data-x=\"1\"></div>")]
    [InlineData("_.anything[id: \"a\"](_.inner(\"x\"))", "<anything id=\"a\"><inner>x</inner></anything>")]
    [InlineData("style(\"a > b { }\")", "<style>a > b { }</style>")]
    [InlineData("b(new { A = 1 })", "<b><table><tbody><tr><th>A</th><td>1</td></tr></tbody></table></b>")]
    [InlineData("td(null, \"\")", "<td></td>")]
    public void An_element_writes_itself(string code, string html) => Assert.Equal(html, session.Html($"(PocketView){code}"));

    [Fact]
    public void A_tag_is_not_changed_by_being_used()
    {
        session.Value("var box = div[@class: \"box\"]; var one = box(\"1\"); var two = box[id: \"i\"](\"2\");");
        Assert.Equal("<div class=\"box\">1</div><div class=\"box\" id=\"i\">2</div><div class=\"box\"></div>", session.Value("one.ToString() + two.ToString() + box.ToString()"));
    }

    [Fact]
    public void Its_text_is_what_stands_between_the_tags() =>
        Assert.Equal("a < b", session.Value("(PocketView)p(\"a \", b(\"< b\"))"));

    [Fact]
    public void An_attribute_without_a_name_is_told_so() =>
        Assert.Contains("div[…]: an attribute is written with its name", session.Error("PocketView v = div[\"x\"];").Message);
}
