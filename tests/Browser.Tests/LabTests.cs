namespace Workbook.Browser.Tests;

/// <summary>JupyterLab's own page in a real browser, with cells in C#.</summary>
[Collection("lab")]
public sealed class LabTests(LabSession lab)
{
    [SkippableFact]
    public async Task Run_all_shows_text_values_and_things_that_change()
    {
        await using var notebook = await lab.Open("first.ipynb",
            "Console.WriteLine(\"hello\");\nvar answer = 6 * 7;\nanswer",
            "var shown = display(HTML(\"<b class='mine'>before</b>\"));\nshown.Update(HTML(\"<b class='mine'>after</b>\"));",
            "new[] { 1.5, 2.5 }.Select(x => x * answer)",
            "Console.Error.WriteLine(\"careful\");");
        await notebook.RunAll();
        await notebook.Picture("first");
        Assert.Contains("hello", await notebook.Output(0).InnerTextAsync());
        Assert.Contains("42", await notebook.Output(0).Locator(".jp-OutputArea-executeResult").InnerTextAsync());
        Assert.Equal(["after"], await notebook.Output(1).Locator(".mine").AllInnerTextsAsync());
        Assert.Contains("105", await notebook.Output(2).InnerTextAsync());
        Assert.Equal("careful", (await notebook.Output(3).Locator("[data-mime-type$=stderr]").InnerTextAsync()).Trim());
        Assert.Equal(["[1]:", "[2]:", "[3]:", "[4]:"], await notebook.Cells.Locator(".jp-InputArea-prompt").AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task CSharp_is_coloured_as_CSharp()
    {
        await using var notebook = await lab.Open("colours.ipynb", "var text = \"string\"; // comment\nforeach (var c in text) { }");
        var code = notebook.Cells.Nth(0).Locator(".cm-content");
        string Colour(string word) => $"e => getComputedStyle([...e.querySelectorAll('span')].find(s => s.textContent === '{word}') ?? e).color";
        await notebook.Picture("colours");
        var colours = new[] { "foreach", "\"string\"", "// comment" }.Select(async word => await code.EvaluateAsync<string>(Colour(word)));
        Assert.Equal(3, (await Task.WhenAll(colours)).Append(await code.EvaluateAsync<string>("e => getComputedStyle(e).color")).Distinct().Count() - 1);
    }

    [SkippableFact]
    public async Task An_error_is_red_names_its_line_and_stops_what_waits_behind_it()
    {
        await using var notebook = await lab.Open("error.ipynb",
            "int Half(int n)\n{\n    if (n % 2 == 1) throw new InvalidOperationException(\"odd\");\n    return n / 2;\n}",
            "Half(3)",
            "Console.WriteLine(\"never\");");
        await notebook.RunAll();
        await notebook.Picture("error");
        var error = notebook.Output(1).Locator("[data-mime-type$=error], [data-mime-type$=stderr]");
        var text = await error.InnerTextAsync();
        Assert.Contains("InvalidOperationException: odd", text);
        Assert.Contains("Cell 1, line 3", text);
        Assert.Contains("Cell 2, line 1", text);
        Assert.NotEqual(0, await error.Locator(".ansi-red-fg, .ansi-red-intense-fg").CountAsync());
        Assert.Equal("", await notebook.Output(2).InnerTextAsync());
        Assert.Equal("[ ]:", (await notebook.Prompt(2).InnerTextAsync()).Replace('\u00a0', ' '));
    }

    [SkippableFact]
    public async Task The_stop_button_stops_a_busy_loop_and_the_variables_stay()
    {
        await using var notebook = await lab.Open("stop.ipynb", "var n = 1L;\nConsole.WriteLine(\"begun\");\nwhile (true) n++;", "n > 1");
        await notebook.StartAll();
        await notebook.Output(0).GetByText("begun").WaitForAsync(new() { Timeout = 60_000 });
        await notebook.Press("Interrupt the kernel");
        await notebook.Finished();
        Assert.Contains("stopped", await notebook.Output(0).InnerTextAsync());
        await notebook.Run(1);
        await notebook.Picture("stop");
        Assert.Contains("True", await notebook.Output(1).InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task Tab_completes_with_signatures()
    {
        await using var notebook = await lab.Open("complete.ipynb", "Math.Sq");
        await notebook.Edit(0);
        var panel = notebook.Page.Locator(".jp-Completer-docpanel");
        for (var tries = 0; tries < 5 && !await panel.IsVisibleAsync(); tries++)          // Lab lets a question drop after some seconds
        {
            await notebook.Page.Keyboard.PressAsync("Tab");
            await notebook.Page.WaitForTimeoutAsync(6000);
        }
        await notebook.Picture("complete");
        Assert.Contains("double Math.Sqrt(double d)", await panel.InnerTextAsync());
        Assert.Contains("square root", await panel.InnerTextAsync());
        await notebook.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Math.Sqrt", await notebook.Cells.Nth(0).Locator(".cm-line").InnerTextAsync());
    }

    [SkippableFact]
    public async Task Shift_tab_shows_the_documentation_and_a_question_opens_the_pager()
    {
        await using var notebook = await lab.Open("explain.ipynb", "Math.Sqrt", "Math.Cos?");
        await notebook.Edit(0);
        await notebook.Page.Keyboard.PressAsync("Shift+Tab");
        await notebook.Page.Locator(".jp-Tooltip").GetByText("square root").First.WaitForAsync(new() { Timeout = 20_000 });
        await notebook.Picture("tooltip");
        await notebook.Page.Keyboard.PressAsync("Escape");
        await notebook.Run(1);
        await notebook.Picture("pager");
        Assert.Contains("cosine", await notebook.Output(1).InnerTextAsync());
    }

    [SkippableFact]
    public async Task Console_ReadLine_asks_in_the_page()
    {
        await using var notebook = await lab.Open("input.ipynb", "Console.Write(\"Your name? \");\nvar name = Console.ReadLine();\n$\"Hello, {name}!\"");
        await notebook.Edit(0);
        await notebook.Page.Keyboard.PressAsync("Control+Enter");
        var box = notebook.Page.Locator("input.jp-Stdin-input");
        await box.FillAsync("Ada");
        await notebook.Picture("asked");
        await box.PressAsync("Enter");
        await notebook.Output(0).Locator(".jp-OutputArea-executeResult").WaitForAsync(new() { Timeout = 10_000 });
        await notebook.Picture("input");
        Assert.Contains("Hello, Ada!", await notebook.Output(0).InnerTextAsync());
    }

    [SkippableFact]
    public async Task Restart_forgets_the_variables_and_runs_again()
    {
        await using var notebook = await lab.Open("restart.ipynb", "var kept = 1;", "kept");
        await notebook.RunAll();
        await notebook.Press("Restart the kernel");
        await notebook.Page.Locator(".jp-Dialog").GetByText("Restart", new() { Exact = true }).ClickAsync();
        await notebook.Idle();
        await notebook.Run(1);
        Assert.Contains("kept", await notebook.Output(1).Locator("[data-mime-type$=error], [data-mime-type$=stderr]").InnerTextAsync());
        await notebook.RunAll();
        Assert.Equal("1", (await notebook.Output(1).Locator(".jp-OutputArea-executeResult .jp-OutputArea-output").InnerTextAsync()).Trim());
    }
}
