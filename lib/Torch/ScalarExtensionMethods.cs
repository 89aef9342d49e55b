using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>From .NET numbers to <see cref="Scalar"/> and back.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;
    public static Scalar ToScalar(this sbyte value) => value;
    public static Scalar ToScalar(this short value) => value;
    public static Scalar ToScalar(this int value) => value;
    public static Scalar ToScalar(this long value) => value;
    public static Scalar ToScalar(this Half value) => value;
    public static Scalar ToScalar(this float value) => value;
    public static Scalar ToScalar(this double value) => value;
    public static Scalar ToScalar(this bool value) => value;
    public static Scalar ToScalar(this Complex value) => value;

    public static float ToSingle(this Scalar value) => (float)value.ToDouble();
    public static Half ToHalf(this Scalar value) => (Half)value.ToDouble();
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.ToInt64());
    public static byte ToByte(this Scalar value) => checked((byte)value.ToInt64());
    public static short ToInt16(this Scalar value) => checked((short)value.ToInt64());
    public static int ToInt32(this Scalar value) => checked((int)value.ToInt64());

    /// <exception cref="InvalidCastException">The number is complex.</exception>
    public static double ToDouble(this Scalar value) => value.Number is { Imaginary: 0 } number
        ? number.Real
        : throw new InvalidCastException($"{value} is not a real number.");

    /// <summary>The whole part of the number.</summary>
    public static long ToInt64(this Scalar value) => value.Kind == Tag.Int ? value.Bits : checked((long)value.ToDouble());

    public static bool ToBoolean(this Scalar value) => value.Number != 0;

    public static Complex ToComplexFloat64(this Scalar value) => value.Number;

    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => ((float)value.Number.Real, (float)value.Number.Imaginary);
}
