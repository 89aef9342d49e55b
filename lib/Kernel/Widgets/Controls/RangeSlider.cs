using System.Numerics;

namespace Workbook.Widgets;

/// <summary>Two numbers between two others, set by two handles.</summary>
/// <typeparam name="T"><see cref="int"/> or <see cref="double"/>.</typeparam>
public abstract class RangeSlider<T> : ValueWidget<(T Low, T High)>
    where T : struct, INumber<T>
{
    private bool isChosen;

    private protected RangeSlider(string name, T max, T step, string format) : base(WidgetModel.Control(name), "Slider", (max / T.CreateChecked(4), max - max / T.CreateChecked(4)))
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

    /// <inheritdoc cref="Slider{T}.Min"/>
    public T Min { get => Get<T>(); set => Set(value); }

    /// <inheritdoc cref="Slider{T}.Max"/>
    public T Max { get => Get<T>(); set => Set(value); }

    /// <inheritdoc cref="Slider{T}.Step"/>
    public T Step { get => Get<T>(); set => Set(value); }

    /// <inheritdoc cref="Slider{T}.ReadoutFormat"/>
    public string ReadoutFormat { get => Get<string>(); set => Set(value); }

    /// <inheritdoc cref="Slider{T}.ContinuousUpdate"/>
    public bool ContinuousUpdate { get => Get<bool>(); set => Set(value); }

    /// <inheritdoc cref="Slider{T}.Disabled"/>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

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
        if (!isChosen) Value = (((Min * T.CreateChecked(3)) + Max) / T.CreateChecked(4), (Min + (Max * T.CreateChecked(3))) / T.CreateChecked(4));
        if (Min > Max) throw new ArgumentException($"{this}: Min is {WireValue.Written(Min)} and Max is {WireValue.Written(Max)}; the least value must not lie above the greatest.");
        Value = Within(Value);
    }

    private protected override (T Low, T High) Allowed((T Low, T High) value) => IsOpen ? Within(value) : value;

    private (T, T) Within((T Low, T High) value) => (T.Clamp(T.Min(value.Low, value.High), Min, Max), T.Clamp(T.Max(value.Low, value.High), Min, Max));
}
