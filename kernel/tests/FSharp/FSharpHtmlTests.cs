namespace Workbook.Kernel.Tests;

/// <summary>The elements and attributes that F# has after <c>open Html</c>; the expected HTML is written by hand.</summary>
[Collection("console")]
public sealed class FSharpHtmlTests
{
    private readonly Session session = new();

    [Theory]
    [InlineData("p [ _class \"box\"; _id \"a\" ] [ b [] [ str \"F# < C#\" ]; str \" and \"; rawText \"<i>more</i>\" ]", "<p class=\"box\" id=\"a\"><b>F# &lt; C#</b> and <i>more</i></p>")]
    [InlineData("td [ _style [ \"color: red\"; \"width: 2em\" ]; _colSpan 2 ] [ 3; \" years\" ]", "<td style=\"color: red; width: 2em\" colspan=\"2\">3 years</td>")]
    [InlineData("ul [] [ for n in 1 .. 2 -> li [] [ n ] ]", "<ul><li>1</li><li>2</li></ul>")]
    [InlineData("input [ _type \"checkbox\"; _checked true; _disabled false ] []", "<input type=\"checkbox\" checked />")]
    [InlineData("label [ _htmlFor \"x\" ] [ custom \"svg\" [ \"width\", 9 ] [] ]", "<label for=\"x\"><svg width=\"9\"></svg></label>")]
    public void An_element_is_a_name_attributes_and_contents(string element, string html) =>
        Assert.Equal(html, session.Format("text/html", $"#!fsharp\nopen Html\n{element}"));

    [Fact]
    public void A_module_of_a_cell_may_open_it_for_itself()
    {
        session.Value("#!fsharp\nmodule Bold =\n    open Html\n    let bold (text: string) = b [] [ text ]");
        Assert.Equal("<b>x</b>", session.Format("text/html", "#!fsharp\nBold.bold \"x\""));
        Assert.Contains("'div' is not defined", session.Error("#!fsharp\ndiv [] []").Message, StringComparison.Ordinal);
    }
}
