namespace Workbook.Browser.Tests;

/// <summary>The course's own notebooks, as a student meets them: opened in Jupyter, run from top to bottom, touched.</summary>
[Collection("browser")]
public sealed class CourseTests(BrowserSession browser)
{
    [SkippableFact]
    public async Task Notebook_01_runs_from_top_to_bottom_and_its_figures_answer_the_mouse()
    {
        var name = browser.Jupyter.Bring("01-*.ipynb");
        Skip.If(name is null, "there is no notebook 01");
        await using var notebook = await browser.Open(name!);
        await notebook.RunAll();
        await notebook.Picture("course");
        Assert.Empty(await notebook.Page.Locator(".output_error").AllInnerTextsAsync());
        Assert.Equal(0, await notebook.Page.EvaluateAsync<int>("() => Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.get_text().trim() && !(c.input_prompt_number > 0)).length"));
        Skip.IfNot(browser.Jupyter.DrawsFigures, "plotly.js is not here and could not be fetched: tools/fetch-assets");
        await Hover(notebook);
        await Slide(notebook);
    }

    /// <summary>Some point of the first scatter or line shows its numbers under the mouse.</summary>
    private static async Task Hover(NotebookPage notebook)
    {
        var plot = notebook.Page.Locator(".js-plotly-plot:has(.scatterlayer .trace)").First;
        await plot.ScrollIntoViewIfNeededAsync();
        var area = (await plot.Locator(".nsewdrag").First.BoundingBoxAsync())!;
        var hover = plot.Locator(".hoverlayer .hovertext").First;
        for (var step = 1; step < 40 && !await hover.IsVisibleAsync(); step++)
        {
            var part = step * 0.618f % 1;                         // spread over the width, wherever the points lie
            await notebook.Page.Mouse.MoveAsync(area.X + area.Width * part, area.Y + area.Height * (step % 7 + 0.5f) / 7);
            await notebook.Page.WaitForTimeoutAsync(100);
        }
        await notebook.Picture("course-hover");
        Assert.True(await hover.IsVisibleAsync(), "no point of the first figure answered the mouse");
    }

    /// <summary>The first slider shows another frame when it is moved to its end.</summary>
    private static async Task Slide(NotebookPage notebook)
    {
        var slider = notebook.Page.Locator(".js-plotly-plot .slider-group").First;
        await slider.ScrollIntoViewIfNeededAsync();
        var label = slider.Locator(".slider-label").First;
        var before = await label.TextContentAsync();
        var rail = (await slider.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        foreach (var end in (float[])[3, rail.Width - 3])
        {
            await notebook.Page.Mouse.ClickAsync(rail.X + end, rail.Y + rail.Height / 2);
            await notebook.Page.WaitForTimeoutAsync(300);
            if (await label.TextContentAsync() != before) break;
        }
        await notebook.Picture("course-slider");
        Assert.NotEqual(before, await label.TextContentAsync());
    }
}
