using System.Runtime.CompilerServices;

namespace Workbook.Engine;

/// <summary>Holds back everything that .NET would free while several threads compute.</summary>
/// <remarks>
/// TorchSharp makes an object of every number beside a tensor, also of the 1 by which <c>a + b</c> scales b, and lets go of it as soon as its address is read. A collection that another thread
/// begins in the middle of the call finds it unused, and its finalizer frees what libtorch is reading: two threads that add tensors while a third collects end within a second. Finalizers run one
/// after the other on one thread; here one of them waits, and the others behind it, until the computing is done.
/// </remarks>
public static class Finalizers
{
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(1);
    private static readonly Lock gate = new();
    private static int holders;
    private static ManualResetEventSlim? done;

    /// <summary>No finalizer runs from here on until the answer is disposed; of several holds, the last. What is disposed by hand is freed as ever.</summary>
    public static IDisposable Hold()
    {
        lock (gate)
        {
            if (holders++ == 0) done = Plugged();
        }
        return new Holding();
    }

    private static ManualResetEventSlim Plugged()
    {
        var (entered, ended) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        Drop(entered, ended);
        while (!entered.Wait(patience)) GC.Collect(0);
        return ended;
    }

    // In a frame of its own, so that nothing refers to the object when this returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(ManualResetEventSlim entered, ManualResetEventSlim ended) => _ = new Plug(entered, ended);

    private sealed class Holding : IDisposable
    {
        private bool disposed;

        public void Dispose()
        {
            lock (gate)
            {
                if (disposed) return;
                disposed = true;
                if (--holders == 0) done!.Set();
            }
        }
    }

    private sealed class Plug(ManualResetEventSlim entered, ManualResetEventSlim ended)
    {
        ~Plug()
        {
            entered.Set();
            ended.Wait();
        }
    }
}
