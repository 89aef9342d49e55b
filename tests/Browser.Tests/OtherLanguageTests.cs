using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>Cells that are no C#, in the classic notebook: diagrams, F#, and the language that a cell's metadata name.</summary>
[Collection("browser")]
public sealed class OtherLanguageTests(BrowserSession browser)
{
    [SkippableFact]
    public async Task A_mermaid_cell_is_drawn_also_when_the_saved_notebook_is_opened_again()
    {
        Skip.IfNot(browser.Jupyter.DrawsFigures, "mermaid is not here and could not be fetched: tools/fetch-assets");
        await using (var notebook = await browser.Open("mermaid.ipynb", "#!mermaid\ngraph LR; image --> code --> copy", "#!mermaid\nthis is no diagram"))
        {
            await notebook.RunAll();
            await Drawn(notebook);
            await notebook.Picture("mermaid");
            Assert.Contains("this is no diagram", await notebook.Output(1).InnerTextAsync());
            Assert.Equal(0, await notebook.Page.Locator("body > [id^=dworkbook]").CountAsync());            // what mermaid leaves behind when it fails
            await notebook.Page.EvaluateAsync("() => Jupyter.notebook.save_notebook()");
        }
        await using var again = await browser.Open("mermaid.ipynb");
        await Drawn(again);
    }

    [SkippableFact]
    public async Task A_cell_runs_in_the_language_that_its_metadata_name()
    {
        await using var notebook = await browser.Open("metadata.ipynb", "[ for n in 1 .. 3 -> n * n ] |> List.sum", "6 * 7");
        await notebook.Page.EvaluateAsync("() => { Jupyter.notebook.get_cell(0).metadata = { polyglot_notebook: { kernelName: 'fsharp' } }; }");
        await notebook.RunAll();
        await notebook.Picture("metadata");
        Assert.Contains("14", await notebook.Output(0).Locator(".output_result").InnerTextAsync());
        Assert.Contains("42", await notebook.Output(1).Locator(".output_result").InnerTextAsync());
    }

    private static async Task Drawn(NotebookPage notebook)
    {
        var nodes = notebook.Output(0).Locator("svg .node");
        await Assertions.Expect(nodes).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        Assert.Equal(["image", "code", "copy"], (await nodes.AllTextContentsAsync()).Select(text => text.Trim()));
    }
}
