using System.Diagnostics;
using Workbook.Rooms.Tests;

namespace Workbook.Browser.Tests;

/// <summary>Exported pages, opened from the disk: no server, no network.</summary>
[Collection("browser")]
public sealed class ExportedPageTests(BrowserSession browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-page-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task A_point_tells_its_place_under_the_mouse_in_a_page_from_the_disk()
    {
        Skip.IfNot(browser.Jupyter.DrawsFigures, "plotly.js is not here and could not be fetched: tools/fetch-assets");
        var notebook = BrowserSession.Write(Path.Combine(folder, "page.ipynb"),
            $"#r \"{Path.Combine(AppContext.BaseDirectory, "Workbook.Figures.dll")}\"\nusing Workbook.Figures;\n" +
            "Figure.Scatter(new[] { 1.0, 2, 3 }, new[] { 4.0, 1, 9 })");
        Kernel("notebook", "run", notebook, "--out", folder);
        Kernel("export", Path.Combine(folder, "page.ipynb"), "--to", "html", "--out", folder);
        var page = await browser.OpenFile(Path.Combine(folder, "page.html"));
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.ReloadAsync();
        await page.Locator(".js-plotly-plot .scatterlayer .point").Nth(1).HoverAsync(new() { Force = true, Timeout = 20_000 });
        var hover = page.Locator(".js-plotly-plot .hoverlayer .hovertext");
        await hover.First.WaitForAsync(new() { Timeout = 10_000 });
        Assert.Contains("(2, 1)", await hover.First.TextContentAsync());
        Assert.All(asked, address => Assert.Matches("^(file|data|blob):", address));
        await page.CloseAsync();
    }

    [SkippableFact]
    public async Task A_diagram_is_drawn_in_a_page_from_the_disk()
    {
        Skip.IfNot(browser.Jupyter.DrawsFigures, "mermaid is not here and could not be fetched: tools/fetch-assets");
        var notebook = BrowserSession.Write(Path.Combine(folder, "diagram.ipynb"), "#!mermaid\ngraph LR\n  image --> code\n  code -- decoder --> copy", "#!mermaid\nthis is no diagram", "#!fsharp\nlet words = [ \"F#\" ] // a comment\nwords.Length");
        Kernel("notebook", "run", notebook, "--out", folder);
        Kernel("export", Path.Combine(folder, "diagram.ipynb"), "--to", "html", "--out", folder);
        var page = await browser.OpenFile(Path.Combine(folder, "diagram.html"));
        var nodes = page.Locator(".output svg .node");
        await Microsoft.Playwright.Assertions.Expect(nodes).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        Assert.Equal(["image", "code", "copy"], (await nodes.AllTextContentsAsync()).Select(text => text.Trim()));
        Assert.Equal("this is no diagram", (await page.Locator(".output").Nth(1).InnerTextAsync()).Trim());
        if (Environment.GetEnvironmentVariable("WORKBOOK_SCREENSHOTS") is { Length: > 0 } pictures) await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, "exported-diagram.png") });
        await page.CloseAsync();
    }

    private static void Kernel(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [KernelProgram.Path, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["WORKBOOK_ASSETS"] = Path.Combine(Jupyter.Repository, ".workbook", "assets");
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }
}
