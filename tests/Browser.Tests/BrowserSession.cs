using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>The tests that share one server and one browser.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserCollection : ICollectionFixture<BrowserSession>;

/// <summary>One server and one headless Chromium for all tests.</summary>
public sealed class BrowserSession : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Jupyter? jupyter;

    /// <summary>The server.</summary>
    public Jupyter Jupyter => jupyter!;

    public async Task InitializeAsync()
    {
        if (Jupyter.Missing is not null) return;
        jupyter = await Jupyter.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Jupyter.Chromium, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        jupyter?.Dispose();
    }

    /// <summary>Writes a notebook of these cells and opens its page.</summary>
    public Task<NotebookPage> Open(string name, params string[] cells)
    {
        Skip.If(Jupyter.Missing is not null, Jupyter.Missing);
        Write(Path.Combine(Jupyter.Notebooks, name), cells);
        return Open(name);
    }

    /// <summary>Writes a notebook of these cells.</summary>
    public static string Write(string file, params string[] cells)
    {
        File.WriteAllText(file, Notebook(cells).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return file;
    }

    /// <summary>Opens a page from the disk.</summary>
    public async Task<IPage> OpenFile(string file)
    {
        var page = await browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>Opens the page of a notebook that lies in the served folder.</summary>
    public async Task<NotebookPage> Open(string name)
    {
        Skip.If(Jupyter.Missing is not null, Jupyter.Missing);
        var page = await browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        var notebook = new NotebookPage(page);
        await notebook.Open(Jupyter.Address(name));
        return notebook;
    }

    private static JsonObject Notebook(string[] cells) => new()
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 4,
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "workbook", ["display_name"] = "C# (Workbook)", ["language"] = "C#" } },
        ["cells"] = new JsonArray([.. cells.Select(source => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        })]),
    };
}
