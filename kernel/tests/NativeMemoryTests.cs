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
