using System.Numerics;

namespace Workbook.Widgets;

/// <summary>A number between two others, set by a handle.</summary>
/// <typeparam name="T"><see cref="int"/> or <see cref="double"/>.</typeparam>
public abstract class Slider<T> : Sliding<T, T>
    where T : struct, INumber<T>
{
    private protected Slider(string name, T max, T step, string format) : base(name, max, step, format, T.Zero)
    {
    }

    private protected override T Within(T value) => T.Clamp(value, Min, Max);
}
