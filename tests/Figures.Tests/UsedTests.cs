using System.Text.Json;

namespace Workbook.Figures.Tests;

/// <summary>Figures in the hands of a reader: pointing, sliding, playing, on pages that are not ideal.</summary>
[Collection(Chromium.Collection)]
public sealed class UsedTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Pointing_at_a_point_shows_where_it_is_in_four_digits()
    {
        await using var open = await Open("pointing", Figure.Scatter([0, 1], [0, 1.23456]));
        var box = (await open.Page.Locator(".plotly .nsewdrag").First.BoundingBoxAsync())!;
        var point = (await open.Page.Locator(".scatterlayer .point").Last.BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await open.Page.Mouse.MoveAsync(point.X + point.Width / 2, point.Y + point.Height / 2, new() { Steps = 5 });
        Assert.Contains("1.235", await open.Page.Locator(".hoverlayer .hovertext").First.TextContentAsync());
        Assert.Empty(open.Complaints);
    }

    [SkippableFact]
    public async Task A_slider_moves_the_data_and_the_play_button_goes_on_from_there()
    {
        await using var open = await Open("sliding", Gallery.Figures["slider"]());
        var rail = (await open.Page.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await open.Page.Mouse.ClickAsync(rail.X + 0.6f * rail.Width, rail.Y + rail.Height / 2);
        await open.Page.WaitForFunctionAsync("() => document.querySelector('.js-plotly-plot').layout.sliders[0].active === 3", null);
        var frame = Gallery.Figures["slider"]().ToPlotly()["frames"]![3]!["data"]![0]!["x"]!.ToJsonString();
        await open.Page.WaitForFunctionAsync("frame => JSON.stringify(Array.from(document.querySelector('.js-plotly-plot').data[0].x)) === frame", frame);   // the knob moves first
        await open.Page.Locator(".updatemenu-button").First.ClickAsync();
        await open.Page.WaitForFunctionAsync("() => document.querySelector('.js-plotly-plot').layout.sliders[0].active === 5", null);
        Assert.Empty(open.Complaints);
    }

    [SkippableFact]
    public async Task The_same_figure_twice_on_a_page_is_drawn_twice_and_an_update_is_drawn_in_place()
    {
        var html = Html(Figure.Line([1, 2, 3]));
        await using var open = await Open("twice", html + html);
        await open.Page.WaitForFunctionAsync("() => document.querySelectorAll('.main-svg').length === 6", null);
        var update = JsonSerializer.Serialize(Html(Figure.Line([3, 2, 1]).Titled("updated")));
        await open.Page.EvaluateAsync($"() => {{ const range = document.createRange(); document.body.replaceChildren(range.createContextualFragment({update})); }}");
        await open.Page.GetByText("updated").First.WaitForAsync();
        await open.Page.Locator(".main-svg").First.WaitForAsync();
        Assert.Empty(open.Complaints);
    }

    [SkippableFact]
    public async Task A_page_with_a_module_loader_still_finds_plotly_and_keeps_its_loader()
    {
        const string loader = "<script>window.define = () => { throw new Error('defined as a module'); }; window.define.amd = {}; window.require = window.define;</script>";
        await using var open = await Open("amd", loader + Html(Figure.Line([1, 2, 3])));
        await open.Page.Locator(".main-svg").First.WaitForAsync();
        Assert.True(await open.Page.EvaluateAsync<bool>("() => typeof window.define === 'function' && !!window.define.amd"));
        Assert.Empty(open.Complaints);
    }

    [SkippableFact]
    public async Task Without_plotly_the_words_stay_and_say_what_to_run()
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        await using var open = await chromium.Open("bare", Html(Figure.Line([1, 2, 3]).Titled("Three")), withPlotly: false);
        await open.Page.GetByText("./workbook lab").WaitForAsync();
        Assert.Contains("Line: Three", await open.Page.Locator(".workbook-figure").InnerTextAsync());
    }

    [SkippableFact]
    public async Task A_narrow_page_narrows_the_figure()
    {
        await using var open = await Open("narrow", $"<div style=\"width:400px\">{Html(Figure.Line([1, 2, 3]))}</div>");
        Assert.Equal(400, (await open.Page.Locator(".svg-container").BoundingBoxAsync())!.Width);
        await open.Page.EvaluateAsync("() => { document.querySelector('body > div').style.width = '500px'; }");
        await open.Page.WaitForFunctionAsync("() => document.querySelector('.svg-container').clientWidth === 500", null);
    }

    [SkippableFact]
    public async Task No_button_offers_to_send_the_figure_away()
    {
        await using var open = await Open("buttons", Figure.Line([1, 2, 3]));
        var titles = await open.Page.Locator(".modebar-btn").EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.dataset.title)");
        Assert.Contains("Download plot as a PNG", titles);
        Assert.DoesNotContain(titles, title => title.Contains("Share", StringComparison.Ordinal) || title.Contains("Cloud", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_browser_reads_the_pixels_the_encoder_wrote()
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        double[] pixels = [.. Enumerable.Range(0, 2 * 20 * 15).Select(i => i * 7 % 256 / 255.0 - 0.5)];
        var grid = ImageGrid.Grey(pixels, 20, 15, columns: 2).Signed().Scaled(1).RowCaptions("both");
        await using var open = await chromium.Open("pixels", (string)grid.ToMime().Formats["text/html"]);
        var seen = await open.Page.EvaluateAsync<int[]>("""
            async () => {
              const picture = document.querySelector("img");
              await picture.decode();
              const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight).getContext("2d");
              canvas.drawImage(picture, 0, 0);
              return Array.from(canvas.getImageData(0, 0, picture.naturalWidth, picture.naturalHeight).data).filter((_, i) => i % 4 < 3);
            }
            """);
        Assert.Equal(PngReader.Read(grid.ToPng()).Samples.Select(sample => (int)sample), seen);
    }

    private async Task<OpenPage> Open(string name, Figure figure) => await Open(name, Html(figure));

    private async Task<OpenPage> Open(string name, string html)
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        var open = await chromium.Open(name, html);
        await open.Page.Locator(".main-svg").First.WaitForAsync();
        return open;
    }

    private static string Html(Figure figure) => (string)figure.ToMime().Formats["text/html"];
}
