using System.Numerics;

namespace Workbook.Widgets;

/// <summary>What lies between two bounds and is set by handles: a number, or two.</summary>
/// <typeparam name="T">The bounds: <see cref="int"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TValue">The value: a <typeparamref name="T"/>, or a pair of them.</typeparam>
public abstract class Sliding<T, TValue> : ValueWidget<TValue>
    where T : struct, INumber<T>
{
    private protected Sliding(string name, T max, T step, string format, TValue value) : base(WidgetModel.Control(name), "Slider", value)
    {
        Declare("min", T.Zero);
        Declare("max", max);
        Declare("step", step);
        Declare("orientation", "horizontal");
        Declare("readout", true);
        Declare("readout_format", format);
        Declare("continuous_update", true);
        Declare("disabled", false);
        Declare("behavior", "drag-tap");
    }

    /// <summary>The least value.</summary>
    /// <exception cref="ArgumentException">It lies above the greatest.</exception>
    public T Min { get => Get<T>(); set => SetBound(value); }

    /// <summary>The greatest value.</summary>
    /// <exception cref="ArgumentException">It lies below the least.</exception>
    public T Max { get => Get<T>(); set => SetBound(value); }

    /// <summary>The distance of neighbouring values.</summary>
    public T Step { get => Get<T>(); set => Set(value); }

    /// <summary><c>"horizontal"</c> or <c>"vertical"</c>.</summary>
    public string Orientation { get => Get<string>(); set => Set(value); }

    /// <summary>Whether the value is written beside it.</summary>
    public bool Readout { get => Get<bool>(); set => Set(value); }

    /// <summary>How the value is written, in the language of d3-format: <c>".2f"</c>, <c>"d"</c>, <c>".1%"</c>.</summary>
    public string ReadoutFormat { get => Get<string>(); set => Set(value); }

    /// <summary>Whether the value follows the handle, or waits until it is let go.</summary>
    public bool ContinuousUpdate { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether it can be moved.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>The colour of the handle, in CSS.</summary>
    public string? HandleColor { get => Get<Style>("Style").HandleColor; set => Get<Style>("Style").HandleColor = value; }

    /// <summary>How wide the description is: <c>"80px"</c>, <c>"initial"</c> for as wide as its text.</summary>
    public string DescriptionWidth { get => Get<Style>("Style").DescriptionWidth; set => Get<Style>("Style").DescriptionWidth = value; }

    /// <summary>The nearest value between the bounds.</summary>
    private protected abstract TValue Within(TValue value);

    /// <exception cref="ArgumentException">The least value lies above the greatest.</exception>
    private protected override void Prepare()
    {
        if (Min > Max) throw new ArgumentException($"{this}: Min is {WireValue.Written(Min)} and Max is {WireValue.Written(Max)}; the least value must not lie above the greatest.");
        Value = Within(Value);
    }

    // In an initialiser the value may be set before its bounds: it is judged when it is shown.
    private protected override TValue Allowed(TValue value) => IsOpen ? Within(value) : value;

    private void SetBound(T value, [System.Runtime.CompilerServices.CallerMemberName] string property = "")
    {
        if (IsOpen && (property == nameof(Min) ? value > Max : value < Min))
            throw new ArgumentException($"{this}: {property} {WireValue.Written(value)} lies beyond the other bound.");
        if (Set(value, property) && IsOpen) Value = Within(Value);
    }
}

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

/// <summary>A whole number between two others: 0 to 100 by 1 unless said otherwise.</summary>
public sealed class IntSlider() : Slider<int>("IntSlider", 100, 1, "d");

/// <summary>A number between two others: 0 to 100 by 0.1 unless said otherwise.</summary>
public sealed class FloatSlider() : Slider<double>("FloatSlider", 100, 0.1, ".2f");

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

/// <summary>Two whole numbers between two others: within 0 to 100 by 1 unless said otherwise.</summary>
public sealed class IntRangeSlider() : RangeSlider<int>("IntRangeSlider", 100, 1, "d");

/// <summary>Two numbers between two others: within 0 to 100 by 0.1 unless said otherwise.</summary>
public sealed class FloatRangeSlider() : RangeSlider<double>("FloatRangeSlider", 100, 0.1, ".2f");
