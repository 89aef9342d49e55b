using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>The course's own notebooks, as a student meets them in JupyterLab.</summary>
[Collection("lab")]
public sealed class LabCourseTests(LabSession lab)
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [SkippableFact]
    public async Task Notebook_01_opens_with_all_that_it_was_saved_with_and_its_first_cells_run()
    {
        var name = lab.Jupyter.Bring("01-*.ipynb");
        Skip.If(name is null, "there is no notebook 01");
        Skip.IfNot(lab.Jupyter.DrawsFigures, "plotly.js is not here and could not be fetched: tools/fetch-assets");
        var saved = Saved(Path.Combine(lab.Jupyter.Notebooks, name!));
        await using var notebook = await lab.Open(name!);
        var figures = notebook.Page.Locator(".js-plotly-plot:has(.main-svg)");
        await Assertions.Expect(figures).ToHaveCountAsync(saved.Sum(cell => cell.Figures), new() { Timeout = 120_000 });
        await Assertions.Expect(notebook.Cells.Locator(".jp-InputArea-prompt")).ToHaveTextAsync(saved.Select(cell => $"[{cell.Number}]:"), new() { Timeout = 60_000 });
        await notebook.Picture("course");
        await figures.First.ScrollIntoViewIfNeededAsync();
        await notebook.Picture("course-figure");

        for (var cell = 0; cell < 4; cell++) await notebook.Run(cell);          // set-up, data, a model, the model in use
        await notebook.Cells.Nth(0).ScrollIntoViewIfNeededAsync();
        await notebook.Picture("course-run");
        Assert.Equal(["[1]:", "[2]:", "[3]:", "[4]:"], (await notebook.Cells.Locator(".jp-InputArea-prompt").AllInnerTextsAsync()).Take(4));
        Assert.Equal(0, await notebook.Page.Locator("[data-mime-type$=error], [data-mime-type$=stderr]").CountAsync());
        Assert.NotEqual(0, await notebook.Output(1).Locator("img").EvaluateAsync<int>("e => e.naturalWidth"));
    }

    private static List<(int Number, int Figures)> Saved(string file) =>
    [
        .. Kernel.Notebooks.Notebook.Read(file).Cells.Where(cell => cell.IsCode)
            .Select(cell => (cell.ExecutionCount!.Value, cell.Outputs.Count(output => output!["data"] is JsonObject data && data.ContainsKey(Plotly)))),
    ];
}
