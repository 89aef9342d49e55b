using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class HostTests : IDisposable
{
    private readonly EchoKernel kernel = new();

    private Client Client => kernel.Client;

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void Kernel_info_says_what_the_front_end_needs_on_shell_and_on_control()
    {
        foreach (var channel in (Channel[])[Channel.Shell, Channel.Control])
        {
            var info = Client.Ask("kernel_info_request", channel: channel);
            Assert.Equal("5.3", (string)info["protocol_version"]!);
            Assert.Equal("Echo", (string)info["language_info"]!["name"]!);
            Assert.Equal(".echo", (string)info["language_info"]!["file_extension"]!);
        }
    }

    [Fact]
    public void A_cell_is_busy_then_echoed_then_heard_then_answered_then_idle()
    {
        var id = Client.Run("value 42");
        Assert.Equal(["status busy", "execute_input value 42", "execute_result 42", "status idle"], Client.Published(id).ConvertAll(Brief));
        var reply = Client.Next(Channel.Shell);
        Assert.Equal("ok", (string)reply.Content["status"]!);
        Assert.Equal(1, (int)reply.Content["execution_count"]!);
    }

    [Fact]
    public void Printed_text_and_shown_things_arrive_in_the_order_they_were_made()
    {
        var id = Client.Run("mixed 300");
        var order = Client.Published(id).Where(m => m.Type is "stream" or "display_data").Select(m => m.Type == "stream" ? (string)m.Content["text"]! : Brief(m)[13..] + ";");
        Assert.Equal(string.Concat(Enumerable.Range(0, 300).Select(i => $"{i},{i};")), string.Concat(order));
    }

    [Fact]
    public void A_hundred_thousand_lines_arrive_whole_and_in_few_messages()
    {
        var id = Client.Run("count 100000");
        var streams = Client.Published(id).Where(m => m.Type == "stream").ToList();
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), string.Concat(streams.Select(m => (string)m.Content["text"]!)));
        Assert.InRange(streams.Count, 1, 200);
    }

    [Fact]
    public void Standard_error_is_a_stream_of_its_own()
    {
        var stream = Assert.Single(Client.Published(Client.Run("warn careful")), m => m.Type == "stream");
        Assert.Equal("stderr", (string)stream.Content["name"]!);
        Assert.Equal("careful", (string)stream.Content["text"]!);
    }

    [Fact]
    public void What_a_task_prints_after_its_cell_ended_is_heard_under_that_cell()
    {
        var id = Client.Run("later afterthought");
        Client.Published(id);
        var other = Client.Run("value 1");
        Client.Published(other);
        var late = Client.NextOf(id);
        Assert.Equal("afterthought", (string)late.Content["text"]!);
    }

    [Fact]
    public void A_shown_thing_is_updated_under_its_name_and_pictures_travel_in_base64()
    {
        var published = Client.Published(Client.Run("show d1"));
        var shown = Assert.Single(published, m => m.Type == "display_data");
        var updated = Assert.Single(published, m => m.Type == "update_display_data");
        Assert.Equal("AQID", (string)shown.Content["data"]!["image/png"]!);
        Assert.Equal("d1", (string)shown.Content["transient"]!["display_id"]!);
        Assert.Equal("d1", (string)updated.Content["transient"]!["display_id"]!);
        Assert.Equal("second", (string)updated.Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void Of_updates_that_come_faster_than_a_page_can_draw_the_last_is_never_lost()
    {
        var updates = Client.Published(Client.Run("animate 20000")).Where(m => m.Type == "update_display_data").ToLookup(m => (string)m.Content["transient"]!["display_id"]!, HostTests.Brief);
        Assert.EndsWith(" 20000", updates["a"].Last());
        Assert.EndsWith(" -20000", updates["b"].Last());
        Assert.InRange(updates["a"].Count(), 1, 500);
    }

    [Fact]
    public void Clearing_and_paging_reach_the_front_end()
    {
        Assert.True((bool)Assert.Single(Client.Published(Client.Run("clear")), m => m.Type == "clear_output").Content["wait"]!);
        Client.Next(Channel.Shell);
        Client.Run("page long text");
        var page = Assert.Single((JsonArray)Client.Next(Channel.Shell).Content["payload"]!)!;
        Assert.Equal("page", (string)page["source"]!);
        Assert.Equal("long text", (string)page["data"]!["text/plain"]!);
    }

    [Theory]
    [InlineData("Some.Name?", "e")]
    [InlineData(" Some.Name?? ", "e in detail")]
    public void A_name_and_a_question_mark_page_its_documentation(string code, string shown)
    {
        Client.Run(code);
        Assert.Equal(shown, (string)Client.Next(Channel.Shell).Content["payload"]![0]!["data"]!["text/plain"]!);
    }

    [Fact]
    public void A_question_about_nothing_known_says_so()
    {
        Client.Run("nothing?");
        Assert.Equal("There is no documentation of nothing.", (string)Client.Next(Channel.Shell).Content["evalue"]!);
    }

    [Fact]
    public void A_question_mark_behind_other_text_is_the_language_s_own()
    {
        Assert.Contains(Client.Published(Client.Run("print why?")), m => HostTests.Brief(m) == "stream why?");
    }

    [Fact]
    public void An_error_is_heard_once_and_answered()
    {
        var id = Client.Run("raise bad");
        var error = Assert.Single(Client.Published(id), m => m.Type is "error" or "stream");
        Assert.Equal("EchoError", (string)error.Content["ename"]!);
        Assert.Equal("bad", (string)error.Content["evalue"]!);
        var reply = Client.Next(Channel.Shell).Content;
        Assert.Equal("error", (string)reply["status"]!);
        Assert.Equal("EchoError: bad", (string)Assert.Single((JsonArray)reply["traceback"]!)!);
    }

    [Fact]
    public void Cells_waiting_behind_a_failed_one_are_aborted_and_later_ones_run()
    {
        var first = Client.Run("loop");
        while (Client.NextOf(first).Type != "stream") { }
        for (var i = 0; i < 20; i++) Client.Run("value 1");
        Client.Ask("kernel_info_request");                 // answered: so the twenty before it have arrived
        Client.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("error", (string)Client.Next(Channel.Shell).Content["status"]!);
        for (var i = 0; i < 20; i++) Assert.Equal("aborted", (string)Client.Next(Channel.Shell).Content["status"]!);
        Client.Run("value 1");
        Assert.Equal("ok", (string)Client.Next(Channel.Shell).Content["status"]!);
    }

    [Fact]
    public void Cells_waiting_behind_a_failed_one_run_when_it_said_so()
    {
        Client.Run("raise bad", stopOnError: false);
        Client.Run("value 1");
        Assert.Equal("error", (string)Client.Next(Channel.Shell).Content["status"]!);
        Assert.Equal("ok", (string)Client.Next(Channel.Shell).Content["status"]!);
    }

    [Fact]
    public void A_language_that_crashes_fails_its_cell_and_nothing_else()
    {
        Client.Run("crash down");
        Assert.Equal("NotSupportedException", (string)Client.Next(Channel.Shell).Content["ename"]!);
        Client.Run("value 1");
        Assert.Equal("ok", (string)Client.Next(Channel.Shell).Content["status"]!);
    }

    [Fact]
    public void A_silent_cell_is_neither_echoed_nor_counted_nor_remembered()
    {
        var published = Client.Published(Client.Run("value 1", silent: true));
        Assert.Equal(["status busy", "status idle"], published.ConvertAll(Brief));
        Client.Next(Channel.Shell);
        Client.Run("value 2");
        Assert.Equal(1, (int)Client.Next(Channel.Shell).Content["execution_count"]!);
        Assert.Single((JsonArray)Client.Ask("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 9 })["history"]!);
    }

    [Fact]
    public void Expressions_asked_for_besides_the_cell_are_evaluated_after_it()
    {
        Client.Run("print x", expressions: new JsonObject { ["a"] = "value 7", ["b"] = "raise bad" });
        var values = Client.Next(Channel.Shell).Content["user_expressions"]!;
        Assert.Equal("7", (string)values["a"]!["data"]!["text/plain"]!);
        Assert.Equal("bad", (string)values["b"]!["evalue"]!);
    }

    internal static string Brief(Message message) => message.Type + " " + message.Type switch
    {
        "status" => (string)message.Content["execution_state"]!,
        "execute_input" => (string)message.Content["code"]!,
        "stream" => (string)message.Content["text"]!,
        "error" => (string)message.Content["ename"]!,
        _ => (string?)message.Content["data"]?["text/plain"] ?? "",
    };
}
