using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class MemoryTests
{
    [Fact]
    public void Forgotten_tensors_are_freed_by_the_finalizer()
    {
        Collect();
        var before = (Tensor.TotalCount, Native.door_live_handles());
        Forget();
        Collect();
        Assert.Equal(before, (Tensor.TotalCount, Native.door_live_handles()));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget()
        {
            for (var i = 0; i < 1000; i++) _ = ones(10);
        }
    }

    public static TheoryData<string, Func<Tensor, Tensor>> Forgotten => new()
    {
        { "new tensors", x => ones(x.shape) },
        { "results whose history keeps them", x => x.tanh() },
        { "chains of results", x => (x * 2).exp().sum() },
    };

    [Theory]
    [MemberData(nameof(Forgotten))]
    public void A_loop_that_never_disposes_does_not_swell(string what, Func<Tensor, Tensor> make)
    {
        Assert.NotEmpty(what);
        using var x = zeros(1024, 1024, requires_grad: true);
        _ = make(x);
        Collect();
        var (before, most) = (Resident(), 0L);
        for (var i = 0; i < 512; i++)                // 2 GiB or more in all, 4 MiB at a time
        {
            _ = make(x);
            most = Math.Max(most, Resident());
        }
        Collect();
        Assert.InRange(most - before, long.MinValue, 1L << 30);
    }

    [Fact]
    public void Views_weigh_nothing()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1024, 1024);
        var counted = GC.CollectionCount(2);
        for (var i = 0; i < 10_000; i++) x.view(-1).Dispose();
        for (var i = 0; i < 10_000; i++) x.to(float32).Dispose();
        Assert.InRange(GC.CollectionCount(2) - counted, 0, 2);
    }

    [Fact]
    public void Training_steps_leave_neither_tensors_nor_handles_behind()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(3);
        var x = randn(16, 8, generator: random);
        var weight = randn(8, 4, generator: random).requires_grad_();
        Step(x, weight);
        Collect();
        var before = (Tensor.TotalCount, Native.door_live_handles());
        for (var i = 0; i < 1000; i++) Step(x, weight);
        Assert.Equal(before, (Tensor.TotalCount, Native.door_live_handles()));
    }

    [Fact]
    public void Failing_calls_leave_nothing_behind()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones(2, 3), ones(2, 3));
        Collect();
        var before = (Tensor.TotalCount, Native.door_live_handles());
        for (var i = 0; i < 100; i++) Assert.ThrowsAny<Exception>(() => x.mm(y));
        Assert.Equal(before, (Tensor.TotalCount, Native.door_live_handles()));
    }

    private static void Step(Tensor x, Tensor weight)
    {
        using var scope = NewDisposeScope();
        var loss = (x.matmul(weight).tanh() - 0.5).pow(2).mean();
        loss.backward();
        using var frozen = no_grad();
        weight.sub_(weight.grad! * 0.01);
        weight.grad!.zero_();
    }

    private static long Resident() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
