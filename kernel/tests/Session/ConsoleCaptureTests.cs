using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Workbook.Kernel.Tests;

/// <summary>The console belongs to the process, so these run one after the other.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleCollection;

[Collection("console")]
public sealed partial class ConsoleCaptureTests : IDisposable
{
    private readonly ConsoleCapture capture = new();

    public void Dispose() => capture.Dispose();

    [Fact]
    public void What_a_cell_prints_goes_to_its_output_by_stream()
    {
        var cell = new RecordedOutput();
        using (capture.Attach(cell))
        {
            Console.WriteLine("out");
            Console.Error.Write("err");
            Console.Out.WriteLine("{0} and {1}", 1, 2.5);
        }
        Assert.Equal("out\n1 and 2.5\n", cell.Stdout);
        Assert.Equal("err", cell.Stderr);
    }

    [Fact]
    public async Task A_task_left_behind_prints_under_the_cell_that_started_it()
    {
        var first = new RecordedOutput();
        var second = new RecordedOutput();
        var gate = new TaskCompletionSource();
        Task late;
        using (capture.Attach(first)) late = Task.Run(async () => { await gate.Task; Console.Write("late"); });
        using (capture.Attach(second))
        {
            gate.SetResult();
            await late;
            Console.Write("own");
        }
        Assert.Equal("late", first.Stdout);
        Assert.Equal("own", second.Stdout);
    }

    [SkippableFact]
    public void What_C_code_prints_arrives_before_the_cell_ends_although_stdio_buffers_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "descriptors are captured on Unix only");
        var cell = new RecordedOutput();
        using (capture.Attach(cell)) Assert.True(Puts("from C: größer") >= 0);
        Assert.Equal("from C: größer\n", cell.Stdout);
    }

    [SkippableFact]
    public void What_a_child_process_prints_goes_to_the_cell()
    {
        Skip.If(OperatingSystem.IsWindows(), "descriptors are captured on Unix only");
        var cell = new RecordedOutput();
        using (capture.Attach(cell))
        {
            using var child = Process.Start("/bin/sh", ["-c", "echo one; echo two >&2"]);
            child.WaitForExit();
        }
        Assert.Equal("one\n", cell.Stdout);
        Assert.Equal("two\n", cell.Stderr);
    }

    [SkippableFact]
    public void A_megabyte_of_native_text_arrives_whole_and_in_order()
    {
        Skip.If(OperatingSystem.IsWindows(), "descriptors are captured on Unix only");
        var cell = new RecordedOutput();
        using (capture.Attach(cell))
        {
            using var child = Process.Start("/bin/sh", ["-c", "seq 1 140000"]);
            child.WaitForExit();
        }
        Assert.Equal(string.Concat(Enumerable.Range(1, 140_000).Select(i => $"{i}\n")), cell.Stdout);
    }

    [Fact]
    public void A_flood_is_cut_at_the_limit_and_the_rest_is_counted()
    {
        var cell = new RecordedOutput();
        using (capture.Attach(cell))
        {
            for (var i = 0; i < 10_000; i++) Console.Write(new string('x', 1000));
        }
        Assert.InRange(cell.Stdout.Length, ConsoleCapture.Printing.Limit, ConsoleCapture.Printing.Limit + 200);
        Assert.Contains("[This cell has printed 1,000,000 characters; the rest is not shown.]", cell.Stdout);
        Assert.EndsWith("[9,000,000 more characters were printed and are not shown.]\n", cell.Stdout);
    }

    [Fact]
    public void What_is_left_of_a_line_is_not_the_next_cell_s()
    {
        var first = new RecordedOutput(answer: "42");
        using (capture.Attach(first)) Assert.Equal('4', Console.Read());
        var next = new RecordedOutput(answer: "7");
        using (capture.Attach(next)) Assert.Equal("7", Console.ReadLine());
    }

    [Fact]
    public void Reading_the_console_asks_the_person_at_the_front_end()
    {
        var cell = new RecordedOutput(answer: "42");
        using (capture.Attach(cell))
        {
            Assert.Equal("42", Console.ReadLine());
            Assert.Equal('4', Console.Read());
            Assert.Equal("2", Console.ReadLine());
        }
        Assert.Equal(["ask ", "ask "], cell.Events);
    }

    [Fact]
    public void Disposing_gives_the_console_back()
    {
        var writer = Console.Out;
        using (new ConsoleCapture()) Assert.NotSame(writer, Console.Out);
        Assert.Same(writer, Console.Out);
    }

    [LibraryImport("libc", EntryPoint = "puts", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Puts(string text);
}
