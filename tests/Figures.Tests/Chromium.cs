using Microsoft.Playwright;

namespace Workbook.Figures.Tests;

/// <summary>One headless Chromium for all tests of pictures. Without it, or without plotly.js, those tests are skipped with a reason.</summary>
[CollectionDefinition(Collection)]
public sealed class Chromium : IAsyncLifetime, ICollectionFixture<Chromium>
{
    /// <summary>Tests of this collection share the browser and run one after the other.</summary>
    public const string Collection = "browser";

    private const int Patience = 120_000;       // milliseconds: continuous integration can be slow
    private const string Program = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));

    /// <summary>The pinned plotly.js.</summary>
    public static string Plotly { get; } = Path.Combine(Root, ".workbook/assets/plotly.min.js");

    /// <summary>Where screenshots are kept for a look.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts/pictures")).FullName;

    /// <summary>Why pages cannot be drawn here; null if they can.</summary>
    public static string? Missing => !File.Exists(Program) ? "Chromium is not installed: apt-get install chromium" : !File.Exists(Plotly) ? "plotly.js is not here: run tools/fetch-assets" : null;

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
        });
    }

    /// <summary>A page made of these fragments, saved beside a copy of plotly.js and opened from disk, as a reader would.</summary>
    public async Task<OpenPage> Open(string name, string body, bool withPlotly = true)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Pictures, withPlotly ? "pages" : "bare")).FullName;
        if (withPlotly)
        {
            Directory.CreateDirectory(Path.Combine(folder, "assets"));
            File.Copy(Plotly, Path.Combine(folder, "assets/plotly.min.js"), overwrite: true);
        }
        var file = Path.Combine(folder, name + ".html");
        await File.WriteAllTextAsync(file, $"<!doctype html><meta charset=\"utf-8\"><title>{name}</title><body style=\"font-family:sans-serif\">{body}</body>");
        return await OpenFile(file);
    }

    /// <summary>A page that is there already.</summary>
    public async Task<OpenPage> OpenFile(string file)
    {
        var page = await browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 800 } });
        page.SetDefaultTimeout(Patience);
        var open = new OpenPage(page);
        await page.GotoAsync("file://" + file);
        return open;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}

/// <summary>A page, and every complaint it made so far.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.PageError += (_, message) => complaints.Add(message);
        page.Console += (_, message) => { if (message.Type is "error") complaints.Add(message.Text); };
        page.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) complaints.Add("asked for " + request.Url); };
    }

    public IPage Page { get; }
    public IReadOnlyList<string> Complaints => complaints;

    public ValueTask DisposeAsync() => new(Page.CloseAsync());
}
