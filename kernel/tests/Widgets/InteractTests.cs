using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Pictures that follow their controls, heard on the wire.</summary>
public sealed class InteractTests(Page page) : IClassFixture<Page>
{
    [Fact]
    public void The_first_picture_is_there_when_the_controls_are_and_again_in_the_bundle()
    {
        page.Run("Interact.With((double sigma, int n) => HTML($\"<b>{sigma} {n}</b>\"), (0.0, 3.0), (1, 9))");
        Assert.Equal("<b>1.5 5</b>", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/html"]);
        Assert.Equal("sigma", (string?)page.State("FloatSliderModel")["description"]);
        Assert.Equal("n", (string?)page.State("IntSliderModel")["description"]);
        Assert.Equal(3.0, (double)page.State("FloatSliderModel")["max"]!);
        Assert.Equal((string[])["FloatSliderModel", "IntSliderModel", "OutputModel"], page.State("VBoxModel")["children"]!.AsArray()
            .Select(child => page.ModelOf((string)child!)));
        Assert.Equal("<b>1.5 5</b>", (string?)page.Heard.Single(message => message.Type == "execute_result").Content["data"]!["text/html"]);
    }

    [Fact]
    public void A_move_replaces_everything_in_one_message()
    {
        page.Run("Interact.With(new IntSlider { Max = 9 }, n => { Console.WriteLine($\"{n} squared\"); display(\"is\"); return n * n; })");
        page.Set("IntSliderModel", "value", 7);
        var update = Assert.Single(page.Heard, message => message.Type == "comm_msg" && (string?)message.Content["data"]!["method"] == "update");
        Assert.Equal("""
            [{"name":"stdout","text":"7 squared\n","output_type":"stream"},{"data":{"text/plain":"is"},"metadata":{},"output_type":"display_data"},{"data":{"text/plain":"49"},"metadata":{},"output_type":"display_data"}]
            """.Trim(), update.Content["data"]!["state"]!["outputs"]!.ToJsonString());
        Assert.DoesNotContain(page.Heard, message => message.Type is "stream" or "display_data");
    }

    [Theory]
    [InlineData("(bool on) => on", "true", "CheckboxModel", "false")]
    [InlineData("(string name) => name", "\"Ada\"", "TextModel", "\"Grace\"")]
    [InlineData("(int n) => n", "5", "IntSliderModel", "7")]
    [InlineData("(double x) => x", "0.5", "FloatSliderModel", "1.5")]
    [InlineData("(double x) => x", "(0, 2, 0.25)", "FloatSliderModel", "1.25")]
    [InlineData("(int n) => n", "(0, 100, 10)", "IntSliderModel", "30")]
    public void A_value_or_a_range_becomes_the_control_that_suits_it(string function, string control, string model, string moved)
    {
        page.Run($"Interact.With({function}, {control})");
        page.Set(model, "value", JsonNode.Parse(moved));
        Assert.Equal(moved.Trim('"'), (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
    }

    [Fact]
    public void Options_become_a_dropdown_and_keep_their_type()
    {
        page.Run("Interact.With((double rate) => rate * 2, new[] { 0.1, 0.2, 0.5 })");
        Assert.Equal("""["0.1","0.2","0.5"]""", page.State("DropdownModel")["_options_labels"]!.ToJsonString());
        page.Set("DropdownModel", "index", 2);
        Assert.Equal("1", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
    }

    [Fact]
    public void Three_controls_and_a_function_without_a_value()
    {
        page.Run("Interact.With((int a, bool b, string c) => Console.Write($\"{a} {b} {c}\"), (0, 10), false, \"x\")");
        page.Set("CheckboxModel", "value", true);
        Assert.Equal("5 True x", (string?)page.State("OutputModel")["outputs"]![0]!["text"]);
    }

    [Fact]
    public void Of_moves_that_come_faster_than_pictures_only_the_newest_is_drawn_and_every_one_is_answered()
    {
        var sentAll = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());      // the first picture takes until all moves have been sent, however slow this process is
        page.Run($"var drawn = 0;\nInteract.With(new IntSlider {{ Max = 1000 }}, n => {{ Interlocked.Increment(ref drawn); do Thread.Sleep(30); while (n > 0 && !File.Exists(\"{sentAll}\")); return n; }})");
        var name = page.Named("IntSliderModel");
        List<string> sent = [.. Enumerable.Range(1, 100).Select(n => page.Client.Send("comm_msg", new()
        {
            ["comm_id"] = name,
            ["data"] = new JsonObject { ["method"] = "update", ["state"] = new JsonObject { ["value"] = n }, ["buffer_paths"] = new JsonArray() },
        }))];
        File.WriteAllText(sentAll, "");
        foreach (var id in sent) page.Listen(id);
        File.Delete(sentAll);
        Assert.Equal("100", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
        page.Run("drawn");
        Assert.InRange(int.Parse((string)page.Heard.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!), 2, 60);
    }

    [Fact]
    public void A_value_that_a_cell_sets_moves_the_picture_too()
    {
        page.Run("var s = new IntSlider();\nInteract.With(s, n => n + 1)");
        page.Run("s.Value = 41;");
        Assert.Equal("42", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
    }

    [Fact]
    public void An_error_stands_in_the_picture_s_place_until_the_next_move()
    {
        page.Run("Interact.With(new IntSlider(), n => n < 10 ? n : throw new ArgumentException($\"{n} is too many\"))");
        page.Set("IntSliderModel", "value", 12);
        var error = page.State("OutputModel")["outputs"]![0]!;
        Assert.Equal("error", (string?)error["output_type"]);
        Assert.Equal("12 is too many", (string?)error["evalue"]);
        page.Set("IntSliderModel", "value", 3);
        Assert.Equal("3", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
    }

    [Fact]
    public void A_picture_that_cannot_be_drawn_at_first_fails_its_cell()
    {
        var reply = page.TryRun("Interact.With((int n) => throw new ArgumentException(\"never\"), (0, 1))");
        Assert.Equal("never", (string?)reply["evalue"]);
        Assert.DoesNotContain(page.Heard, message => message.Type == "comm_open");
    }

    [Fact]
    public void An_endless_picture_can_be_interrupted_and_says_so()
    {
        page.Run("Interact.With(new IntSlider(), n => { while (n > 0) { } return n; })");
        var move = page.Client.Send("comm_msg", new() { ["comm_id"] = page.Named("IntSliderModel"), ["data"] = new JsonObject { ["method"] = "update", ["state"] = new JsonObject { ["value"] = 1 } } });
        while (page.Client.NextOf(move) is { Type: not "comm_msg" }) { }
        Thread.Sleep(100);
        page.Client.Ask("interrupt_request", channel: Channel.Control);
        page.Listen(move);
        Assert.Equal("Interrupted", (string?)page.State("OutputModel")["outputs"]![0]!["ename"]);
        page.Set("IntSliderModel", "value", 0);
        Assert.Equal("0", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("Interact.With((DateTime d) => d, (DateTime.MinValue, DateTime.MaxValue))", "There is no control for DateTime")]
    [InlineData("new IntSlider { Min = 5, Max = 1 }", "must not lie above")]
    [InlineData("new Dropdown<string>(\"a\", \"b\") { Value = \"c\" }", "none of the options a, b")]
    [InlineData("new FloatSlider { Value = double.NaN }", "finite")]
    public void What_cannot_be_meant_is_told_at_once(string cell, string problem) => Assert.Contains(problem, (string?)page.TryRun(cell)["evalue"]);
}
