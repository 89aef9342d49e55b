using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of an array's shape, type and numbers.</summary>
    /// <exception cref="NotSupportedException">There are no tensors of the array's element type.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static unsafe Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false)
    {
        var sizes = new long[rawArray.Rank];
        for (var d = 0; d < sizes.Length; d++) sizes[d] = rawArray.GetLongLength(d);
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        fixed (byte* first = &MemoryMarshal.GetArrayDataReference(rawArray))
            return FromBytes(first, sizes, type, dtype, device, requires_grad);
    }

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    private static unsafe Tensor Make<T>(ReadOnlySpan<T> values, long[] sizes, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        if (sizes.Aggregate(1L, (product, size) => product * size) != values.Length)
            throw new ArgumentException($"{values.Length} numbers do not fill a tensor of shape ({string.Join(", ", sizes)}).");
        fixed (T* first = values)
            return FromBytes(first, sizes, ToScalarType(typeof(T)), dtype, device, requires_grad);
    }

    private static unsafe Tensor FromBytes(void* data, long[] sizes, ScalarType type, ScalarType? wanted, Device? device, bool requires_grad)
    {
        Tensor made;
        fixed (long* first = sizes)
            made = new Tensor(Native.Check(Native.door_from_bytes(data, first, sizes.Length, (int)type), "tensor"));
        if ((wanted is { } t && t != type) || (device is not null && device.type != DeviceType.CPU))
        {
            using var raw = made;
            made = raw.to(wanted ?? type, InitializeDevice(device));
        }
        return made.requires_grad_(requires_grad);
    }
}
