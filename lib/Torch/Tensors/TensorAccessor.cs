using System.Collections;
using TorchSharp.Interop;

namespace TorchSharp.Utils;

/// <summary>A tensor's elements as C# sees them, in logical order, whatever the strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly long[] shape, strides;

    internal TensorAccessor(torch.Tensor tensor)
    {
        // Another owner of the same memory, in no scope: the accessor outlives the tensor it was asked of.
        this.tensor = new torch.Tensor(Native.door_share(tensor.Handle), register: false);
        (shape, strides) = (tensor.shape, tensor.stride());
        IsContiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
        GC.KeepAlive(tensor);
    }

    private bool IsContiguous { get; }

    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>One element, by its index in each dimension, or in reading order by one index alone.</summary>
    public unsafe T this[params long[] indices]
    {
        get => *Address(indices);
        set => *Address(indices) = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>An array of as many dimensions as the tensor.</summary>
    public Array ToNDArray()
    {
        if (shape.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), shape);
        Buffer.BlockCopy(ToArray(), 0, array, 0, checked((int)(Count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>())));
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies from element <paramref name="tensorIndex"/> on, as many as there are or fit.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Count - tensorIndex);
        if (IsContiguous) new ReadOnlySpan<T>((T*)tensor.DataPointer + tensorIndex, count).CopyTo(target);
        else for (var i = 0; i < count; i++) target[i] = AtFlat(tensorIndex + i);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Overwrites the elements from <paramref name="tensorIndex"/> on.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        if (IsContiguous) source[..count].CopyTo(new Span<T>((T*)tensor.DataPointer + tensorIndex, count));
        else for (var i = 0; i < count; i++) *FlatAddress(tensorIndex + i) = source[i];
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++) yield return AtFlat(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => tensor.Dispose();

    /// <summary>The i-th element in reading order.</summary>
    internal unsafe T AtFlat(long i) => *FlatAddress(i);

    private unsafe T* Address(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1) return FlatAddress(indices[0]);
        if (indices.Length != shape.Length)
            throw new ArgumentException($"indices: expected {shape.Length} of them, got {indices.Length}.");
        var offset = 0L;
        for (var d = 0; d < shape.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= shape[d])
                throw new IndexOutOfRangeException($"Index {indices[d]} lies outside dimension {d}, which has size {shape[d]}.");
            offset += indices[d] * strides[d];
        }
        return (T*)tensor.DataPointer + offset;
    }

    private unsafe T* FlatAddress(long i)
    {
        if (i < 0 || i >= Count) throw new IndexOutOfRangeException($"Element {i} of {Count}.");
        var offset = 0L;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            offset += i % shape[d] * strides[d];
            i /= shape[d];
        }
        return (T*)tensor.DataPointer + offset;
    }
}
