using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Engine.Tests;

public class FinalizersTests
{
    [Fact]
    public void Nothing_is_finalised_while_they_are_held_and_everything_after_the_last_hold_has_ended()
    {
        var freed = new ManualResetEventSlim();
        using (Finalizers.Hold())
        {
            using (Finalizers.Hold()) Drop(freed);
            GC.Collect();
            Assert.False(freed.Wait(200));
        }
        Assert.True(freed.Wait(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_hold_that_is_disposed_twice_ends_no_other()
    {
        var freed = new ManualResetEventSlim();
        using (Finalizers.Hold())
        {
            var second = Finalizers.Hold();
            second.Dispose();
            second.Dispose();
            Drop(freed);
            GC.Collect();
            Assert.False(freed.Wait(200));
        }
        Assert.True(freed.Wait(TimeSpan.FromSeconds(10)));
    }

    // Without the hold the process ends within a second, as a number is freed while libtorch reads it.
    [Fact]
    public void Two_threads_add_and_multiply_while_a_third_collects()
    {
        using var hold = Finalizers.Hold();
        var end = Environment.TickCount64 + 2000;
        var sums = new double[2];
        Thread[] threads = [new(() => Compute(0)), new(() => Compute(1)), new(Collect)];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Equal([3, 3], sums);

        void Compute(int which)
        {
            using var one = ones(8, 8);
            sums[which] = 3;
            while (Environment.TickCount64 < end)
            {
                using var scope = NewDisposeScope();
                var three = (one + one * 0.5) * 2;
                for (var i = 0; i < 100; i++) three = (three + one * 0.5) * 0.5 + 1.25;     // (3 + ½) / 2 + 1.25 = 3
                if (three.ne(3).any().ToBoolean()) sums[which] = three.mean().ToDouble();
            }
        }

        void Collect()
        {
            for (; Environment.TickCount64 < end; Thread.Sleep(3)) GC.Collect(0);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(ManualResetEventSlim freed) => _ = new Falling(freed);

    private sealed class Falling(ManualResetEventSlim freed)
    {
        ~Falling() => freed.Set();
    }

    [Fact]
    public void No_collection_runs_beside_a_thread_that_computes()
    {
        Natives.Load();
        Assert.Equal(System.Runtime.GCLatencyMode.Batch, System.Runtime.GCSettings.LatencyMode);
    }
}
