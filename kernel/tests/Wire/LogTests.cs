namespace Workbook.Kernel.Tests;

public sealed class LogTests
{
    private readonly StringWriter terminal = new() { NewLine = "\n" };
    private readonly Clock clock = new();

    private string[] Lines => terminal.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_minute_holds_thirty_lines_and_the_next_says_how_many_it_did_not()
    {
        var log = new Log(terminal, clock);
        for (var i = 0; i < 20_000; i++) log.Tell("again");
        Assert.Equal(Log.LinesInMinute + 1, Lines.Length);
        clock.Now += TimeSpan.FromMinutes(1);
        log.Tell("later");
        Assert.Equal(["workbook-kernel: 19970 lines were not shown.", "workbook-kernel: later"], Lines[^2..]);
    }

    [Fact]
    public void What_came_over_the_wire_cannot_steer_the_terminal_nor_fill_it()
    {
        var log = new Log(terminal, clock);
        log.Tell("a\u001b[2Jb\nc");
        log.Tell(new string('x', 1_000_000));
        Assert.Equal("workbook-kernel: a [2Jb c", Lines[0]);
        Assert.EndsWith("x… (1000000 characters)", Lines[1]);
        Assert.InRange(Lines[1].Length, 400, 500);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => Now.Ticks;
    }
}
