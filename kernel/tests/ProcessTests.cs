using System.Diagnostics;

namespace Workbook.Kernel.Tests;

/// <summary>Kernels are processes that want both cores; one test after the other.</summary>
[CollectionDefinition("kernel process", DisableParallelization = true)]
public sealed class KernelProcessCollection;

/// <summary>The C# kernel from outside: C# cells through real sockets into a process of its own.</summary>
[Collection("kernel process")]
public sealed class ProcessTests(CSharpKernel kernel) : IClassFixture<CSharpKernel>
{
    private Client Client => kernel.Client;

    [Fact]
    public void The_kernel_answers_soon_after_its_start() => Assert.InRange(kernel.ReadyAfter.TotalSeconds, 0, 10);

    [Fact]
    public void A_thousand_cells_leave_latency_and_memory_flat()
    {
        double Median(int cells)
        {
            var times = new List<double>();
            for (var i = 0; i < cells; i++)
            {
                var clock = Stopwatch.StartNew();
                Assert.Equal("ok", Status($"var n{i % 10} = {i}; n{i % 10} + 1"));
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            times.Sort();
            return times[times.Count / 2];
        }

        Median(100);                                                // loads and compiles the compiler itself
        var early = Median(100);
        Median(700);
        var late = Median(100);
        kernel.Process.Refresh();
        Assert.InRange(late, 0, 5 * early + 20);
        Assert.InRange(kernel.Process.WorkingSet64 / 1e6, 0, 400);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(60_000);")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("Console.ReadLine();")]
    [InlineData("while (true) Console.WriteLine(\"again\");")]
    public void An_interrupt_stops_what_runs_and_keeps_the_state(string code)
    {
        Assert.Equal("ok", Status("var kept = 41;"));
        var id = Client.Run($"Console.Write(\"begun\"); {code}");
        while (Client.NextOf(id).Type != "stream") { }
        var clock = Stopwatch.StartNew();
        Client.Ask("interrupt_request", channel: Channel.Control);
        Assert.Equal("error", (string)Client.Next(Channel.Shell).Content["status"]!);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 2000);
        Client.Published(id);
        Assert.Contains(Client.Published(Client.Run("kept + 1")), m => HostTests.Brief(m) == "execute_result 42");
        Client.Next(Channel.Shell);
    }

    [Fact]
    public void A_cell_does_not_wait_for_the_tasks_that_another_has_left_asleep()
    {
        using var busy = new CSharpKernel();
        string Run(string code)
        {
            busy.Client.Published(busy.Client.Run(code));
            return (string)busy.Client.Next(Channel.Shell).Content["status"]!;
        }
        Assert.Equal("ok", Run("for (var i = 0; i < 200; i++) _ = Task.Run(() => Thread.Sleep(100_000));"));
        var clock = Stopwatch.StartNew();
        Assert.Equal("ok", Run("var x = 1; x + 1"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 50);          // they sleep for longer, and each second wakes but one more thread
    }

    [SkippableFact]
    public void The_interrupt_signal_stops_a_cell_like_the_message()
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no SIGINT");
        Skip.If(kernel.IgnoresSigint, "whoever started the tests has SIGINT ignored, as a script does for its background jobs, and the kernel inherits that");
        var id = Client.Run("Console.Write(\"begun\"); while (true) { }");
        while (Client.NextOf(id).Type != "stream") { }
        Process.Start("kill", ["-INT", $"{kernel.Process.Id}"]).WaitForExit();
        Assert.Equal("error", (string)Client.Next(Channel.Shell).Content["status"]!);
    }

    [Fact]
    public void Printed_text_of_native_code_children_and_tasks_is_heard_in_the_cell()
    {
        var id = Client.Run("""
            Console.Write("managed ");
            using (var child = System.Diagnostics.Process.Start("echo", "child")) child.WaitForExit();
            await Task.Run(() => Console.Error.Write("task"));
            """);
        var streams = Client.Published(id).Where(m => m.Type == "stream").ToLookup(m => (string)m.Content["name"]!, m => (string)m.Content["text"]!);
        Assert.Equal("managed child\n", string.Concat(streams["stdout"]));
        Assert.Equal("task", string.Concat(streams["stderr"]));
        Client.Next(Channel.Shell);
    }

    [Fact]
    public void A_cell_that_prints_ten_million_characters_is_cut_and_the_session_lives_on()
    {
        var id = Client.Run("for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 99));");
        var text = string.Concat(Client.Published(id).Where(m => m.Type == "stream").Select(m => (string)m.Content["text"]!));
        Assert.InRange(text.Length, 1_000_000, 1_000_500);
        Assert.EndsWith("[9,000,000 more characters were printed and are not shown.]\n", text);
        Client.Next(Channel.Shell);
        Assert.Equal("ok", Status("1 + 1"));
    }

    [Fact]
    public void An_endless_recursion_is_an_error_and_the_session_lives_on()
    {
        Assert.Equal("error", Status("int Down(int n) => Down(n + 1) + 1; Down(0)"));
        Assert.Equal("ok", Status("1 + 1"));
    }

    [Fact]
    public async Task Shutdown_ends_the_process_even_under_a_busy_loop()
    {
        using var other = new CSharpKernel();
        var id = other.Client.Run("Console.Write(\"begun\"); while (true) { }");
        while (other.Client.NextOf(id).Type != "stream") { }
        other.Client.Send("shutdown_request", new() { ["restart"] = false }, Channel.Control);
        Assert.Equal("shutdown_reply", other.Client.Next(Channel.Control).Type);
        await other.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(0, other.Process.ExitCode);
    }

    [SkippableFact]
    public async Task A_kernel_whose_Jupyter_is_gone_leaves_too()
    {
        Skip.If(OperatingSystem.IsWindows(), "uses sleep(1)");
        using var jupyter = Process.Start("sleep", "600");
        using var orphan = CSharpKernel.Under(jupyter.Id);
        Assert.False(orphan.Process.HasExited);
        jupyter.Kill();
        await orphan.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(1, orphan.Process.ExitCode);
    }

    private string Status(string code)
    {
        var id = Client.Run(code);
        Client.Published(id);
        return (string)Client.Next(Channel.Shell).Content["status"]!;
    }
}
