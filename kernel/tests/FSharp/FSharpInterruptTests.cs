using System.Diagnostics;

namespace Workbook.Kernel.Tests;

/// <summary>Ways of being busy that an F# block has, stopped; the bounds are generous, the machine is shared.</summary>
[Collection("console")]
public sealed class FSharpInterruptTests
{
    private const double Soon = 2.0;                     // seconds
    private static readonly Session session = new();     // one for all: the next case finds what the last interrupt left

    [Theory]
    [InlineData("while true do ()")]
    [InlineData("while true do kept <- kept")]
    [InlineData("let rec spin n = if n < 0 then n else spin (n &&& 3)\nspin 0 |> ignore")]
    [InlineData("for i in Seq.initInfinite id do\n    ignore i")]
    [InlineData("Seq.initInfinite id |> Seq.filter (fun i -> i < 0) |> Seq.head |> ignore")]
    [InlineData("System.Threading.Thread.Sleep 60000")]
    [InlineData("Async.Sleep 60000 |> Async.RunSynchronously")]
    [InlineData("async { while true do () } |> Async.RunSynchronously")]
    [InlineData("(task { do! System.Threading.Tasks.Task.Delay 60000 }).Wait()")]
    [InlineData("while true do\n    try\n        while true do ()\n    with _ -> ()")]
    [InlineData("Seq.length (seq { while true do yield 1 }) |> ignore")]
    public void A_busy_block_stops_and_the_session_lives_on(string busy)
    {
        session.Value("#!fsharp\nlet mutable kept = 42");
        session.Shown.Clear();
        CellOutcome? outcome = null;
        var cell = new Thread(() => outcome = session.Run($"#!fsharp\ndisplay(0) |> ignore\n{busy}"), 8 << 20);
        cell.Start();
        Assert.True(SpinWait.SpinUntil(() => session.Shown.Count > 0, TimeSpan.FromSeconds(60)));
        Thread.Sleep(30);
        var watch = Stopwatch.StartNew();
        session.Language.Interrupt();
        Assert.True(cell.Join(TimeSpan.FromSeconds(20)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, Soon);
        Assert.Equal("Interrupted", Assert.IsType<CellOutcome.Failed>(outcome).Error.Name);
        Assert.Equal("42", session.Value("#!fsharp\nAsync.Sleep 1 |> Async.RunSynchronously\nkept"));
    }
}
