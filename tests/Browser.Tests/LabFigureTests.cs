using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>Figures in JupyterLab, drawn by our own extension, under a real mouse.</summary>
[Collection("lab")]
public sealed class LabFigureTests(LabSession lab)
{
    private static string Setup => $"#r \"{Path.Combine(AppContext.BaseDirectory, "Workbook.Figures.dll")}\"\nusing Workbook.Figures;";

    [SkippableTheory]
    [InlineData("JupyterLab Light")]
    [InlineData("JupyterLab Dark")]
    public async Task A_scatter_is_drawn_and_tells_its_numbers_under_the_mouse(string theme)
    {
        await using var notebook = await Run("scatter", theme, "Figure.Scatter(new[] { 1.0, 2, 3 }, new[] { 4.0, 1, 9 }).Titled(\"three points\")");
        var plot = notebook.Output(1).Locator(".js-plotly-plot");
        await plot.Locator(".scatterlayer .point").Nth(1).HoverAsync(new() { Force = true });
        var hover = plot.Locator(".hoverlayer .hovertext");
        await hover.First.WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("scatter " + theme);
        Assert.Contains("(2, 1)", await hover.First.TextContentAsync());
        Assert.Contains("three points", await plot.InnerTextAsync());
    }

    [SkippableFact]
    public async Task A_slider_changes_the_frame_it_shows()
    {
        await using var notebook = await Run("slider", "JupyterLab Light",
            "Figure.Slider(\"epoch\", Enumerable.Range(0, 5).Select(k => ($\"{k}\", Figure.Line(new[] { 0.0, k, 2 * k }).Titled(\"growing\"))))");
        var plot = notebook.Output(1).Locator(".js-plotly-plot");
        var before = await plot.Locator(".scatterlayer .js-line").GetAttributeAsync("d");
        var rail = (await plot.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await notebook.Page.Mouse.ClickAsync(rail.X + rail.Width - 3, rail.Y + rail.Height / 2);
        await notebook.Page.WaitForFunctionAsync("before => document.querySelector('.scatterlayer .js-line').getAttribute('d') !== before", before, new() { Timeout = 10_000 });
        await notebook.Picture("slider");
        Assert.Contains("epoch", await plot.Locator(".slider-group").TextContentAsync());
        await notebook.Choose("JupyterLab Dark");
        await Assertions.Expect(plot.Locator(".gtitle")).ToHaveCSSAsync("fill", "rgb(221, 221, 221)", new() { Timeout = 20_000 });      // light on dark
        await notebook.Picture("slider-dark");
    }

    [SkippableFact]
    public async Task A_mermaid_cell_is_drawn()
    {
        Skip.IfNot(lab.Jupyter.DrawsFigures, "mermaid is not here and could not be fetched: tools/fetch-assets");
        await using var notebook = await lab.Open("mermaid.ipynb", "#!mermaid\ngraph LR; image --> code --> copy");
        await notebook.RunAll();
        var nodes = notebook.Output(0).Locator("svg .node");
        await Assertions.Expect(nodes).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        await notebook.Picture("mermaid");
        Assert.Equal(["image", "code", "copy"], (await nodes.AllTextContentsAsync()).Select(text => text.Trim()));
    }

    private async Task<LabPage> Run(string name, string theme, string cell)
    {
        Skip.IfNot(lab.Jupyter.DrawsFigures, "plotly.js is not here and could not be fetched: tools/fetch-assets");
        var notebook = await lab.Open($"{name}.ipynb", Setup, cell);
        await notebook.Choose(theme);
        await notebook.RunAll();
        await notebook.Output(1).Locator(".js-plotly-plot .main-svg").First.WaitForAsync(new() { Timeout = 20_000 });
        return notebook;
    }
}
