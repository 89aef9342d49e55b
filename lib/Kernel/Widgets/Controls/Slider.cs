using System.Numerics;

namespace Workbook.Widgets;

/// <summary>A number between two others, set by a handle.</summary>
/// <typeparam name="T"><see cref="int"/> or <see cref="double"/>.</typeparam>
public abstract class Slider<T> : ValueWidget<T>
    where T : struct, INumber<T>
{
    private protected Slider(string name, T max, T step, string format) : base(WidgetModel.Control(name), "Slider", T.Zero)
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
    public T Min { get => Get<T>(); set => SetBound(value); }

    /// <summary>The greatest value.</summary>
    public T Max { get => Get<T>(); set => SetBound(value); }

    /// <summary>The distance of neighbouring values.</summary>
    public T Step { get => Get<T>(); set => Set(value); }

    /// <summary><c>"horizontal"</c> or <c>"vertical"</c>.</summary>
    public string Orientation { get => Get<string>(); set => Set(value); }

    /// <summary>Whether the number is written beside it.</summary>
    public bool Readout { get => Get<bool>(); set => Set(value); }

    /// <summary>How the number is written, in the language of d3-format: <c>".2f"</c>, <c>"d"</c>, <c>".1%"</c>.</summary>
    public string ReadoutFormat { get => Get<string>(); set => Set(value); }

    /// <summary>Whether the value follows the handle, or waits until it is let go.</summary>
    public bool ContinuousUpdate { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether it can be moved.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>The colour of the handle, in CSS.</summary>
    public string? HandleColor { get => Get<Style>("Style").HandleColor; set => Get<Style>("Style").HandleColor = value; }

    /// <summary>How wide the description is: <c>"80px"</c>, <c>"initial"</c> for as wide as its text.</summary>
    public string DescriptionWidth { get => Get<Style>("Style").DescriptionWidth; set => Get<Style>("Style").DescriptionWidth = value; }

    /// <exception cref="ArgumentException">The least value lies above the greatest.</exception>
    private protected override void Prepare()
    {
        if (Min > Max) throw new ArgumentException($"{this}: Min is {WireValue.Written(Min)} and Max is {WireValue.Written(Max)}; the least value must not lie above the greatest.");
        Value = T.Clamp(Value, Min, Max);
    }

    // In an initialiser the value may be set before its bounds: it is judged when it is shown.
    private protected override T Allowed(T value) => IsOpen ? T.Clamp(value, Min, Max) : value;

    private void SetBound(T value, [System.Runtime.CompilerServices.CallerMemberName] string property = "")
    {
        if (IsOpen && (property == nameof(Min) ? value > Max : value < Min))
            throw new ArgumentException($"{this}: {property} {WireValue.Written(value)} lies beyond the other bound.");
        if (Set(value, property) && IsOpen) Value = T.Clamp(Value, Min, Max);
    }
}
