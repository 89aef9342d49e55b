using System.Diagnostics;

namespace Workbook.Kernel.Tests;

/// <summary>Every way of being busy that a cell has, stopped; the bounds are generous, the machine is shared.</summary>
[Collection("console")]
public sealed class InterruptTests
{
    private const double Soon = 2.0;                     // seconds; measured: thousandths
    private readonly Session session = new();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("var s = $\"{await Task.FromResult(1)}\"; while (true) { }")]
    [InlineData("var s = $\"{n,3}{await Task.FromResult(1.5):F2}\"; void Spin() { for (;;) ; } Spin();")]
    [InlineData("do n++; while (true);")]
    [InlineData("again: n++; goto again;")]
    [InlineData("while (true) foreach (var x in new[] { 1, 2 }) n += x;")]
    [InlineData("while (true) n = n + Math.Abs(-1);")]
    [InlineData("Thread.Sleep(60_000);")]
    [InlineData("Thread.Sleep(Timeout.Infinite);")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("while (true) await Task.Yield();")]
    [InlineData("while (true) try { while (true) { } } catch (Exception) { }")]
    [InlineData("try { } finally { while (true) { } }")]
    [InlineData("Task.Run(() => Thread.Sleep(60_000)).Wait();")]
    [InlineData("Parallel.For(0, int.MaxValue, i => { while (true) { } });")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"60\").WaitForExit();")]
    [InlineData("while (true) GC.KeepAlive(new byte[1000]);")]
    [InlineData("while (true) Console.Write(\"\");")]
    [InlineData("new SemaphoreSlim(0).Wait();")]
    [InlineData("new ManualResetEvent(false).WaitOne();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Where(x => x < 0).Count()")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Sum(x => (long)x)")]
    [InlineData("long Fib(int k) => k < 2 ? k : Fib(k - 1) + Fib(k - 2); Fib(80)")]
    [InlineData("(from x in Enumerable.Range(0, int.MaxValue) let y = (long)x * x where y < 0 select y).Count()")]
    [InlineData("(from x in Enumerable.Range(0, int.MaxValue) where x < 0 orderby x select x).ToList()")]
    [InlineData("(from x in Enumerable.Range(0, 1) from y in Enumerable.Range(0, int.MaxValue) select x * y).Sum()")]
    [InlineData("async IAsyncEnumerable<int> Ticks() { while (true) { await Task.Delay(1); yield return 1; } } await foreach (var t in Ticks()) n += t;")]
    [InlineData("IAsyncEnumerable<int> never = System.Threading.Channels.Channel.CreateUnbounded<int>().Reader.ReadAllAsync(); await foreach (var t in never) n += t;")]
    [InlineData("await new PeriodicTimer(TimeSpan.FromMinutes(1)).WaitForNextTickAsync();")]
    [InlineData("await Task.WhenAll(Task.Delay(60_000), Task.Delay(60_000));")]
    [InlineData("var held = new object(); new Thread(() => { lock (held) Thread.Sleep(3_000); }) { IsBackground = true }.Start(); Thread.Sleep(20); lock (held) n++;")]
    [InlineData("new Semaphore(0, 1).WaitOne();")]
    [InlineData("try { while (true) { } } finally { n = -1; }")]
    [InlineData("IEnumerable<int> Ones() { while (true) yield return 1; } Ones().Count()")]
    [InlineData("lock (new object()) while (true) { }")]
    [InlineData("async Task Wait() { await Task.Delay(60_000); } await Wait();")]
    [InlineData("class Loop { public static int Property => Spin(); static int Spin() { for (;;) { } } } var x = Loop.Property;")]
    [InlineData("KernelInvocationContext.Current.CancellationToken.WaitHandle.WaitOne(); KernelInvocationContext.Current.CancellationToken.ThrowIfCancellationRequested();")]
    public void A_busy_cell_stops_and_the_session_lives_on(string busy)
    {
        session.Value("var kept = 42; long n = 0;");
        var watch = new Stopwatch();
        CellOutcome? outcome = null;
        var cell = new Thread(() => outcome = session.Run($"display(0); {busy}"));
        cell.Start();
        Assert.True(SpinWait.SpinUntil(() => session.Shown.Count > 0, TimeSpan.FromSeconds(20)));
        Thread.Sleep(30);
        watch.Start();
        session.Language.Interrupt();
        Assert.True(cell.Join(TimeSpan.FromSeconds(20)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, Soon);
        Assert.Equal("Interrupted", Assert.IsType<CellOutcome.Failed>(outcome).Error.Name);
        Assert.Equal("42", session.Value("Thread.Sleep(1); await Task.Delay(1); kept"));
    }

    [Fact]
    public void A_stopped_cell_says_where_it_was_and_nothing_else()
    {
        Assert.Equal("""
            Interrupted: the cell was stopped.
              at Cell 1, line 3
                    1 display(0);
                    2 var i = 0L;
            ---->   3 while (true) i++;
                    4 // on and on
            """, Session.Plain(Stopped("display(0);\nvar i = 0L;\nwhile (true) i++;\n// on and on")));
        Assert.Contains("at Cell 2, line 2", Session.Plain(Stopped("display(0);\nThread.Sleep(60_000);")));
        Assert.Contains("at Cell 3, line 2", Session.Plain(Stopped("display(0);\nParallel.For(0, int.MaxValue, i => { while (true) { } });")));
    }

    [Fact]
    public void Many_interrupts_in_a_row_stop_one_cell_once()
    {
        for (var round = 0; round < 5; round++)
        {
            Stopped("display(0); while (true) { }", interrupts: 20);
            Assert.Equal("6", session.Value("Thread.Sleep(1); await Task.Delay(1); Enumerable.Range(1, 3).Sum(x => x)"));
        }
    }

    // An exercise's check that catches everything asks the token whether it was a stop.
    [Fact]
    public void Who_catches_an_interrupted_wait_can_see_that_it_was_a_stop()
    {
        var cell = new Interruptible();
        cell.Begin();
        using var slow = cell.OnStop(() => Thread.Sleep(100));
        using var stop = new Timer(_ => cell.Interrupt(), null, 30, Timeout.Infinite);
        Assert.Equal(true, cell.Run(() =>
        {
            try
            {
                Thread.Sleep(20_000);
            }
            catch (ThreadInterruptedException)
            {
                return Task.FromResult<object?>(cell.WasInterrupted);
            }
            return Task.FromResult<object?>(null);
        }));
        cell.End();
    }

    private CellError Stopped(string code, int interrupts = 1)
    {
        session.Shown.Clear();
        CellOutcome? outcome = null;
        var cell = new Thread(() => outcome = session.Run(code));
        cell.Start();
        Assert.True(SpinWait.SpinUntil(() => session.Shown.Count > 0, TimeSpan.FromSeconds(20)));
        Thread.Sleep(30);
        for (var i = 0; i < interrupts; i++) session.Language.Interrupt();
        Assert.True(cell.Join(TimeSpan.FromSeconds(20)));
        return Assert.IsType<CellOutcome.Failed>(outcome).Error;
    }

    [Fact]
    public void A_finally_block_has_time_to_clean_up()
    {
        session.Value("var cleaned = 0;");
        var cell = new Thread(() => session.Run("display(0); try { while (true) { } } finally { for (var i = 0; i < 1000; i++) cleaned++; }"));
        cell.Start();
        SpinWait.SpinUntil(() => session.Shown.Count > 0, TimeSpan.FromSeconds(20));
        session.Language.Interrupt();
        cell.Join();
        Assert.Equal("1000", session.Value("cleaned"));
    }

    [Fact]
    public void An_interrupt_between_cells_stops_nothing()
    {
        Assert.False(session.Language.Interrupt());
        Assert.Equal("3", session.Value("var i = 0; while (i < 3) i++; Thread.Sleep(1); i"));
    }

    [Theory]
    [InlineData("new Thread(() => throw new Exception(\"on a thread\")).Start(); Thread.Sleep(200);", "on a thread")]
    [InlineData("async void Fail() { await Task.Yield(); throw new Exception(\"in async void\"); } Fail(); Thread.Sleep(200);", "in async void")]
    public void An_exception_that_nobody_catches_is_told_and_survived(string code, string message)
    {
        var before = Console.Error;
        using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            session.Value(code);
            SpinWait.SpinUntil(() => errors.GetStringBuilder().Length > 0, TimeSpan.FromSeconds(20));     // the pool comes to it when it has a thread to spare
            Thread.Sleep(50);
        }
        finally
        {
            Console.SetError(before);
        }
        Assert.Contains(message, errors.ToString());
        Assert.Equal("2", session.Value("1 + 1"));
    }

    [Fact]
    public void An_interrupt_between_the_compiling_and_the_running_of_a_cell_leaves_the_session_whole()
    {
        session.Value("var kept = 41;");
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var pause = random.Next(100_000);
            var stop = new Thread(() =>
            {
                Thread.SpinWait(pause);
                session.Language.Interrupt();
            });
            stop.Start();
            session.Run($"var n = {i};");
            stop.Join();
        }
        Assert.Equal("42", session.Value("kept + 1"));
        Assert.Equal("8", session.Value("var n = 7; n + 1"));
    }
}
