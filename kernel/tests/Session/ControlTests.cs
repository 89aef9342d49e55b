using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>What happens beside a running cell: interrupts, questions, completion, the end.</summary>
[Collection("console")]
public sealed class ControlTests : IDisposable
{
    private readonly EchoKernel kernel = new();

    private Client Client => kernel.Client;

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void An_interrupt_stops_a_busy_loop_and_the_session_lives_on()
    {
        var id = StartLoop();
        var clock = Stopwatch.StartNew();
        Assert.Equal("ok", (string)Client.Ask("interrupt_request", channel: Channel.Control)["status"]!);
        var reply = Client.Next(Channel.Shell);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
        Assert.Equal("Interrupted", (string)reply.Content["ename"]!);
        Assert.Equal(id, (string)reply.Parent["msg_id"]!);
        Client.Run("value 1");
        Assert.Equal("ok", (string)Client.Next(Channel.Shell).Content["status"]!);
    }

    [Fact]
    public void An_interrupt_between_cells_changes_nothing()
    {
        Client.Ask("interrupt_request", channel: Channel.Control);
        Client.Run("value 1");
        Assert.Equal("ok", (string)Client.Next(Channel.Shell).Content["status"]!);
    }

    [Fact]
    public void Completion_and_inspection_are_answered_while_a_cell_runs()
    {
        StartLoop();
        Assert.Equal("LO", (string)Client.Ask("complete_request", new JsonObject { ["code"] = "lo", ["cursor_pos"] = 2 })["matches"]![0]!);
        Assert.True((bool)Client.Ask("inspect_request", new JsonObject { ["code"] = "lo", ["cursor_pos"] = 1, ["detail_level"] = 0 })["found"]!);
        Client.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("execute_reply", Client.Next(Channel.Shell).Type);
    }

    [Fact]
    public void Cursor_positions_count_code_points_outside_and_UTF16_units_inside()
    {
        // 𝒳 and 😀 are one code point and two UTF-16 units each.
        var reply = Client.Ask("complete_request", new JsonObject { ["code"] = "𝒳😀 ab tail", ["cursor_pos"] = 5 });
        Assert.Equal("AB", (string)reply["matches"]![0]!);
        Assert.Equal(3, (int)reply["cursor_start"]!);
        Assert.Equal(5, (int)reply["cursor_end"]!);
        Assert.Equal("shout", (string)reply["metadata"]!["_jupyter_types_experimental"]![0]!["type"]!);
        var inspected = Client.Ask("inspect_request", new JsonObject { ["code"] = "𝒳😀 ab", ["cursor_pos"] = 4, ["detail_level"] = 1 });
        Assert.Equal("a in detail", (string)inspected["data"]!["text/plain"]!);
    }

    [Theory]
    [InlineData("value 1", "complete", null)]
    [InlineData("if {", "incomplete", "    ")]
    [InlineData("  if {", "incomplete", "      ")]
    [InlineData("}", "invalid", null)]
    public void Is_complete_has_three_answers_and_says_how_far_to_indent(string code, string status, string? indent)
    {
        var reply = Client.Ask("is_complete_request", new JsonObject { ["code"] = code });
        Assert.Equal(status, (string)reply["status"]!);
        Assert.Equal(indent, (string?)reply["indent"]);
    }

    [Fact]
    public void A_question_is_put_to_the_person_and_the_answer_used()
    {
        Client.Run("ask Name?");
        var question = Client.Next(Channel.Stdin);
        Assert.Equal("input_request", question.Type);
        Assert.Equal("Name?", (string)question.Content["prompt"]!);
        Client.Send("input_reply", new JsonObject { ["value"] = "Ada" }, Channel.Stdin);
        var reply = Client.Next(Channel.Shell);
        Assert.Equal("ok", (string)reply.Content["status"]!);
        Assert.Contains(Client.Published((string)reply.Parent["msg_id"]!), m => HostTests.Brief(m) == "execute_result Ada");
    }

    [Fact]
    public void A_question_that_nobody_can_answer_is_an_error_with_advice()
    {
        Client.Run("ask Name?", allowStdin: false);
        Assert.Equal("This front end takes no input while a cell runs. Assign the value in the cell instead.", (string)Client.Next(Channel.Shell).Content["evalue"]!);
    }

    [Fact]
    public void An_interrupt_ends_the_wait_for_an_answer()
    {
        Client.Run("ask Name?");
        Client.Next(Channel.Stdin);
        Client.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("Interrupted", (string)Client.Next(Channel.Shell).Content["ename"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Shutdown_is_answered_and_ends_the_session_even_under_a_busy_loop(bool restart)
    {
        StartLoop();
        var reply = Client.Ask("shutdown_request", new JsonObject { ["restart"] = restart }, Channel.Control);
        Assert.Equal(restart, (bool)reply["restart"]!);
        Assert.Equal(0, await kernel.Host.Ended.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_cell_may_end_the_session_with_an_exit_code()
    {
        Client.Run("exit 3");
        Assert.Equal("ok", (string)Client.Next(Channel.Shell).Content["status"]!);
        Assert.Equal(3, await kernel.Host.Ended.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void A_comm_is_closed_again_and_none_is_listed()
    {
        var id = Client.Send("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "t", ["data"] = new JsonObject() });
        Assert.Equal("c1", (string)Assert.Single(Client.Published(id), m => m.Type == "comm_close").Content["comm_id"]!);
        Assert.Empty((JsonObject)Client.Ask("comm_info_request")["comms"]!);
    }

    [Fact]
    public void Two_kernels_do_not_hear_each_other()
    {
        var other = Client.FreePorts();
        using var capture = new ConsoleCapture();
        using var second = new Host(other, new EchoLanguage(), LanguageInfo.CSharp, past: null, capture, TextWriter.Null);
        using var client = new Client(other);
        var (here, there) = (Client.Run("value here"), client.Run("value there"));
        Assert.Contains(Client.Published(here), m => HostTests.Brief(m) == "execute_result here");
        Assert.Contains(client.Published(there), m => HostTests.Brief(m) == "execute_result there");
    }

    private string StartLoop()
    {
        var id = Client.Run("loop");
        while (Client.NextOf(id).Type != "stream") { }
        return id;
    }
}
