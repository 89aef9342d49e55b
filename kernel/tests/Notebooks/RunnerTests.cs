using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>The runner in a process of its own, as the command line starts it.</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void Values_texts_and_things_shown_become_outputs()
    {
        var outputs = Run(Example.Code("Console.Write(\"a\"); Console.Write(\"b\\n\"); Console.Error.Write(\"c\"); display(1 + 1); 7"));
        Assert.Equal(["stream", "stream", "display_data", "execute_result"], outputs[0].Select(Type));
        Assert.Equal("ab\n", (string?)outputs[0][0]!["text"]![0]);
        Assert.Equal("stderr", (string?)outputs[0][1]!["name"]);
        Assert.Equal("2", Plain(outputs[0][2]!));
        Assert.Equal("7", Plain(outputs[0][3]!));
        Assert.Equal(1, (int?)outputs[0][3]!["execution_count"]);
    }

    [Fact]
    public void Child_processes_print_into_their_cell()
    {
        var outputs = Run(Example.Code("using System.Diagnostics; Process.Start(\"echo\", \"child\").WaitForExit();"));
        Assert.Equal("child\n", (string?)outputs[0][0]!["text"]![0]);
    }

    [Fact]
    public void What_a_timer_or_a_task_prints_when_its_cell_has_ended_is_kept_under_it()
    {
        var outputs = Run(
            Example.Code("Console.Write(\"begun \"); var timer = new System.Timers.Timer(50) { AutoReset = false }; timer.Elapsed += (_, _) => Console.Write(\"tick\"); timer.Start();"),
            Example.Code("var late = Task.Run(async () => { await Task.Delay(50); display(\"shown\"); });\n1"),
            Example.Code("await Task.Delay(1000); await late; 2"));
        Assert.Equal("begun tick", (string?)outputs[0][0]!["text"]![0]);
        Assert.Equal(["1", "shown"], outputs[1].Select(output => Plain(output!)).Order());
        Assert.Equal("2", Plain(outputs[2].Single()!));
    }

    [Theory]
    [InlineData("Console.Write(\"bye\"); Environment.Exit(3);")]
    [InlineData("Console.Write(\"bye\"); new Thread(() => Environment.Exit(3)).Start(); Thread.Sleep(10_000);")]
    public void A_cell_that_ends_the_process_leaves_what_has_run(string code)
    {
        var outputs = Run(3, [], Example.Code("1 + 1"), Example.Code(code), Example.Code("2"));
        Assert.Equal("2", Plain(outputs[0][0]!));
        Assert.Equal("bye", (string?)outputs[1][0]!["text"]![0]);
        Assert.Empty(outputs[2]);
    }

    [Fact]
    public void An_update_changes_what_an_earlier_cell_showed()
    {
        var outputs = Run(Example.Code("var bar = display(\"0 %\");"), Example.Code("for (var i = 0; i <= 100; i++) bar.Update($\"{i} %\");"));
        Assert.Equal("100 %", Plain(outputs[0][0]!));
        Assert.Empty(outputs[1]);
    }

    [Fact]
    public void The_first_error_ends_the_run_with_code_1_and_what_was_before_is_kept()
    {
        var outputs = Run(1, [], Example.Code("var x = 1; x"), Example.Code("x / 0.0m"), Example.Code("x"));
        Assert.Equal("1", Plain(outputs[0][0]!));
        Assert.Equal("DivideByZeroException", (string?)outputs[1][0]!["ename"]);
        Assert.Empty(outputs[2]);
    }

    [Fact]
    public void An_error_that_its_author_meant_does_not_end_the_run()
    {
        var outputs = Run(Example.Code("throw new Exception(\"meant\");", new() { ["tags"] = new JsonArray("raises-exception") }), Example.Code("2"));
        Assert.Equal("meant", (string?)outputs[0][0]!["evalue"]);
        Assert.Equal("2", Plain(outputs[1][0]!));
    }

    [Fact]
    public void A_cell_that_prints_ten_megabytes_is_cut_with_a_sentence()
    {
        var outputs = Run(Example.Code("for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 99));"), Example.Code("1"));
        var text = string.Concat(outputs[0][0]!["text"]!.AsArray().Select(line => (string)line!));
        Assert.InRange(text.Length, 900_000, 1_100_000);
        Assert.Contains("are not shown", text);
        Assert.Equal("1", Plain(outputs[1][0]!));
    }

    [Fact]
    public void A_progress_line_is_kept_in_its_last_state()
    {
        var outputs = Run(Example.Code("for (var i = 0; i < 100; i++) Console.Write($\"\\r{i} of 100\"); Console.WriteLine();"));
        Assert.Equal("99 of 100\n", (string?)outputs[0][0]!["text"]![0]);
    }

    [Fact]
    public void Cells_see_the_notebook_s_folder_and_the_smoke_scale()
    {
        File.WriteAllText(Path.Combine(example.Folder, "beside.txt"), "beside");
        var outputs = Run(0, ["--smoke"], Example.Code("File.ReadAllText(\"beside.txt\") + Environment.GetEnvironmentVariable(\"WORKBOOK_SMOKE\")"));
        Assert.Equal("beside1", Plain(outputs[0][0]!));
    }

    [Fact]
    public void Asking_for_input_is_an_error_that_says_why()
    {
        var outputs = Run(1, [], Example.Code("Console.ReadLine()"));
        Assert.Contains("unattended", (string?)outputs[0][0]!["evalue"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dance")]
    [InlineData("run")]
    [InlineData("run no-such.ipynb")]
    [InlineData("run --nonsense")]
    [InlineData("run --out")]
    public void A_mistyped_command_ends_with_code_2(string arguments) =>
        Assert.Equal(2, ChildKernel.Run("notebook", [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Code);

    [Fact]
    public void Several_notebooks_run_each_on_its_own_and_a_table_tells_how()
    {
        var good = example.Write(Example.Code("1"));
        var bad = Path.Combine(example.Folder, "bad.ipynb");
        File.Move(example.Write(Example.Code("throw new Exception();")), bad);
        good = example.Write(Example.Code("1"));
        var (code, text) = ChildKernel.Run("notebook", "run", bad, good, "--out", Path.Combine(example.Folder, "out"));
        Assert.Equal(1, code);
        Assert.Matches(@"bad\s+[\d.]+ s  failed", text);
        Assert.Matches(@"example\s+[\d.]+ s  ok", text);
    }

    private string Executed => Path.Combine(example.Folder, "out", "example.ipynb");

    private List<JsonArray> Run(params JsonObject[] cells) => Run(0, [], cells);

    private List<JsonArray> Run(int code, string[] options, params JsonObject[] cells)
    {
        var path = example.Write(cells);
        var result = ChildKernel.Run("notebook", ["run", path, "--out", Path.Combine(example.Folder, "out"), .. options]);
        Assert.True(result.Code == code, result.Text);
        return [.. Notebook.Read(Executed).Cells.Select(cell => cell.Outputs)];
    }

    private static string? Type(JsonNode? output) => (string?)output!["output_type"];

    private static string Plain(JsonNode output) => NotebookJson.Joined(output["data"]!["text/plain"]);
}
