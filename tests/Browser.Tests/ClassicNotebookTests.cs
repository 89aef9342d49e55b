using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>Jupyter's own page in a real browser, with cells in C#.</summary>
[Collection("browser")]
public sealed class ClassicNotebookTests(BrowserSession browser)
{
    [SkippableFact]
    public async Task Run_all_shows_text_values_and_things_that_change()
    {
        await using var notebook = await browser.Open("first.ipynb",
            "Console.WriteLine(\"hello\");\nvar answer = 6 * 7;\nanswer",
            "var shown = display(HTML(\"<b class='mine'>before</b>\"));\nshown.Update(HTML(\"<b class='mine'>after</b>\"));",
            "new[] { 1.5, 2.5 }.Select(x => x * answer)",
            "Console.Error.WriteLine(\"careful\");");
        await notebook.RunAll();
        await notebook.Picture("first");
        Assert.Contains("hello", await notebook.Output(0).InnerTextAsync());
        Assert.Contains("42", await notebook.Output(0).Locator(".output_result").InnerTextAsync());
        Assert.Equal(["after"], await notebook.Output(1).Locator(".mine").AllInnerTextsAsync());
        Assert.Contains("105", await notebook.Output(2).InnerTextAsync());
        Assert.Equal("careful", (await notebook.Output(3).Locator(".output_stderr").InnerTextAsync()).Trim());
        Assert.Equal(0, await notebook.Page.Locator(".output_error").CountAsync());
        Assert.Equal(4, await notebook.Page.EvaluateAsync<int>("() => Jupyter.notebook.get_cells().filter(c => c.input_prompt_number > 0).length"));
    }

    [SkippableFact]
    public async Task CSharp_is_coloured_as_CSharp()
    {
        await using var notebook = await browser.Open("colours.ipynb", "var text = \"string\"; // comment\nforeach (var c in text) { }");
        await Assertions.Expect(notebook.Cells.Nth(0).Locator(".cm-keyword")).ToHaveTextAsync(["var", "foreach", "var", "in"], new() { Timeout = 20_000 });
        await Assertions.Expect(notebook.Cells.Nth(0).Locator(".cm-string")).ToHaveTextAsync("\"string\"");
    }

    [SkippableFact]
    public async Task An_error_is_red_names_its_line_and_stops_what_waits_behind_it()
    {
        await using var notebook = await browser.Open("error.ipynb",
            "int Half(int n)\n{\n    if (n % 2 == 1) throw new InvalidOperationException(\"odd\");\n    return n / 2;\n}",
            "Half(3)",
            "Console.WriteLine(\"never\");");
        await notebook.RunAll();
        await notebook.Picture("error");
        var error = notebook.Output(1).Locator(".output_error");
        var text = await error.InnerTextAsync();
        Assert.Contains("InvalidOperationException: odd", text);
        Assert.Contains("Cell 1, line 3", text);
        Assert.Contains("Cell 2, line 1", text);
        Assert.Contains("rgb(", await error.Locator("[class*=ansi-red]").First.EvaluateAsync<string>("e => getComputedStyle(e).color"));
        Assert.Equal(0, await notebook.Output(2).Locator(".output_area").CountAsync());
        Assert.Equal("In [ ]:", (await notebook.Cells.Nth(2).Locator(".input_prompt").InnerTextAsync()).Replace('\u00a0', ' '));
    }

    [SkippableFact]
    public async Task The_stop_button_stops_a_busy_loop_and_the_variables_stay()
    {
        await using var notebook = await browser.Open("stop.ipynb", "var n = 1L;\nConsole.WriteLine(\"begun\");\nwhile (true) n++;", "n > 1");
        await notebook.StartAll();
        await notebook.Output(0).GetByText("begun").WaitForAsync(new() { Timeout = 60_000 });
        await notebook.Page.ClickAsync("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        await notebook.Finished();
        Assert.Contains("stopped", await notebook.Output(0).Locator(".output_error").InnerTextAsync());
        await notebook.Edit(1);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        await notebook.Output(1).Locator(".output_result").WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("stop");
        Assert.Contains("True", await notebook.Output(1).InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task Tab_completes_shift_tab_explains_and_a_question_opens_the_pager()
    {
        await using var notebook = await browser.Open("assist.ipynb", "Console.WriteL", "Math.Sqrt", "Math.Cos?");
        await notebook.Edit(0);
        await notebook.Page.Keyboard.PressAsync("Tab");
        await notebook.Cells.Nth(0).GetByText("WriteLine").WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Edit(1);
        await notebook.Page.Keyboard.PressAsync("Shift+Tab");
        var tip = notebook.Page.Locator("#tooltip .tooltiptext");
        await tip.GetByText("square root").WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Picture("tooltip");
        await notebook.Page.Keyboard.PressAsync("Escape");
        await notebook.Edit(2);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        await notebook.Page.Locator("#pager").GetByText("cosine").WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Picture("pager");
    }

    [SkippableFact]
    public async Task Console_ReadLine_asks_in_the_page()
    {
        await using var notebook = await browser.Open("input.ipynb", "Console.Write(\"Your name? \");\nvar name = Console.ReadLine();\n$\"Hello, {name}!\"");
        await notebook.Edit(0);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        var box = notebook.Page.Locator("input.raw_input");
        await box.FillAsync("Ada");
        await box.PressAsync("Enter");
        await notebook.Output(0).Locator(".output_result").WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("input");
        Assert.Contains("Hello, Ada!", await notebook.Output(0).InnerTextAsync());
    }

    [SkippableFact]
    public async Task Restart_forgets_the_variables_and_runs_again()
    {
        await using var notebook = await browser.Open("restart.ipynb", "var kept = 1;", "kept");
        await notebook.RunAll();
        await notebook.Page.EvaluateAsync("() => new Promise(done => { Jupyter.notebook.events.one('kernel_ready.Kernel', done); Jupyter.notebook.kernel.restart(); })");
        await notebook.Edit(1);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        await notebook.Output(1).Locator(".output_error").WaitForAsync(new() { Timeout = 30_000 });
        Assert.Contains("kept", await notebook.Output(1).InnerTextAsync());
        await notebook.RunAll();
        Assert.Contains("1", await notebook.Output(1).Locator(".output_result").InnerTextAsync());
    }
}
