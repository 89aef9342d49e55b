using System.Diagnostics;
using Microsoft.Playwright;
using Workbook.Book;
using Workbook.Rooms.Tests;

namespace Workbook.Browser.Tests;

/// <summary>The book, opened from a folder: no server, no network.</summary>
[Collection("browser")]
public sealed class BookTests(BrowserSession browser) : IDisposable
{
    private static readonly string[] some = ["00-start-here", "13-the-variational-autoencoder", "16-disentangling"];
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-book-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task A_search_leads_to_the_section_by_the_keyboard_alone_and_asks_no_network()
    {
        Make();
        var page = await browser.OpenFile(Path.Combine(folder, "index.html"));
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        Assert.Equal(some.Select(name => name + ".html"), await page.Locator(".chapters a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gradient draw");
        await page.Locator("#found [role=option]").First.WaitForAsync();
        Assert.Equal("A gradient through a draw", (await page.Locator("#found b").First.InnerTextAsync())[4..]);
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await page.Locator("#found [role=option]").First.GetAttributeAsync("aria-selected"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address.EndsWith("13-the-variational-autoencoder.html#a-gradient-through-a-draw", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#a-gradient-through-a-draw")).ToBeInViewportAsync();
        await page.Locator("a[rel=next]").ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith("16-disentangling.html", StringComparison.Ordinal));
        await page.Locator("#asked").FillAsync("xyzzy");
        await page.Locator("#found .none").WaitForAsync();
        Assert.All(asked, address => Assert.Matches("^(file|data|blob):", address));
        await page.CloseAsync();
    }

    [SkippableTheory]
    [InlineData("index", 400)]
    [InlineData("notation", 400)]
    [InlineData("13-the-variational-autoencoder", 400)]
    [InlineData("16-disentangling", 400)]
    [InlineData("16-disentangling", 800)]
    public async Task On_a_narrow_screen_nothing_reaches_out_of_the_page(string name, int width)
    {
        Make();
        var page = await browser.OpenFile(Path.Combine(folder, name + ".html"));
        await page.SetViewportSizeAsync(width, 900);
        await page.WaitForTimeoutAsync(500);
        Assert.Empty(await page.EvaluateAsync<string[]>(Outside));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.CloseAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Words_can_be_told_from_their_ground_and_pictures_have_words(ColorScheme scheme)
    {
        Make();
        foreach (var name in some.Append("index").Append("notation"))
        {
            var page = await browser.OpenFile(Path.Combine(folder, name + ".html"));
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await page.EvaluateAsync<string[]>(Faint));
            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main img')].filter(img => !img.alt).map(img => img.outerHTML.slice(0, 120))"));
            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main .output > svg')].filter(svg => !svg.querySelector('title, desc')).map(svg => svg.outerHTML.slice(0, 120))"));
            await page.CloseAsync();
        }
    }

    // What ends right of the screen, but for what scrolls in a box of its own.
    private const string Outside = """
        () => [...document.querySelectorAll("body *")].filter(element => {
          if (element.getBoundingClientRect().right <= innerWidth + 1 || element.closest("svg") !== null && element.tagName !== "svg") return false;
          for (let box = element.parentElement; box !== document.body; box = box.parentElement) if (getComputedStyle(box).overflowX !== "visible") return false;
          return true;
        }).map(element => element.outerHTML.slice(0, 150))
        """;

    // Words of the page whose contrast with what lies behind them is below the 4.5 of WCAG 2.1 (3 for large ones); of figures, their own affair, none.
    private const string Faint = """
        () => {
          const parse = text => (text.match(/[\d.]+/g) ?? []).map(Number);
          const part = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
          const ground = element => {
            for (; element; element = element.parentElement) {
              const colour = parse(getComputedStyle(element).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) return colour;
              if (colour[3] > 0) { const below = ground(element.parentElement); return [0, 1, 2].map(i => colour[3] * colour[i] + (1 - colour[3]) * below[i]); }
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode, element = node.parentElement;
            if (!node.data.trim() || element.closest("script, style, svg, mjx-container, .figure, .output") || !element.checkVisibility()) continue;
            const style = getComputedStyle(element), [a, b] = [light(parse(style.color)), light(ground(element))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05), size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
            if (ratio < (large ? 3 : 4.5)) faint.add(`${element.tagName}.${element.className} ${style.color} on ${ground(element).map(Math.round)}: ${ratio.toFixed(2)}`);
          }
          return [...faint];
        }
        """;

    private void Make()
    {
        var assets = Path.Combine(Jupyter.Repository, ".workbook", "assets");
        Skip.IfNot(browser.Jupyter.DrawsFigures && File.Exists(Path.Combine(assets, "minisearch.js")), "plotly.js and MiniSearch are not here and could not be fetched: tools/fetch-assets");
        string[] files = [.. some.Select(name => Path.Combine(Jupyter.Repository, "notebooks", name + ".ipynb"))];
        Run([KernelProgram.Path, "export", .. files, "--to", "html", "--out", folder]);
        Run([typeof(Chapter).Assembly.Location, folder, Path.Combine(Jupyter.Repository, "notebooks", "notation.md"), Path.Combine(assets, "minisearch.js"), .. files]);
    }

    private static void Run(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }
}
