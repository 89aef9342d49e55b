namespace Workbook.Figures.Tests;

[Collection(Chromium.Collection)]
public sealed class SavingTests(Chromium chromium) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    [Fact]
    public void A_grid_is_a_picture()
    {
        var grid = ImageGrid.Grey([0, 1, 0.5, 0], 1, 2, columns: 2).Scaled(2);
        Assert.Equal(At("new/grid.png"), grid.Save(At("new/grid.png")));
        Assert.Equal(grid.ToPng(), File.ReadAllBytes(At("new/grid.png")));
    }

    [Fact]
    public void A_drawing_is_svg_and_everything_is_words()
    {
        var drawing = NetworkDrawing.From("x", 4, "data").To("z", 2, "code");
        Assert.Equal(drawing.ToSvg(), File.ReadAllText(drawing.Save(At("net.svg"))));
        Assert.Equal(Figure.Line([1, 2]).ToString(), File.ReadAllText(Figure.Line([1, 2]).Save(At("line.txt"))));
    }

    [Theory]
    [InlineData("line.png", "expected a name ending in .html or .txt, got")]
    [InlineData("line", "expected a name ending in .html or .txt, got")]
    [InlineData("line.jpeg", "expected a name ending in .html or .txt, got")]
    public void What_a_thing_is_not_is_said(string name, string sentence)
    {
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => Figure.Line([1, 2]).Save(At(name))).Message);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [SkippableFact]
    public async Task A_figure_s_page_draws_itself_with_nothing_beside_it()
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        var file = Figure.Line([1, 3, 2]).Titled("A line & more").Save(At("line.html"));
        Assert.Equal([file], Directory.GetFiles(folder));
        await using var open = await chromium.OpenFile(file);
        await open.Page.Locator(".svg-container").WaitForAsync();
        Assert.Contains("A line & more", await open.Page.TitleAsync());
        Assert.Empty(open.Complaints);
    }
}
