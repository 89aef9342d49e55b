using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>One server and one headless Chromium for all tests of a front end.</summary>
public abstract class JupyterSession(FrontEnd frontEnd) : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Jupyter? jupyter;

    /// <summary>The server; a test that asks for it is skipped where there is none.</summary>
    public Jupyter Jupyter
    {
        get
        {
            Skip.If(frontEnd.Missing is not null, frontEnd.Missing);
            return jupyter!;
        }
    }

    public async Task InitializeAsync()
    {
        if (frontEnd.Missing is not null) return;
        jupyter = await Jupyter.Start(frontEnd);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = FrontEnd.Chromium, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        jupyter?.Dispose();
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
        var page = await NewPage();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>An empty page.</summary>
    protected Task<IPage> NewPage() => browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });

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
