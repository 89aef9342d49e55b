using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Workbook.Browser.Tests;

/// <summary>Widgets of C# cells in JupyterLab with ipywidgets 8, moved by a real mouse and keyboard.</summary>
[Collection("lab")]
public sealed class LabWidgetTests(LabSession lab, ITestOutputHelper said)
{
    [SkippableFact]
    public async Task Every_control_tells_the_kernel_what_a_hand_does_to_it()
    {
        await using var notebook = await lab.Open("controls.ipynb", """
            using Workbook.Widgets;
            var heard = new Output();
            void Say(object? what) { using (heard.Capture()) Console.WriteLine(what); }
            var sigma = new FloatSlider { Min = 0, Max = 10, Value = 2.5, Description = "sigma" };
            var size = new Dropdown<string>("small", "medium", "large") { Description = "size" };
            var sure = new Checkbox { Description = "sure" };
            var name = new Text { Description = "name" };
            var go = new Button { Description = "Go", ButtonStyle = "primary" };
            sigma.Changed += x => Say($"sigma {x}");
            size.Changed += x => Say($"size {x}");
            sure.Changed += x => Say($"sure {x}");
            name.Changed += x => Say($"name {x}");
            go.Clicked += () => Say("gone");
            var square = new Image(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")) { Width = "60", Height = "60" };
            new VBox(sigma, new HBox(size, sure), name, go, square, heard)
            """, "(sigma.Value, size.Value, sure.Value, name.Value)");
        await notebook.RunAll();
        var shown = notebook.Output(0);
        async Task Heard(string what) => await shown.GetByText(what).First.WaitForAsync(new() { Timeout = 20_000 });

        await Slide(notebook, shown, 0.8f);
        await Heard("sigma 8");
        await shown.Locator("select").SelectOptionAsync("large");
        await Heard("size large");
        await shown.Locator("input[type=checkbox]").CheckAsync();
        await Heard("sure True");
        await shown.Locator("input[type=text]").PressSequentiallyAsync("Ada");
        await Heard("name Ada");
        await shown.GetByText("Go", new() { Exact = true }).ClickAsync();
        await Heard("gone");
        await notebook.Picture("controls");
        Assert.Equal(60, await shown.Locator("img").EvaluateAsync<int>("e => e.complete && e.naturalWidth === 1 ? e.width : 0"));
        await notebook.Run(1);
        Assert.Contains("(8, \"large\", true, \"Ada\")", await notebook.Output(1).InnerTextAsync());
        await notebook.Choose("JupyterLab Dark");
        await notebook.Picture("controls-dark");
    }

    [SkippableFact]
    public async Task Every_kind_of_widget_has_its_view()
    {
        (string Code, string View)[] kinds =
        [
            ("new IntSlider { Description = \"int\" }", ".widget-hslider"),
            ("new FloatSlider { Description = \"up\", Orientation = \"vertical\" }", ".widget-vslider"),
            ("new SelectionSlider<int>(1, 10, 100) { Description = \"by tens\" }", ".widget-hslider"),
            ("new Dropdown<string>(\"a\", \"b\") { Description = \"letter\" }", ".widget-dropdown"),
            ("new RadioButtons<string>(\"tea\", \"coffee\") { Description = \"drink\" }", ".widget-radio"),
            ("new ToggleButtons<string>(\"mean\", \"median\") { Description = \"centre\" }", ".widget-toggle-buttons"),
            ("new Checkbox { Description = \"sure\" }", ".widget-checkbox"),
            ("new Text { Description = \"name\", Placeholder = \"yours\" }", ".widget-text"),
            ("new Textarea { Description = \"story\" }", ".widget-textarea"),
            ("new Button { Description = \"Train\", Icon = \"check\", ButtonStyle = \"success\" }", ".widget-button.mod-success"),
            ("new ToggleButton { Description = \"log\", Value = true }", ".widget-toggle-button.mod-active"),
            ("new IntText { Description = \"count\", Value = 3 }", ".widget-text"),
            ("new FloatText { Description = \"rate\", Value = 0.5 }", ".widget-text"),
            ("new IntRangeSlider { Description = \"from, to\" }", ".widget-hslider"),
            ("new FloatProgress { Description = \"done\", Value = 60, Max = 100 }", ".widget-hprogress"),
            ("new Play { Max = 10 }", ".widget-play"),
            ("new Label(\"α² + β²\")", ".widget-label"),
            ("new HTML(\"<b>bold</b>\")", ".widget-html"),
        ];
        await using var notebook = await lab.Open("kinds.ipynb", $"using Workbook.Widgets;\nnew VBox({string.Join(",\n    ", kinds.Select(kind => kind.Code))})");
        await notebook.RunAll();
        var shown = notebook.Output(0);
        await Assertions.Expect(shown.Locator(".widget-vbox > *")).ToHaveCountAsync(kinds.Length, new() { Timeout = 30_000 });
        await notebook.Picture("kinds");
        foreach (var ((code, view), place) in kinds.Select((kind, place) => (kind, place)))
            Assert.True(await shown.Locator($".widget-vbox > :nth-child({place + 1}){view}").CountAsync() == 1, $"{code} shows as {await shown.Locator(".widget-vbox > *").Nth(place).GetAttributeAsync("class")}");
        await notebook.Choose("JupyterLab Dark");
        await notebook.Picture("kinds-dark");
    }

    [SkippableFact]
    public async Task A_value_set_in_a_cell_moves_the_handle_and_a_closed_widget_goes()
    {
        await using var notebook = await lab.Open("set.ipynb", """
            using Workbook.Widgets;
            var k = new IntSlider { Max = 100, Description = "k" };
            k
            """, "k.Value = 42;", "k.Close();");
        await notebook.Run(0);
        await notebook.Run(1);
        await Assertions.Expect(notebook.Output(0).Locator(".widget-readout")).ToHaveTextAsync("42", new() { Timeout = 20_000 });
        await notebook.Run(2);
        await Assertions.Expect(notebook.Output(0).Locator(".widget-readout")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
    }

    [SkippableFact]
    public async Task A_picture_of_28_by_28_follows_the_slider()
    {
        Skip.IfNot(lab.Jupyter.DrawsFigures, "plotly.js is not here and could not be fetched: tools/fetch-assets");
        await using var notebook = await lab.Open("interact.ipynb", $$"""
            #r "{{Path.Combine(AppContext.BaseDirectory, "Workbook.Figures.dll")}}"
            using Workbook.Figures;
            using Workbook.Widgets;
            Interact.With((int k) => ImageGrid.Grey(Enumerable.Range(0, 784).Select(i => Math.Sin((i % 28 + k) / 4.0) * Math.Cos(i / 28 / (1.0 + k / 50.0))), 28, 28).Titled($"picture {k}"),
                new IntSlider { Max = 600, Value = 100, Layout = new Layout { Width = "700px" } })
            """);
        await notebook.RunAll();
        var shown = notebook.Output(0);
        await shown.GetByText("picture 100").WaitForAsync(new() { Timeout = 30_000 });
        await notebook.Page.EvaluateAsync(Watch);
        await Slide(notebook, shown, 0.95f, steps: 120, pause: 10);
        var readout = await shown.Locator(".widget-readout").InnerTextAsync();
        await shown.GetByText($"picture {readout}", new() { Exact = true }).WaitForAsync(new() { Timeout = 30_000 });
        await notebook.Picture("interact");

        var handle = (await Seen(notebook, "handle")).ToDictionary(entry => entry.Number, entry => entry.At);
        var pictures = await Seen(notebook, "picture");
        var lags = pictures.Where(picture => handle.ContainsKey(picture.Number)).Select(picture => picture.At - handle[picture.Number]).Order().ToList();
        said.WriteLine($"{handle.Count} places of the handle, {pictures.Count} pictures in {(pictures[^1].At - pictures[0].At) / 1000:0.00} s, "
            + $"{1000 * (pictures.Count - 1) / (pictures[^1].At - pictures[0].At):0.0} a second; behind the handle by {lags[lags.Count / 2]:0} ms (median), {lags[^1]:0} ms (worst)");
        Assert.Equal(int.Parse(readout, CultureInfo.InvariantCulture), pictures[^1].Number);
        Assert.Equal(pictures.Select(picture => picture.Number).Order(), pictures.Select(picture => picture.Number));       // none comes late
        Assert.True(pictures.Count >= 5, "the picture followed only in jumps");
    }

    // Notes, at every frame the browser draws, where the handle stands and which picture is there.
    private const string Watch = """
        () => {
          window.seen = { handle: {}, picture: {} };
          const look = () => {
            const place = document.querySelector('.jp-Cell-outputWrapper')?.textContent;
            const now = { handle: document.querySelector('.widget-readout')?.textContent, picture: place?.match(/picture (\d+)/)?.[1] };
            for (const key in now) if (now[key]) window.seen[key][now[key]] ??= performance.now();
            requestAnimationFrame(look);
          };
          look();
        }
        """;

    private static async Task<List<(int Number, double At)>> Seen(LabPage notebook, string what)
    {
        var noted = await notebook.Page.EvaluateAsync<double[][]>("what => Object.entries(window.seen[what]).map(([number, at]) => [+number, at])", what);
        return [.. noted.Select(entry => ((int)entry[0], entry[1])).OrderBy(entry => entry.Item2)];
    }

    /// <summary>Drags the first slider's handle to a part of its rail.</summary>
    private static async Task Slide(LabPage notebook, ILocator shown, float part, int steps = 10, float pause = 0)
    {
        var handle = shown.Locator(".noUi-handle").First;
        await handle.ScrollIntoViewIfNeededAsync();
        var (from, along) = ((await handle.BoundingBoxAsync())!, (await shown.Locator(".noUi-target").First.BoundingBoxAsync())!);
        var (mouse, x, y) = (notebook.Page.Mouse, from.X + from.Width / 2, from.Y + from.Height / 2);
        await mouse.MoveAsync(x, y);
        await mouse.DownAsync();
        for (var step = 1; step <= steps; step++)
        {
            await mouse.MoveAsync(x + (along.X + along.Width * part - x) * step / steps, y);
            await notebook.Page.WaitForTimeoutAsync(pause);
        }
        await mouse.UpAsync();
    }
}
