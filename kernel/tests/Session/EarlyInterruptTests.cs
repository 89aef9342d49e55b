using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>An interrupt that overtakes the cell: it comes while the cell is taken up, compiled, or already over.</summary>
public sealed class EarlyInterruptTests(CSharpKernel kernel) : IClassFixture<CSharpKernel>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_stop_that_comes_as_the_cell_is_taken_up_stops_it(int milliseconds)
    {
        for (var round = 0; round < 5; round++)
        {
            var id = kernel.Client.Run("while (true) { }");
            Assert.Equal("busy", (string)kernel.Client.NextOf(id).Content["execution_state"]!);
            Thread.Sleep(milliseconds);
            kernel.Client.Send("interrupt_request", channel: Channel.Control);
            Assert.Equal("Interrupted: the cell was stopped.", Ansi.Without((string)kernel.Client.Next(Channel.Shell).Content["traceback"]![0]!));
            Assert.Equal("interrupt_reply", kernel.Client.Next(Channel.Control).Type);
        }
    }

    [Fact]
    public void A_stop_that_comes_when_the_cell_is_over_stops_nothing()
    {
        for (var round = 0; round < 20; round++)
        {
            kernel.Client.Run("1");
            Assert.Equal("ok", (string)kernel.Client.Next(Channel.Shell).Content["status"]!);
            Assert.Equal("ok", (string)kernel.Client.Ask("interrupt_request", new JsonObject(), Channel.Control)["status"]!);
            kernel.Client.Run("for (var i = 0; i < 3; i++) Thread.Sleep(1); await Task.Delay(1);");
            Assert.Equal("ok", (string)kernel.Client.Next(Channel.Shell).Content["status"]!);
        }
    }

    /// <summary>The three ways in which a cell asks the person at the front end.</summary>
    [Theory]
    [InlineData("Console.ReadLine()")]
    [InlineData("await GetInputAsync(\"Name?\")")]
    [InlineData("await GetPasswordAsync(\"Word?\")")]
    public void A_cell_that_waits_for_an_answer_is_stopped_and_a_late_answer_is_no_other_s(string asking)
    {
        var id = kernel.Client.Run($"var kept = 42; {asking}");
        Assert.Equal("input_request", kernel.Client.Next(Channel.Stdin).Type);
        kernel.Client.Send("interrupt_request", channel: Channel.Control);
        Assert.Equal("Interrupted", (string)kernel.Client.ReplyTo(id, Channel.Shell)["ename"]!);
        Assert.Equal("interrupt_reply", kernel.Client.Next(Channel.Control).Type);
        kernel.Client.Send("input_reply", new JsonObject { ["value"] = "late" }, Channel.Stdin);
        var next = kernel.Client.Run("$\"{kept} {Console.ReadLine()}\"");
        kernel.Client.Next(Channel.Stdin);
        kernel.Client.Send("input_reply", new JsonObject { ["value"] = "Ada" }, Channel.Stdin);
        Assert.Equal("ok", (string)kernel.Client.ReplyTo(next, Channel.Shell)["status"]!);
        Assert.Contains(kernel.Client.Published(next), message => HostTests.Brief(message) == "execute_result 42 Ada");
    }

    [SkippableFact]
    public void The_signal_of_Ctrl_C_that_comes_as_the_cell_is_taken_up_stops_it()
    {
        Skip.If(kernel.IgnoresSigint, "whoever started the tests has SIGINT ignored, as a script does for its background jobs, and the kernel inherits that");
        for (var round = 0; round < 8; round++)
        {
            var id = kernel.Client.Run("while (true) { }");
            Assert.Equal("busy", (string)kernel.Client.NextOf(id).Content["execution_state"]!);
            Thread.Sleep(round);
            using var signal = System.Diagnostics.Process.Start("kill", ["-INT", $"{kernel.Process.Id}"]);
            Assert.Equal("Interrupted", (string)kernel.Client.ReplyTo(id, Channel.Shell)["ename"]!);
        }
    }
}
