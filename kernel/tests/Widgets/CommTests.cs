using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>What passes over the wire when widgets are shown and moved: the protocol's text and recorded conversations are the oracle.</summary>
public sealed class CommTests(Page page) : IClassFixture<Page>
{
    [Fact]
    public void A_slider_is_opened_behind_its_parts_and_shown_by_its_name()
    {
        page.Run("new FloatSlider { Min = 0, Max = 10, Value = 2.5, Description = \"sigma\" }");
        var opened = page.Heard.Where(message => message.Type == "comm_open").ToList();
        Assert.Equal(["LayoutModel", "SliderStyleModel", "FloatSliderModel"], opened.Select(message => (string?)message.Content["data"]!["state"]!["_model_name"]));
        Assert.All(opened, message => Assert.Equal("2.1.0", (string?)message.Metadata["version"]));
        Assert.All(opened, message => Assert.Equal("jupyter.widget", (string?)message.Content["target_name"]));
        var state = page.State("FloatSliderModel");
        Assert.Equal($"IPY_MODEL_{page.Named("LayoutModel")}", (string?)state["layout"]);
        Assert.Equal($"IPY_MODEL_{page.Named("SliderStyleModel")}", (string?)state["style"]);
        var data = page.Heard.Single(message => message.Type == "execute_result").Content["data"]!;
        Assert.Equal(page.Named("FloatSliderModel"), (string?)data["application/vnd.jupyter.widget-view+json"]!["model_id"]);
        Assert.Equal("FloatSlider(sigma: 2.5)", (string?)data["text/plain"]);
    }

    [Fact]
    public void A_move_is_echoed_its_handler_runs_and_the_page_is_told_nothing_it_knows()
    {
        page.Run("var s = new FloatSlider { Max = 10 };\nvar h = new HTML();\ns.Changed += v => h.Value = $\"value <b>{v}</b>\";\nnew VBox(s, h)");
        page.Set("FloatSliderModel", "value", 4.2);
        Assert.Equal(["status busy",
            "comm_msg FloatSliderModel echo_update {\"value\":4.2}",
            "comm_msg HTMLModel update {\"value\":\"value \\u003Cb\\u003E4.2\\u003C/b\\u003E\"}",
            "status idle"], page.Heard.Select(message => message.Type == "status" ? HostTests.Brief(message) : page.Told.ElementAt(page.Heard.IndexOf(message) - 1)));
        page.Run("Console.Write(s.Value)");
        Assert.Contains("stream 4.2", page.Told);
    }

    [Fact]
    public void A_value_out_of_bounds_comes_back_as_the_nearest_that_is_within()
    {
        page.Run("new IntSlider { Min = 2, Max = 8, Value = 99 }");
        Assert.Equal(8, (int)page.State("IntSliderModel")["value"]!);
        page.Set("IntSliderModel", "value", -3);
        Assert.Equal(["comm_msg IntSliderModel echo_update {\"value\":-3}", "comm_msg IntSliderModel update {\"value\":2}"], page.Told);
    }

    [Theory]
    [InlineData("FloatSlider", "9", "5")]
    [InlineData("FloatRangeSlider", "(9, 1)", "[1,5]")]
    public void A_bound_that_moves_takes_the_value_along_and_never_passes_the_other(string slider, string value, string within)
    {
        page.Run($"var s = new {slider} {{ Max = 10, Value = {value}, Orientation = \"vertical\" }};\ns");
        Assert.Equal("vertical", (string?)page.State($"{slider}Model")["orientation"]);
        page.Run("s.Max = 5;");
        Assert.Equal(within, page.State($"{slider}Model")["value"]!.ToJsonString());
        var problem = page.TryRun("s.Min = 6;");
        Assert.Contains("Min 6 lies beyond the other bound", (string?)problem["evalue"]);
    }

    [Theory]
    [InlineData("\"many\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1}")]
    [InlineData("1e400")]
    public void A_value_of_another_type_is_answered_with_the_old_one(string value)
    {
        page.Run("new IntSlider { Value = 7 }");
        page.Set("IntSliderModel", "value", JsonNode.Parse(value));
        Assert.Equal("comm_msg IntSliderModel update {\"value\":7}", page.Told.Last());
    }

    [Fact]
    public void A_value_set_in_a_cell_reaches_the_page_once()
    {
        page.Run("var s = new IntSlider();\ns");
        page.Run("s.Value = 5;\ns.Value = 5;");
        Assert.Equal(["comm_msg IntSliderModel update {\"value\":5}"], page.Told);
    }

    [Fact]
    public void Everything_caused_by_a_move_names_it_as_its_parent()
    {
        page.Run("var s = new IntSlider();\ns.Changed += v => { Console.WriteLine(v); display(v); };\ns");
        page.Set("IntSliderModel", "value", 3);              // Heard holds only what names it, from busy to idle
        Assert.Equal(["comm_msg IntSliderModel echo_update {\"value\":3}", "stream 3\n", "display_data 3"], page.Told);
    }

    [Fact]
    public void A_handler_that_throws_is_told_under_its_cell_and_the_session_goes_on()
    {
        var cell = page.Client.Run("using Workbook.Widgets;\nvar s = new IntSlider();\ns.Changed += v => throw new InvalidOperationException(\"not \" + v);\ns");
        page.Listen(cell);
        page.Client.Next(Channel.Shell);
        page.Set("IntSliderModel", "value", 3);
        var told = page.Client.NextOf(cell);
        Assert.Equal("stderr", (string?)told.Content["name"]);
        Assert.Contains("InvalidOperationException", (string?)told.Content["text"]);
        Assert.Contains("not 3", (string?)told.Content["text"]);
        Assert.Matches("Cell [0-9]+, line 3", (string?)told.Content["text"]);
        Assert.DoesNotContain("ValueWidget", (string?)told.Content["text"]);
        page.Run("Console.Write(s.Value)");
        Assert.Contains("stream 3", page.Told);
    }

    [Fact]
    public void An_interrupt_stops_a_handler_that_does_not_end()
    {
        page.Run("var b = new Button { Description = \"go\" };\nb.Clicked += () => { Console.WriteLine(\"begun\"); while (true) { } };\nb");
        var click = page.Client.Send("comm_msg", new() { ["comm_id"] = page.Named("ButtonModel"), ["data"] = new JsonObject { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } } });
        while (page.Client.NextOf(click) is { Type: not "stream" }) { }
        page.Client.Ask("interrupt_request", channel: Channel.Control);
        page.Listen(click);
        page.Run("1 + 1");
        Assert.Contains("execute_result 2", page.Told);
    }

    [Fact]
    public void A_target_that_nobody_knows_is_closed_again()
    {
        page.Say("comm_open", new() { ["comm_id"] = "x", ["target_name"] = "elsewhere", ["data"] = new JsonObject() });
        Assert.Contains(page.Heard, message => message.Type == "comm_close" && (string?)message.Content["comm_id"] == "x");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"comm_id\":7,\"data\":[]}")]
    [InlineData("{\"comm_id\":\"unknown\",\"data\":{\"method\":\"update\",\"state\":{\"value\":1}}}")]
    [InlineData("{\"comm_id\":\"$\",\"data\":\"text\"}")]
    [InlineData("{\"comm_id\":\"$\",\"data\":{\"method\":\"update\",\"state\":[1]}}")]
    [InlineData("{\"comm_id\":\"$\",\"data\":{\"method\":\"custom\",\"content\":7}}")]
    [InlineData("{\"comm_id\":\"$\",\"data\":{\"method\":\"dance\"}}")]
    public void A_message_that_makes_no_sense_changes_nothing(string content)
    {
        page.Run("var s = new IntSlider { Value = 7 };\ns");
        page.Say("comm_msg", (JsonObject)JsonNode.Parse(content.Replace("$", page.Named("IntSliderModel")))!);
        Assert.DoesNotContain(page.Heard, message => message.Type is "comm_msg" or "stream");
        page.Run("Console.Write(s.Value)");
        Assert.Contains("stream 7", page.Told);
    }

    [Fact]
    public void A_page_that_connects_later_is_told_of_every_widget_pictures_included()
    {
        page.Run("new VBox(new IntSlider { Value = 3 }, new Image([1, 2, 3]))");
        var comms = (JsonObject)page.Client.Ask("comm_info_request", new() { ["target_name"] = "jupyter.widget" })["comms"]!;
        page.Say("comm_open", new() { ["comm_id"] = "c", ["target_name"] = "jupyter.widget.control", ["data"] = new JsonObject() });
        page.Say("comm_msg", new() { ["comm_id"] = "c", ["data"] = new JsonObject { ["method"] = "request_states" } });
        var answer = Assert.Single(page.Heard, message => message.Type == "comm_msg");
        var states = (JsonObject)answer.Content["data"]!["states"]!;
        Assert.Equal("update_states", (string?)answer.Content["data"]!["method"]);
        Assert.Subset(comms.Select(comm => comm.Key).ToHashSet(), states.Select(state => state.Key).ToHashSet());
        Assert.Equal(3, (int)states[page.Named("IntSliderModel")]!["state"]!["value"]!);
        Assert.Equal("IntSliderModel", (string?)states[page.Named("IntSliderModel")]!["model_name"]);
        Assert.Equal($"[[\"{page.Named("ImageModel")}\",\"state\",\"value\"]]", answer.Content["data"]!["buffer_paths"]!.ToJsonString());
        Assert.Equal([1, 2, 3], Assert.Single(answer.Buffers));
    }

    [Fact]
    public void A_widget_closed_here_or_by_the_page_is_gone_and_shown_again_it_begins_anew()
    {
        page.Run("var s = new IntSlider { Value = 4 };\ns");
        var first = page.Named("IntSliderModel");
        page.Run("s.Close();\ns.Value = 5;");
        Assert.Equal([first], page.Heard.Where(message => message.Type is "comm_close" or "comm_msg").Select(message => (string?)message.Content["comm_id"]));
        page.Run("s");
        var second = page.Named("IntSliderModel");
        Assert.NotEqual(first, second);
        Assert.Equal(5, (int)page.State("IntSliderModel")["value"]!);
        page.Say("comm_close", new() { ["comm_id"] = second, ["data"] = new JsonObject() });
        page.Run("s.Value = 6;");
        Assert.Empty(page.Told);
    }
}
