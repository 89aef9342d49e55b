using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number of whatever kind, as operators take it beside tensors.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double imaginary;

    private Scalar(Tag kind, long bits, double imaginary = 0) => (Kind, Bits, this.imaginary) = (kind, bits, imaginary);

    /// <summary>Int, Double, Bool or Complex: the four kinds libtorch tells apart.</summary>
    internal Tag Kind { get; }

    /// <summary>The whole number or truth value, or the bits of the floating-point one.</summary>
    internal long Bits { get; }

    /// <summary>The number as a complex one.</summary>
    internal Complex Number => Kind is Tag.Int or Tag.Bool ? Bits : new Complex(BitConverter.Int64BitsToDouble(Bits), imaginary);

    /// <summary>Int64, Float64, Bool or ComplexFloat64.</summary>
    public torch.ScalarType Type => Kind switch
    {
        Tag.Int => torch.ScalarType.Int64,
        Tag.Double => torch.ScalarType.Float64,
        Tag.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.ComplexFloat64,
    };

    public static implicit operator Scalar(byte value) => new(Tag.Int, value);
    public static implicit operator Scalar(sbyte value) => new(Tag.Int, value);
    public static implicit operator Scalar(short value) => new(Tag.Int, value);
    public static implicit operator Scalar(int value) => new(Tag.Int, value);
    public static implicit operator Scalar(long value) => new(Tag.Int, value);
    public static implicit operator Scalar(Half value) => (double)value;
    public static implicit operator Scalar(float value) => (double)value;
    public static implicit operator Scalar(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Scalar((float Real, float Imaginary) value) => new Complex(value.Real, value.Imaginary);
    public static implicit operator Scalar(Complex value) =>
        new(Tag.Complex, BitConverter.DoubleToInt64Bits(value.Real), value.Imaginary);

    /// <summary>Does nothing: a scalar holds no native memory here. TorchSharp's does, so its code may dispose it.</summary>
    public void Dispose() { }

    public override string ToString() => Kind switch
    {
        Tag.Int => Bits.ToString(),
        Tag.Bool => Bits != 0 ? "true" : "false",
        Tag.Double => Number.Real.ToString(),
        _ => Number.ToString(),
    };
}
