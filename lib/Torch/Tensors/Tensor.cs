using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers of one kind, of any number of dimensions, on some device; perhaps with a gradient.</summary>
    /// <remarks>Its memory is freed when its dispose scope ends, by <see cref="Dispose()"/>, or at last by the finalizer.</remarks>
    public partial class Tensor : IScoped
    {
        private static long totalCount, peakCount;
        private nint handle;
        private readonly int weightKiB;

        /// <summary>Takes over a result of the door.</summary>
        internal Tensor(in Value result) : this(result.Handle, result.Count)
        {
        }

        /// <summary>Takes over a reference to a native tensor.</summary>
        internal Tensor(nint handle, int weightKiB = 0, bool register = true)
        {
            if (handle == 0)
            {
                // Nothing: what autograd.grad says of an input that was not used.
                GC.SuppressFinalize(this);
                return;
            }
            this.handle = handle;
            this.weightKiB = weightKiB;
            var total = Interlocked.Increment(ref totalCount);
            if (total > peakCount) peakCount = total;
            if (weightKiB > 0) MemoryPressure.Add(weightKiB);
            if (register) Register();
        }

        ~Tensor() => Dispose(false);

        /// <summary>How many tensors the process holds.</summary>
        public static long TotalCount => totalCount;

        /// <summary>The most it ever held.</summary>
        public static long PeakCount => peakCount;

        /// <summary>A name for people to recognise it by.</summary>
        public string? name { get; set; }

        internal DisposeScope? OwningDisposeScope { get; set; }
        DisposeScope? IScoped.OwningDisposeScope { get => OwningDisposeScope; set => OwningDisposeScope = value; }
        int IScoped.ScopeSlot { get; set; }

        /// <summary>The native tensor.</summary>
        /// <exception cref="InvalidOperationException">This tensor has been disposed.</exception>
        public IntPtr Handle => handle != 0 ? handle : throw new InvalidOperationException(
            "This tensor has been disposed; a tensor meant to outlive its dispose scope leaves it by MoveToOuterDisposeScope().");

        /// <summary>Whether there is no native tensor: it was disposed, or autograd.grad had no gradient to give.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>Frees the native tensor, now.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0) return;
            if (disposing) Unregister();
            Free();
        }

        /// <summary>Disposes on behalf of the owning scope, which keeps its own books.</summary>
        internal void Release()
        {
            if (handle == 0) return;
            Free();
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the native reference away; this tensor is then invalid.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var given = Handle;
            Unregister();
            handle = 0;
            Interlocked.Decrement(ref totalCount);
            if (weightKiB > 0) MemoryPressure.Remove(weightKiB);
            GC.SuppressFinalize(this);
            return given;
        }

        /// <summary>A tensor over a native reference, which it takes over.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Another owner of the same native tensor, in the current scope.</summary>
        public Tensor alias()
        {
            var same = new Tensor(Native.door_share(Handle));
            GC.KeepAlive(this);
            return same;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } owner) owner.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        private void Register()
        {
            var manager = DisposeScopeManager.ThreadSingleton;
            if (manager.Current is { } scope)
            {
                scope.Add(this);
                manager.StatisticsInstance.TensorStatistics.CreatedInScopeCount++;
            }
            else manager.StatisticsInstance.TensorStatistics.CreatedOutsideScopeCount++;
        }

        private void Unregister()
        {
            var statistics = DisposeScopeManager.Statistics.TensorStatistics;
            if (OwningDisposeScope is null) statistics.DisposedOutsideScopeCount++;
            else statistics.DisposedInScopeCount++;
            OwningDisposeScope?.MarkAsDisposed(this);
        }

        private void Free()
        {
            Native.door_release(handle);
            handle = 0;
            Interlocked.Decrement(ref totalCount);
            if (weightKiB > 0) MemoryPressure.Remove(weightKiB);
        }
    }

    /// <summary>Opens a scope on this thread: tensors made until it is disposed die with it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.Enter();

    /// <summary>The innermost scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.Current;

    /// <summary>Runs an expression in a scope of its own, which only its value outlives.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
