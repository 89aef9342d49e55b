using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>A notebook in the classic front end, used as a person would: by its menus, buttons and keys.</summary>
public sealed class NotebookPage(IPage page) : IAsyncDisposable
{
    private const float Patience = 60_000;

    /// <summary>The browser's page.</summary>
    public IPage Page => page;

    /// <summary>The code cells.</summary>
    public ILocator Cells => page.Locator(".code_cell");

    /// <summary>What a cell has shown.</summary>
    public ILocator Output(int cell) => Cells.Nth(cell).Locator(".output");

    /// <summary>Goes to the notebook and waits for its kernel.</summary>
    public async Task Open(string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook._fully_loaded", null, new() { Timeout = Patience });
        await page.Locator(".kernel_idle_icon").WaitForAsync(new() { Timeout = Patience });
    }

    /// <summary>Cell → Run All, and waits until no cell is running.</summary>
    public async Task RunAll()
    {
        await StartAll();
        await Finished();
    }

    /// <summary>Cell → Run All.</summary>
    public async Task StartAll()
    {
        await page.ClickAsync("#celllink");
        await page.ClickAsync("#run_all_cells a");
    }

    /// <summary>Waits until no cell is running or waiting.</summary>
    public Task Finished(float patience = Patience) =>
        page.WaitForFunctionAsync("() => document.querySelectorAll('.code_cell.running').length === 0", null, new() { Timeout = patience });

    /// <summary>Puts the cursor at the end of a cell's text.</summary>
    public async Task Edit(int cell)
    {
        await Cells.Nth(cell).Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>A picture of the page, for a person to look at, where <c>WORKBOOK_SCREENSHOTS</c> names a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("WORKBOOK_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await page.EvaluateAsync("() => Jupyter.notebook.session.delete()");
        await page.CloseAsync();
    }
}
