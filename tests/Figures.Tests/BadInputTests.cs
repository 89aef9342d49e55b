namespace Workbook.Figures.Tests;

public sealed class BadInputTests
{
    private static readonly double[] Two = [1, 2], Three = [1, 2, 3], None = [];

    public static TheoryData<string, Func<object>, string> Mistakes => new()
    {
        { "lengths", () => Figure.Line(Two, Three), "x and y must be of one length: x has 2 values, y has 3." },
        { "category", () => Figure.Scatter(Three, Three, category: ["a"]), "x and category must be of one length: x has 3 values, category has 1." },
        { "value", () => Figure.Scatter(Three, Three, value: Two), "x and value must be of one length: x has 3 values, value has 2." },
        { "bars", () => Figure.Bars(["a"], Two), "names and values must be of one length: names has 1, values has 2." },
        { "parallel", () => Figure.ParallelCoordinates([("a", Three), ("b", Two)]), "b and a must be of one length: b has 2 values, a has 3." },
        { "a number without a word", () => Figure.ParallelCoordinates([("a", Three), ("b", Three)], words: new Dictionary<string, IReadOnlyList<string>> { ["b"] = ["zero"] }), "b: there are 1 words, for 0 to 0; a value is none of those." },
        { "one axis", () => Figure.ParallelCoordinates([("a", Three)]), "need two axes or more, got 1" },
        { "empty", () => Figure.Line(None), "y: there is nothing to draw" },
        { "empty matrix", () => Figure.Heatmap(new double[0, 3]), "matrix: there is nothing to draw" },
        { "no finite value", () => Figure.Histogram([double.NaN]), "none of them is a finite number" },
        { "plane", () => Figure.Contours(Two, Three, new double[2, 3]), "values: expected 3 rows (one per y) and 2 columns (one per x), got 2 × 3." },
        { "row names", () => Figure.Heatmap(new double[2, 2], rows: ["a"]), "rows: the matrix has 2 of them, 1 names were given." },
        { "backwards", () => Figure.Curve(Math.Sin, 1, 0), "from must lie below to: from is 1, to is 0." },
        { "other axes", () => Figure.Line(Three).And(Figure.ParallelCoordinates([("a", Three), ("b", Three)])), "put them side by side with Figure.Grid" },
        { "no frame", () => Figure.Slider("epoch", Array.Empty<(int, Figure)>()), "a slider needs at least one" },
        { "unlike frames", () => Figure.Slider("epoch", [(0, Figure.Line(Two)), (7, Figure.Bars(Two, Two))]), "Frame 0 draws line; frame 7 draws bars." },
        { "nested slider", () => Figure.Row(Figure.Slider("epoch", [(0, Figure.Line(Two))])), "Put the slider around grids" },
        { "start", () => Figure.Slider("epoch", [(0, Figure.Line(Two))], start: 3), "there are 1 frames" },
        { "opacity", () => Figure.Line(Two).Faded(0), "expected a number above 0, at most 1" },
        { "half an image", () => ImageGrid.Grey(Three, 2, 2), "pixels: expected N × 4 numbers (2 × 2 an image), got 3." },
        { "NaN in an image", () => ImageGrid.Grey([0, 0, 0, 0, 0, float.NaN, 0, 0], 2, 2), "image 1 has a value that is not a finite number, at its position 1." },
        { "unlike grids", () => ImageGrid.Grey([1, 1], 1, 1, 2).Above(ImageGrid.Grey([1, 1], 1, 1, 1)), "this one has 2 columns of 1 × 1, the other 1 columns" },
        { "captions", () => ImageGrid.Grey([1, 1], 1, 1, 1).RowCaptions("only one"), "the grid has 2 rows, 1 captions were given." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_answered_by_what_was_wanted_and_what_came(string what, Func<object> mistake, string answer)
    {
        var error = Assert.ThrowsAny<ArgumentException>(mistake);
        Assert.True(error.Message.Contains(answer, StringComparison.Ordinal), $"{what}: {error.Message}");
    }
}
