using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>A notebook in JupyterLab, used as a person would: by its menus, buttons and keys.</summary>
public sealed class LabPage(IPage page) : IAsyncDisposable
{
    private const float Patience = 60_000;
    private const string Light = "JupyterLab Light";

    /// <summary>The browser's page.</summary>
    public IPage Page => page;

    /// <summary>The code cells.</summary>
    public ILocator Cells => page.Locator(".jp-NotebookPanel .jp-CodeCell");

    /// <summary>What a cell has shown.</summary>
    public ILocator Output(int cell) => Cells.Nth(cell).Locator(".jp-Cell-outputWrapper");

    /// <summary>The number before a cell: <c>[1]:</c>, or <c>[*]:</c> while it runs.</summary>
    public ILocator Prompt(int cell) => Cells.Nth(cell).Locator(".jp-InputArea-prompt");

    /// <summary>Goes to the notebook and waits for its kernel.</summary>
    public async Task Open(string address)
    {
        await page.GotoAsync(address);
        await Idle();
        await Cells.First.Locator(".cm-content").WaitForAsync(new() { Timeout = Patience });
    }

    /// <summary>Waits until the status bar says that our kernel has nothing to do.</summary>
    public Task Idle() => page.Locator("#jp-main-statusbar").GetByText("C# (Workbook) | Idle").WaitForAsync(new() { Timeout = Patience });

    /// <summary>Run → Run All Cells, and waits until no cell is running.</summary>
    public async Task RunAll()
    {
        await StartAll();
        await Finished();
    }

    /// <summary>Run → Run All Cells.</summary>
    public async Task StartAll()
    {
        await page.Locator(".lm-MenuBar-item", new() { HasText = "Run" }).ClickAsync();
        await page.Locator("#jp-mainmenu-run").GetByText("Run All Cells", new() { Exact = true }).ClickAsync();
    }

    /// <summary>Waits until no cell is running or waiting.</summary>
    public Task Finished() => page.WaitForFunctionAsync(
        "() => ![...document.querySelectorAll('.jp-NotebookPanel .jp-InputArea-prompt')].some(p => p.textContent.includes('*'))", null, new() { Timeout = Patience });

    /// <summary>Puts the cursor at the end of a cell's text.</summary>
    public async Task Edit(int cell)
    {
        await Cells.Nth(cell).Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>Settings → Theme.</summary>
    public async Task Choose(string theme)
    {
        await page.EvaluateAsync("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme);
        await page.Locator($"body[data-jp-theme-name='{theme}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("#jupyterlab-splash").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Presses the button of the notebook's toolbar with this hint.</summary>
    public Task Press(string hint) => page.Locator($".jp-NotebookPanel-toolbar button[title='{hint}']").ClickAsync();

    /// <summary>Runs one cell by the keyboard and waits for its number.</summary>
    public async Task Run(int cell)
    {
        await Edit(cell);
        await page.Keyboard.PressAsync("Control+Enter");
        await Finished();
    }

    /// <summary>A picture of the page, for a person to look at, where <c>WORKBOOK_SCREENSHOTS</c> names a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("WORKBOOK_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"lab-{name}.png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (await page.Locator("body[data-jp-theme-light=false]").CountAsync() > 0) await Choose(Light);      // Lab remembers it for the next page
        await page.EvaluateAsync("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }");
        await page.CloseAsync();
    }
}
