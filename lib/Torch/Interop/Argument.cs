using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>One argument of an operator before it crosses the door: anything of C# that libtorch has a type for.</summary>
internal readonly struct Argument
{
    private readonly Tag tag;
    private readonly int count;
    private readonly long bits;

    /// <summary>What must stay alive until the call has returned: the tensor, or the list to be copied.</summary>
    internal readonly object? Reference;

    private Argument(Tag tag, long bits = 0, object? reference = null, int count = 0) =>
        (this.tag, this.bits, Reference, this.count) = (tag, bits, reference, count);

    /// <summary>Whatever the operator's schema says.</summary>
    internal static readonly Argument Default = new(Tag.Default);

    /// <summary>None.</summary>
    internal static readonly Argument None = new(Tag.None);

    public static implicit operator Argument(torch.Tensor? value) =>
        value is null ? None : new(Tag.Tensor, value.Handle, value);

    public static implicit operator Argument(int value) => new(Tag.Int, value);
    public static implicit operator Argument(long value) => new(Tag.Int, value);
    public static implicit operator Argument(long? value) => value is { } v ? new(Tag.Int, v) : None;
    public static implicit operator Argument(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Argument(double? value) => value is { } v ? v : None;
    public static implicit operator Argument(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Argument(bool? value) => value is { } v ? v : None;
    public static implicit operator Argument(torch.ScalarType value) => new(Tag.Int, (long)value);
    public static implicit operator Argument(torch.ScalarType? value) => value is { } v ? v : None;
    public static implicit operator Argument(torch.Device? value) => value is null ? None : new(Tag.Device, value.Packed);
    public static implicit operator Argument(torch.Generator? value) =>
        value is null ? None : new(Tag.Generator, value.Handle, value);
    public static implicit operator Argument(long[]? value) => value is null ? None : new(Tag.IntList, 0, value, value.Length);
    public static implicit operator Argument(ReadOnlySpan<long> value) => value.ToArray();
    public static implicit operator Argument(double[]? value) =>
        value is null ? None : new(Tag.DoubleList, 0, value, value.Length);
    public static implicit operator Argument(bool[]? value) => value is null ? None : new(Tag.BoolList, 0, value, value.Length);
    public static implicit operator Argument(torch.Tensor[] value) => new(Tag.TensorList, 0, value, value.Length);
    public static implicit operator Argument(string? value)
    {
        if (value is null) return None;
        var bytes = Encoding.UTF8.GetBytes(value);
        return new(Tag.String, 0, bytes, bytes.Length);
    }

    public static implicit operator Argument(Scalar? value) => value switch
    {
        null => None,
        { Kind: Tag.Complex } => new(Tag.Complex, 0, new[] { value.Number.Real, value.Number.Imaginary }, 2),
        _ => new(value.Kind, value.Bits),
    };

    /// <summary>A list of tensors some of which are None, as index takes it.</summary>
    internal static Argument Optional(torch.Tensor?[] tensors) => new(Tag.OptionalTensorList, 0, tensors, tensors.Length);

    /// <summary>How many bytes the argument's list takes beside the <see cref="Value"/>.</summary>
    internal int ListBytes => tag is >= Tag.Complex and <= Tag.String
        ? (count * (tag is Tag.BoolList or Tag.String ? 1 : 8) + 7) & ~7
        : 0;

    /// <summary>Writes the argument; a list is copied to <paramref name="scratch"/>, which moves on behind it.</summary>
    internal unsafe void Write(out Value value, ref byte* scratch)
    {
        value = new Value { Tag = tag, Count = count, Integer = bits };
        if (tag is < Tag.Complex or > Tag.String) return;
        value.Pointer = scratch;
        CopyList(scratch);
        scratch += ListBytes;
    }

    private unsafe void CopyList(byte* target)
    {
        switch (Reference)
        {
            case long[] integers: integers.CopyTo(new Span<long>(target, count)); break;
            case double[] numbers: numbers.CopyTo(new Span<double>(target, count)); break;
            case bool[] truths: MemoryMarshal.AsBytes(truths.AsSpan()).CopyTo(new Span<byte>(target, count)); break;
            case byte[] text: text.CopyTo(new Span<byte>(target, count)); break;
            case torch.Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++) ((nint*)target)[i] = tensors[i]?.Handle ?? 0;
                break;
            default: throw new UnreachableException();
        }
    }
}
