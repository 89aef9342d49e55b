using Microsoft.Playwright;

namespace Workbook.Publish;

/// <summary>Photographs figures: plotly.js in a headless Chromium, opened when the first figure comes that has no picture yet.</summary>
public sealed class Studio(string plotly, IReadOnlyDictionary<string, string> known) : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private const string Photographer = """
        async figure => {
          const { data, layout, config } = JSON.parse(figure);
          delete layout.updatemenus;                    // a picture cannot be played
          const box = document.createElement("div");
          document.body.append(box);
          await Plotly.newPlot(box, data, layout, config);
          const uri = await Plotly.toImage(box, { format: "png", width: layout.width, height: layout.height, scale: 1 });
          Plotly.purge(box);
          box.remove();
          const picture = new Image();
          picture.src = uri;
          await picture.decode();
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
          canvas.drawImage(picture, 0, 0);
          const { data: bytes } = canvas.getImageData(0, 0, picture.width, picture.height);
          let text = "";
          for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
          return [picture.width.toString(), picture.height.toString(), btoa(text)];
        }
        """;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage? page;

    /// <summary>The figure as a PNG file; an unchanged figure gets the picture it had.</summary>
    public async Task<byte[]> Photograph(string figure)
    {
        if (known.TryGetValue(figure, out var picture)) return Convert.FromBase64String(picture);
        page ??= await Open();
        var (width, height, pixels) = await page.EvaluateAsync<string[]>(Photographer, figure) is [var across, var down, var bytes]
            ? (int.Parse(across), int.Parse(down), Convert.FromBase64String(bytes))
            : throw new InvalidDataException("Chromium returned no picture.");
        return Poster.Of(pixels, width, height).ToPng();
    }

    private async Task<IPage> Open()
    {
        var program = Programs.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("Pictures of figures are made by Chromium, which is not here. Run: sudo apt-get install -y chromium");
        if (!File.Exists(plotly)) throw new FileNotFoundException($"{plotly} is not here. Run: tools/fetch-assets");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
        });
        var opened = await browser.NewPageAsync();
        opened.SetDefaultTimeout(120_000);
        await opened.SetContentAsync("<!doctype html><meta charset=\"utf-8\"><body></body>");
        await opened.AddScriptTagAsync(new() { Path = plotly });
        return opened;
    }

    /// <summary>Closes the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}
