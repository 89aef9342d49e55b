using System.Xml.Linq;

namespace Workbook.Figures.Tests;

public class TreeDrawingTests
{
    private static readonly string[] classes = ["bad", "neither", "good"];
    private static readonly TreeMark tree = new("not <so> good", [0.7, 0.2, 0.1], 0, "E_rec 0.25",
        new("not", [0.1, 0.8, 0.1], 1), new("<so> good", [0, 0.25, 0.75], 2, "", new("<so>", [0, 1, 0], 1), new("good", [0, 0, 1], 2)));

    [Fact]
    public void In_words_it_is_a_line_a_phrase_the_whole_first() =>
        Assert.Equal("By hand\nnot <so> good: bad 70 %, is bad, E_rec 0.25\n<so> good: good 75 %, is good", new TreeDrawing(tree, classes).Titled("By hand").ToString());

    [Fact]
    public void Each_bar_is_as_wide_as_its_class_is_probable_and_the_pointer_shows_the_numbers()
    {
        var svg = XDocument.Parse(new TreeDrawing(tree, classes).ToSvg());
        XNamespace ns = "http://www.w3.org/2000/svg";
        var marks = svg.Descendants(ns + "g").ToArray();
        Assert.Equal(5, marks.Length);
        var whole = marks.Single(mark => mark.Element(ns + "title")!.Value == "not <so> good\nbad 70.0 %\nneither 20.0 %\ngood 10.0 %\nis bad\nE_rec 0.25");
        Assert.Equal(["28", "8", "4"], whole.Elements(ns + "rect").Take(3).Select(bar => bar.Attribute("width")!.Value));    // of 40
        Assert.Equal(["not", "<so>", "good"], marks.Elements(ns + "text").Select(text => text.Value));
        Assert.Equal(4, svg.Descendants(ns + "path").Count());                      // a line from each phrase to each of its parts
        Assert.Equal(["#9C3F00", "#FFFFFF", "#00476F"], whole.Elements(ns + "rect").Take(3).Select(bar => bar.Attribute("fill")!.Value));
    }

    [Fact]
    public void Classes_are_explained_only_where_a_phrase_has_a_colour()
    {
        TreeMark bare = new("so good", Left: new("so"), Right: new("good"));
        Assert.DoesNotContain("neither", new TreeDrawing(bare, classes).ToSvg());
        Assert.Contains("neither", new TreeDrawing(bare with { Label = 2 }, classes).ToSvg());
    }

    [Fact]
    public void A_word_alone_is_a_tree_too() => Assert.Equal("good: good 100 %", new TreeDrawing(new("good", [0, 0, 1]), classes).ToString());

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.StartsWith("root: expected the probabilities of 3 classes at \"good\", got 2", Assert.Throws<ArgumentException>(() => new TreeDrawing(new("good", [0.5, 0.5]), classes)).Message);
        Assert.StartsWith("root: expected a label from 0 to 2 at \"good\", got 3", Assert.Throws<ArgumentException>(() => new TreeDrawing(new("good", Label: 3), classes)).Message);
        Assert.StartsWith("root: expected two parts or none at \"good\", got one", Assert.Throws<ArgumentException>(() => new TreeDrawing(new("good", Left: new("so")), classes)).Message);
    }
}
