using System.Numerics;

namespace TorchSharp;

/// <summary>A number of whatever kind, as operators take it beside tensors.</summary>
public sealed class Scalar : IDisposable
{
    /// <summary>A long, double, bool or <see cref="Complex"/>: the four kinds libtorch tells apart.</summary>
    internal object Content { get; }

    internal Scalar(object content) => Content = content;

    /// <summary>Int64, Float64, Bool or ComplexFloat64.</summary>
    public torch.ScalarType Type => Content switch
    {
        long => torch.ScalarType.Int64,
        double => torch.ScalarType.Float64,
        bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.ComplexFloat64,
    };

    public static implicit operator Scalar(byte value) => new((long)value);
    public static implicit operator Scalar(sbyte value) => new((long)value);
    public static implicit operator Scalar(short value) => new((long)value);
    public static implicit operator Scalar(int value) => new((long)value);
    public static implicit operator Scalar(long value) => new(value);
    public static implicit operator Scalar(Half value) => new((double)value);
    public static implicit operator Scalar(float value) => new((double)value);
    public static implicit operator Scalar(double value) => new(value);
    public static implicit operator Scalar(bool value) => new(value);
    public static implicit operator Scalar((float Real, float Imaginary) value) => new(new Complex(value.Real, value.Imaginary));
    public static implicit operator Scalar(Complex value) => new(value);

    /// <summary>Does nothing: a scalar holds no native memory here. TorchSharp's does, so its code may dispose it.</summary>
    public void Dispose() { }

    public override string ToString() => Content.ToString()!;
}
