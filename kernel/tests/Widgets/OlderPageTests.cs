using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>The same widgets for a page with the library of ipywidgets 6: the words are those of protocol 1.</summary>
public sealed class OlderPageTests : IDisposable
{
    private readonly Page page = new();

    public OlderPageTests() => page.BecomeOld();

    public void Dispose() => page.Dispose();

    [Fact]
    public void It_is_told_the_version_and_spoken_to_in_its_own_words()
    {
        Assert.Contains(page.Heard, message => message.Type == "comm_msg" && (string?)message.Content["comm_id"] == "v" && (string?)message.Content["data"]!["version"] == "~2.1.4");
        page.Run("var s = new FloatSlider { Max = 10, Value = 2.5 };\nvar d = new Dropdown<string>(\"a\", \"b\");\ns.Changed += v => d.Value = v > 5 ? \"b\" : \"a\";\nnew VBox(s, d)");
        var opened = page.Heard.Last(message => message.Type == "comm_open");
        Assert.Equal("VBoxModel", (string?)opened.Content["data"]!["_model_name"]);
        Assert.Empty(opened.Metadata);
        Assert.Contains(page.Heard, message => message.Type == "comm_msg" && (string?)message.Content["data"]!["method"] == "display");
        var shown = page.Heard.Single(message => message.Type == "display_data");                  // it looks for no result
        var (format, view) = Assert.Single((JsonObject)shown.Content["data"]!);
        Assert.Equal("application/vnd.jupyter.widget-view+json", format);
        Assert.Equal(page.Named("VBoxModel"), (string?)view!["model_id"]);
        page.SetOld("FloatSliderModel", "value", 7.5);
        Assert.Equal(["comm_msg DropdownModel update {\"value\":\"b\"}"], page.Told);           // and no echo
        page.SetOld("DropdownModel", "value", "a");
        page.Run("Console.Write($\"{s.Value} {d.Value}\")");
        Assert.Contains("stream 7.5 a", page.Told);
    }

    [Fact]
    public void A_picture_is_put_in_its_place_by_the_name_of_the_message_that_moved_it()
    {
        page.Run("Interact.With(new IntSlider { Max = 9 }, n => { Console.WriteLine(n); return n * n; })");
        Assert.Equal("", (string?)page.State("OutputModel")["msg_id"]);
        page.SetOld("IntSliderModel", "value", 7);
        var move = (string?)page.Heard[0].Parent["msg_id"];
        Assert.Equal(
            [$"comm_msg OutputModel update {{\"msg_id\":\"{move}\"}}", "clear_output", "stream 7\n", "display_data 49", "comm_msg OutputModel update {\"msg_id\":\"\"}"],
            page.Told.Select(told => told.Trim(' ')));
    }
}
