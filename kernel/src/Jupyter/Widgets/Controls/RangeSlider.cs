using System.Numerics;

namespace Workbook.Widgets;

/// <summary>Two numbers between two others, set by two handles.</summary>
/// <typeparam name="T"><see cref="int"/> or <see cref="double"/>.</typeparam>
public abstract class RangeSlider<T> : Sliding<T, (T Low, T High)>
    where T : struct, INumber<T>
{
    private bool isChosen;

    private protected RangeSlider(string name, T max, T step, string format) : base(name, max, step, format, MiddleHalf(T.Zero, max))
    {
    }

    /// <summary>The two numbers; the middle half of the bounds until they are set.</summary>
    public override (T Low, T High) Value
    {
        get => base.Value;
        set
        {
            isChosen = true;
            base.Value = value;
        }
    }

    private protected override void Prepare()
    {
        if (!isChosen) Value = MiddleHalf(Min, Max);
        base.Prepare();
    }

    private protected override (T Low, T High) Within((T Low, T High) value) => (T.Clamp(T.Min(value.Low, value.High), Min, Max), T.Clamp(T.Max(value.Low, value.High), Min, Max));

    private static (T, T) MiddleHalf(T min, T max)
    {
        var (three, four) = (T.CreateChecked(3), T.CreateChecked(4));
        return (((min * three) + max) / four, (min + (max * three)) / four);
    }
}
