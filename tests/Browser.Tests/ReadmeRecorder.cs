namespace Workbook.Browser.Tests;

/// <summary>Makes the moving picture of the README from the real front end; run by hand: <c>tests/Browser.Tests/record</c>.</summary>
[Collection("browser")]
public sealed class ReadmeRecorder(BrowserSession browser)
{
    private static string Figures => Path.Combine(AppContext.BaseDirectory, "Workbook.Figures.dll");

    [SkippableFact]
    public async Task A_cell_is_completed_a_figure_is_drawn_a_slider_is_dragged_and_a_busy_loop_is_stopped()
    {
        var folder = Environment.GetEnvironmentVariable("WORKBOOK_RECORDING");
        Skip.If(string.IsNullOrEmpty(folder), "made by hand: tests/Browser.Tests/record");
        await using var notebook = await browser.Open("hello.ipynb", $"#r \"{Figures}\"\nusing Workbook.Figures;\nusing Workbook.Widgets;", "", "", "", "");
        var page = notebook.Page;
        await page.SetViewportSizeAsync(900, 430);
        await notebook.RunAll();
        // What is seen are the cells: the menus are folded away, and so is the cell that brings the library.
        await page.AddStyleTagAsync(new() { Content = "#header { display: none !important } #site { height: 430px !important } #notebook-container { width: 880px !important; padding: 8px 8px 640px !important; box-shadow: none !important } body, #site, #notebook_panel { background: white !important } .end_space { display: none } .code_cell:first-child { display: none }" });
        var recording = new Recording(page, folder, new() { Width = 900, Height = 430 });
        await Complete(notebook, recording);
        await Draw(notebook, recording);
        await Drag(notebook, recording);
        await Stop(notebook, recording);
    }

    private static async Task Complete(NotebookPage notebook, Recording recording)
    {
        await notebook.Edit(1);
        await notebook.Page.EvaluateAsync("() => document.querySelector('#site').scrollTop = 0");
        await recording.Frame(600);
        await recording.Type("var words = \"to be or not to be\".Split(' ');\nwords.Cou");
        await recording.Press("Tab", 1600, wait: 800);
        await recording.Press("Escape", 100);
        await recording.Type("ntBy(w => w)");
        await recording.Press("Control+Enter", 2200, wait: 1500);
    }

    private static async Task Draw(NotebookPage notebook, Recording recording)
    {
        await notebook.Edit(2);
        await recording.Type("Figure.Curve(x => Math.Sin(x) * Math.Exp(-x / 10), 0, 40)\n.Sized(600, 260)", letters: 6);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        await notebook.Output(2).Locator(".main-svg").First.WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Page.WaitForTimeoutAsync(500);
        await recording.Frame(2000);
    }

    private static async Task Drag(NotebookPage notebook, Recording recording)
    {
        await notebook.Edit(3);
        await recording.Type("Interact.With((double gain) => Figure.Curve(x => Math.Tanh(gain * x), -3, 3)\n.Within(y: (-1, 1)).Sized(600, 260), (0.2, 5.0))", letters: 6);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        var handle = notebook.Cells.Nth(3).Locator(".ui-slider-handle").First;
        await handle.WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Page.WaitForTimeoutAsync(1500);
        await Top(notebook, 3);
        await recording.Frame(1000);
        var box = (await handle.BoundingBoxAsync())!;
        await notebook.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await notebook.Page.Mouse.DownAsync();
        foreach (var step in Enumerable.Range(1, 20).Select(step => 8 * (step <= 6 ? step : 12 - step)))
        {
            await notebook.Page.Mouse.MoveAsync(box.X + box.Width / 2 + step, box.Y + box.Height / 2);
            await notebook.Page.WaitForTimeoutAsync(350);
            await recording.Frame(160);
        }
        await notebook.Page.Mouse.UpAsync();
        await recording.Frame(900);
    }

    private static async Task Stop(NotebookPage notebook, Recording recording)
    {
        await notebook.Edit(4);
        await Top(notebook, 4);
        await recording.Type("var n = 0L;\nwhile (true) n++;", letters: 3);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await notebook.Page.WaitForTimeoutAsync(250);
            await recording.Frame(300);
        }
        await notebook.Page.EvaluateAsync("() => Jupyter.notebook.kernel.interrupt()");         // what the stop button does
        await notebook.Finished();
        await notebook.Page.WaitForTimeoutAsync(300);
        await recording.Frame(2200);
        await notebook.Page.EvaluateAsync("() => { Jupyter.notebook.insert_cell_below('code', 4); Jupyter.notebook.select(5); }");
        await notebook.Edit(5);
        await recording.Type("n", letters: 1);
        await recording.Press("Control+Enter", 3500, wait: 1000);
    }

    private static Task Top(NotebookPage notebook, int cell) =>
        notebook.Cells.Nth(cell).EvaluateAsync("cell => { const site = document.querySelector('#site'); site.scrollTop += cell.getBoundingClientRect().top - 8; }");
}
