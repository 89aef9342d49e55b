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
}
