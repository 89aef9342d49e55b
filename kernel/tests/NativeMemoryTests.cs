namespace Workbook.Kernel.Tests;

/// <summary>Objects that are small to .NET and large to the machine, as tensors are.</summary>
[Collection("kernel process")]
public sealed class NativeMemoryTests : IDisposable
{
    private readonly CSharpKernel kernel = new();                // each test has its own: a peak counts what an earlier test kept

    public void Dispose() => kernel.Dispose();

    [SkippableFact]
    public void A_cell_that_makes_twenty_gigabytes_and_disposes_nothing_stays_below_two()
    {
        Skip.IfNot(File.Exists("/proc/self/statm"), "This system does not say how large a process is.");
        Value("""
            unsafe sealed class Block
            {
                private const int Size = 20 << 20;
                private readonly nint memory = System.Runtime.InteropServices.Marshal.AllocHGlobal(Size);
                public Block() { for (var i = 0; i < Size; i += 4096) ((byte*)memory)[i] = 1; }
                ~Block() => System.Runtime.InteropServices.Marshal.FreeHGlobal(memory);
            }
            """);
        Value("for (var i = 0; i < 1024; i++) _ = new Block();");
        kernel.Process.Refresh();
        Assert.InRange(kernel.Process.PeakWorkingSet64 / 1e9, 0, 2);
    }

    [SkippableFact]
    public void A_thread_that_keeps_small_blocks_among_large_ones_stays_below_two()
    {
        Skip.IfNot(File.Exists("/proc/self/statm"), "This system does not say how large a process is.");
        Value("""
            using System.Runtime.InteropServices;
            static unsafe class Holes                        // as an optimiser's step: tensors freed, the numbers beside them not yet
            {
                private const int Size = 401_408;
                [DllImport("libc")] private static extern int posix_memalign(out nint memory, nint alignment, nint size);
                [DllImport("libc")] private static extern void free(nint memory);
                public static void Leave(int steps)
                {
                    var large = new nint[4];
                    for (var step = 0; step < steps; step++)
                    {
                        for (var i = 0; i < large.Length; i++)
                        {
                            posix_memalign(out large[i], 64, Size);
                            for (var at = 0; at < Size; at += 4096) ((byte*)large[i])[at] = 1;
                            for (var k = 0; k < 10; k++) Marshal.AllocHGlobal(40);
                        }
                        foreach (var block in large) free(block);
                    }
                }
            }
            """);
        Value("Task.Run(() => Holes.Leave(8_000)).Wait();");                              // twelve gigabytes, one after the other
        kernel.Process.Refresh();
        Assert.InRange(kernel.Process.PeakWorkingSet64 / 1e9, 0, 2);
    }

    [SkippableFact]
    public void What_a_call_is_working_on_is_not_given_back_before_it_returns()
    {
        Skip.IfNot(File.Exists("/proc/self/statm"), "This system does not say how large a process is.");
        Value("""
            using System.Runtime.CompilerServices;
            unsafe sealed class Handed                       // as a tensor: what is handed to native code is its memory, not itself
            {
                private const int Size = 64 << 20;
                private readonly nint memory = System.Runtime.InteropServices.Marshal.AllocHGlobal(Size);
                private readonly int number;
                public static readonly bool[] GivenBack = new bool[100];
                private static int made;
                public Handed(int number) { this.number = number; for (var i = 0; i < Size; i += 4096) ((byte*)memory)[i] = 1; }
                ~Handed() { GivenBack[number] = true; System.Runtime.InteropServices.Marshal.FreeHGlobal(memory); }
                [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
                public static bool Work(Handed it)
                {
                    var number = it.number;
                    Thread.Sleep(120);
                    return GivenBack[number];
                }
                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                public static int LostAtWork()
                {
                    var lost = 0;
                    for (var i = 0; i < 20; i++) if (Work(new Handed(made++))) lost++;
                    return lost;
                }
            }
            """);
        Assert.Equal("0", Value("Handed.LostAtWork()"));
        Assert.Equal("[0, 0, 0]", Value("Enumerable.Range(0, 3).Select(_ => Handed.LostAtWork())"));      // run as it is shown
        Assert.True(int.Parse(Value("Handed.GivenBack.Count(given => given)")!) > 10);      // and yet they are, in between
    }

    [Fact]
    public void What_is_still_in_use_is_not_collected_again_and_again()
    {
        Value("var kept = Enumerable.Range(0, 40).Select(_ => new byte[25 << 20]).ToArray(); foreach (var part in kept) Array.Fill(part, (byte)1);");   // a gigabyte
        Value("var before = GC.CollectionCount(2); Thread.Sleep(500);");
        Assert.Equal("0", Value("GC.CollectionCount(2) - before"));
    }

    private string? Value(string code)
    {
        var published = kernel.Client.Published(kernel.Client.Run(code));
        Assert.Equal("ok", (string)kernel.Client.Next(Channel.Shell).Content["status"]!);
        return published.Where(message => message.Type == "execute_result").Select(message => (string?)message.Content["data"]!["text/plain"]).FirstOrDefault();
    }
}
