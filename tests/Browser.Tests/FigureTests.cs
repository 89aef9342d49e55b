namespace Workbook.Browser.Tests;

/// <summary>Figures that a cell shows, under a real mouse.</summary>
[Collection("browser")]
public sealed class FigureTests(BrowserSession browser)
{
    private static string Setup => $"#r \"{Path.Combine(AppContext.BaseDirectory, "Workbook.Figures.dll")}\"\nusing Workbook.Figures;";

    [SkippableFact]
    public async Task A_scatter_is_drawn_and_tells_its_numbers_under_the_mouse()
    {
        await using var notebook = await Run("scatter", "Figure.Scatter(new[] { 1.0, 2, 3 }, new[] { 4.0, 1, 9 }).Titled(\"three points\")");
        var plot = notebook.Output(1).Locator(".js-plotly-plot");
        await plot.Locator(".scatterlayer .point").Nth(1).HoverAsync(new() { Force = true });
        var hover = plot.Locator(".hoverlayer .hovertext");
        await hover.First.WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("scatter");
        Assert.Contains("(2, 1)", await hover.First.TextContentAsync());
        Assert.Contains("three points", await plot.InnerTextAsync());
    }

    [SkippableFact]
    public async Task A_slider_changes_the_frame_it_shows()
    {
        await using var notebook = await Run("slider",
            "Figure.Slider(\"epoch\", Enumerable.Range(0, 5).Select(k => ($\"{k}\", Figure.Line(new[] { 0.0, k, 2 * k }).Titled(\"growing\"))))");
        var plot = notebook.Output(1).Locator(".js-plotly-plot");
        var line = plot.Locator(".scatterlayer .js-line");
        var before = await line.GetAttributeAsync("d");
        var rail = (await plot.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await notebook.Page.Mouse.ClickAsync(rail.X + rail.Width - 3, rail.Y + rail.Height / 2);
        await notebook.Page.WaitForFunctionAsync("before => document.querySelector('.scatterlayer .js-line').getAttribute('d') !== before", before, new() { Timeout = 10_000 });
        await notebook.Picture("slider");
        Assert.Contains("epoch", await plot.Locator(".slider-group").TextContentAsync());
    }

    private async Task<NotebookPage> Run(string name, string cell)
    {
        Skip.IfNot(browser.Jupyter.DrawsFigures, "plotly.js is not here and could not be fetched: tools/fetch-assets");
        var notebook = await browser.Open($"{name}.ipynb", Setup, cell);
        await notebook.RunAll();
        await notebook.Output(1).Locator(".js-plotly-plot .main-svg").First.WaitForAsync(new() { Timeout = 20_000 });
        return notebook;
    }
}
