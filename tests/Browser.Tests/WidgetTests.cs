using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>Widgets of the classic notebook (ipywidgets 6), under a real mouse.</summary>
[Collection("browser")]
public sealed class WidgetTests(BrowserSession browser)
{
    private const string Picture = """
        object Bars(int n) => HTML(
            $"<svg class='bars' data-n='{n}' width='400' height='60' xmlns='http://www.w3.org/2000/svg'>" +
            string.Concat(Enumerable.Range(0, n).Select(i => $"<rect x='{8 * i}' y='{60 - 3 * i}' width='6' height='{3 * i}' fill='steelblue'/>")) + "</svg>");
        """;

    [SkippableFact]
    public async Task Dragging_a_slider_redraws_the_picture_under_it()
    {
        await using var notebook = await Open("interact", Picture, "Interact.With((int n) => Bars(n), (1, 20))");
        await notebook.RunAll();
        var cell = notebook.Cells.Nth(2);
        await Bars(cell, 10).WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Picture("widgets-interact");
        Assert.Equal("n", (await cell.Locator(".widget-label").First.InnerTextAsync()).Trim());
        await Drag(notebook, cell.Locator(".ui-slider-handle"), 400);
        await Bars(cell, 20).WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("widgets-interact-moved");
        Assert.Equal(1, await cell.Locator("svg.bars").CountAsync());
        Assert.Equal(0, await cell.Locator(".output_prompt:visible").CountAsync());
        Assert.Equal("20", await cell.Locator(".widget-readout").InnerTextAsync());
    }

    [SkippableFact]
    public async Task Every_control_changes_a_variable_of_the_session_and_a_label_on_the_page()
    {
        await using var notebook = await Open("controls", """
            var said = new Label("nothing yet");
            var whole = new IntSlider { Description = "whole", Max = 10, Value = 5 };
            var noise = new Dropdown<string>("Gaussian", "masking", "salt") { Description = "noise" };
            var radio = new RadioButtons<int>(8, 16, 32) { Description = "size" };
            var toggles = new ToggleButtons<string>("train", "test") { Description = "split" };
            var steps = new SelectionSlider<double>(0.1, 0.2, 0.5) { Description = "rate" };
            var tied = new Checkbox { Description = "tied", Value = true };
            var down = new ToggleButton { Description = "log scale" };
            var name = new Text { Description = "name", Placeholder = "a name" };
            var area = new Textarea { Description = "notes" };
            var count = new IntText { Description = "count", Value = 3 };
            var rate = new FloatText { Description = "beta", Value = 0.5 };
            var range = new IntRangeSlider { Description = "digits", Max = 9 };
            var go = new Button { Description = "Go", ButtonStyle = "primary" };
            var clicks = 0;
            whole.Changed += v => said.Value = $"whole {v}";
            noise.Changed += v => said.Value = $"noise {v}";
            radio.Changed += v => said.Value = $"size {v}";
            toggles.Changed += v => said.Value = $"split {v}";
            steps.Changed += v => said.Value = $"rate {v}";
            tied.Changed += v => said.Value = $"tied {v}";
            down.Changed += v => said.Value = $"log {v}";
            name.Changed += v => said.Value = $"name {v}";
            area.Changed += v => said.Value = $"notes {v}";
            count.Changed += v => said.Value = $"count {v}";
            rate.Changed += v => said.Value = $"beta {v}";
            range.Changed += v => said.Value = $"digits {v.Low} to {v.High}";
            go.Clicked += () => said.Value = $"clicked {++clicks}";
            new VBox(whole, noise, radio, toggles, steps, tied, down, name, area, count, rate, range, go, said)
            """);
        await notebook.RunAll();
        var cell = notebook.Cells.Nth(1);
        await cell.GetByText("nothing yet").WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Picture("widgets-controls");
        await Drag(notebook, cell.Locator(".ui-slider-handle").First, 400);
        await Said(cell, "whole 10");
        await cell.Locator("select").First.SelectOptionAsync("masking");
        await Said(cell, "noise masking");
        await cell.Locator("input[type=radio]").Nth(2).ClickAsync();
        await Said(cell, "size 32");
        await cell.GetByRole(AriaRole.Button, new() { Name = "test" }).ClickAsync();
        await Said(cell, "split test");
        await Drag(notebook, cell.Locator(".ui-slider-handle").Nth(1), 400);
        await Said(cell, "rate 0.5");
        await cell.Locator("input[type=checkbox]").ClickAsync();
        await Said(cell, "tied False");
        await cell.GetByRole(AriaRole.Button, new() { Name = "log scale" }).ClickAsync();
        await Said(cell, "log True");
        await cell.Locator(".widget-text input").First.PressSequentiallyAsync("Ada");
        await Said(cell, "name Ada");
        await cell.Locator(".widget-textarea textarea").PressSequentiallyAsync("first line");
        await Said(cell, "notes first line");
        await Fill(cell.Locator("input[type=text]").Nth(1), "42");
        await Said(cell, "count 42");
        await Fill(cell.Locator("input[type=text]").Nth(2), "1.5");
        await Said(cell, "beta 1.5");
        await notebook.Picture("widgets-controls-end");
        await Drag(notebook, cell.Locator(".ui-slider-handle").Nth(3), 400);
        await Said(cell, "digits 2 to 9");
        await cell.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await cell.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await Said(cell, "clicked 2");
        await notebook.Picture("widgets-controls-moved");
        Assert.Equal(0, await notebook.Page.Locator(".output_error").CountAsync());
    }

    [SkippableFact]
    public async Task What_a_cell_sets_and_shows_appears_in_its_widgets()
    {
        await using var notebook = await Open("places",
            """
            var bar = new FloatProgress { Description = "epoch", Max = 1 };
            var place = new Output();
            var dot = new Image(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")) { Width = "40", Height = "40" };
            var text = new HTML("<b>start</b>");
            new Tab(("progress", new VBox(bar, text)), ("picture", new HBox(dot, place)))
            """,
            """
            for (var i = 0; i <= 10; i++) { bar.Value = i / 10.0; text.Value = $"<b class='at'>{i} of 10</b>"; Thread.Sleep(10); }
            using (place.Capture()) { Console.WriteLine("into the place"); display(HTML("<i class='shown'>shown</i>")); }
            Console.WriteLine("below the cell");
            """,
            "\"end\"");
        await notebook.RunAll();
        var cell = notebook.Cells.Nth(1);
        await cell.GetByText("10 of 10").WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Picture("widgets-places");
        Assert.Contains("width: 100%", await cell.Locator(".progress-bar").GetAttributeAsync("style"));
        await cell.Locator(".p-TabBar-tabLabel").GetByText("picture").ClickAsync();
        await notebook.Picture("widgets-places-second");
        Assert.Contains("into the place", await cell.InnerTextAsync());
        Assert.Equal("shown", await cell.Locator("i.shown").InnerTextAsync());
        Assert.Equal("below the cell", (await notebook.Output(2).InnerTextAsync()).Trim());
    }

    [SkippableFact]
    public async Task An_error_of_a_handler_stands_below_its_cell_and_that_of_a_picture_in_its_place()
    {
        await using var notebook = await Open("failing",
            "var bad = new Button { Description = \"Fail\" };\nbad.Clicked += () => throw new InvalidOperationException(\"no such thing\");\nbad",
            "Interact.With((int n) => n < 15 ? $\"n is {n}\" : throw new ArgumentException(\"too many\"), (1, 20))");
        await notebook.RunAll();
        await notebook.Cells.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Fail" }).ClickAsync();
        await notebook.Output(1).GetByText("no such thing").WaitForAsync(new() { Timeout = 10_000 });
        var picture = notebook.Cells.Nth(2);
        await picture.GetByText("n is 10").WaitForAsync(new() { Timeout = 10_000 });
        await Drag(notebook, picture.Locator(".ui-slider-handle"), 400);
        await picture.Locator(".widget-area .output_error").WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("widgets-failing");
        Assert.Contains("too many", await picture.Locator(".widget-area .output_error").InnerTextAsync());
        await Drag(notebook, picture.Locator(".ui-slider-handle"), -400);
        await picture.GetByText("n is 1", new() { Exact = true }).WaitForAsync(new() { Timeout = 10_000 });
        Assert.Equal(0, await picture.Locator(".output_error").CountAsync());
    }

    private async Task<NotebookPage> Open(string name, params string[] cells)
    {
        Skip.IfNot(File.Exists("/usr/share/jupyter/nbextensions/jupyter-js-widgets/extension.js"), "there are no widgets for the classic notebook: sudo apt-get install python3-ipywidgets");
        return await browser.Open($"widgets-{name}.ipynb", ["using Workbook.Widgets;", .. cells]);
    }

    private static ILocator Bars(ILocator cell, int n) => cell.Locator($"svg.bars[data-n='{n}']");

    private static Task Said(ILocator cell, string text) => Assertions.Expect(cell.Locator(".widget-area .widget-label").Last).ToHaveTextAsync(text, new() { Timeout = 10_000 });

    private static async Task Fill(ILocator box, string text)
    {
        await box.FillAsync("");
        await box.PressSequentiallyAsync(text);
        await box.PressAsync("Enter");
    }

    private static async Task Drag(NotebookPage notebook, ILocator handle, float pixels)
    {
        await handle.ScrollIntoViewIfNeededAsync();
        var box = (await handle.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await notebook.Page.Mouse.MoveAsync(x, y);
        await notebook.Page.Mouse.DownAsync();
        for (var step = 1; step <= 20; step++)
        {
            await notebook.Page.Mouse.MoveAsync(x + pixels * step / 20, y);
            await notebook.Page.WaitForTimeoutAsync(15);
        }
        await notebook.Page.Mouse.UpAsync();
    }
}
