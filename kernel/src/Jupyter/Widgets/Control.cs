using System.Numerics;

namespace Workbook.Widgets;

/// <summary>A control of any type, as a picture sees it.</summary>
internal interface IControl
{
    /// <summary>What is moved.</summary>
    DOMWidget Widget { get; }

    /// <summary>Names it, unless it has a name.</summary>
    void Name(string name);

    /// <summary>Calls this whenever it has moved.</summary>
    void Follow(Action moved);
}

/// <summary>A control for one parameter of <see cref="Interact"/>: a widget, or what one is made from.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
public sealed class Control<T> : IControl
{
    private readonly ValueWidget<T> widget;

    private Control(ValueWidget<T> widget) => this.widget = widget;

    /// <summary>What it says now.</summary>
    internal T Value => widget.Value;

    DOMWidget IControl.Widget => widget;

    /// <summary>This widget.</summary>
    public static implicit operator Control<T>(ValueWidget<T> widget) => new(widget);

    /// <summary>A slider from the least to the greatest value, its handle in the middle.</summary>
    /// <exception cref="ArgumentException">The parameter is neither <see cref="int"/> nor <see cref="double"/>.</exception>
    public static implicit operator Control<T>((T Min, T Max) range) => new(Cast(range switch
    {
        (int min, int max) => new IntSlider { Min = min, Max = max, Value = min + (max - min) / 2 },
        (double min, double max) => new FloatSlider { Min = min, Max = max, Step = Math.Min(0.1, (max - min) / 100), Value = min + (max - min) / 2 },
        _ => null,
    }, "a range"));

    /// <summary>A slider from the least to the greatest value by steps.</summary>
    /// <inheritdoc cref="op_Implicit(ValueTuple{T, T})"/>
    public static implicit operator Control<T>((T Min, T Max, T Step) range) => new(Cast(range switch
    {
        (int min, int max, int step) => new IntSlider { Min = min, Max = max, Step = step, Value = OnStep(min, max, step) },
        (double min, double max, double step) => new FloatSlider { Min = min, Max = max, Step = step, Value = OnStep(min, max, step) },
        _ => null,
    }, "a range"));

    /// <summary>One of these, the first at first.</summary>
    public static implicit operator Control<T>(T[] options) => new(new Dropdown<T>(options));

    /// <summary>A box to tick, a text to edit, or a slider around the number.</summary>
    /// <exception cref="ArgumentException">There is no control for this type.</exception>
    public static implicit operator Control<T>(T value) => new(Cast(value switch
    {
        bool truth => new Checkbox { Value = truth },
        string text => new Text { Value = text },
        int number => new IntSlider { Min = Least(number), Max = Greatest(number), Value = number },
        double number => new FloatSlider { Min = Least(number), Max = Greatest(number), Value = number },
        _ => null,
    }, "a value"));

    void IControl.Name(string name)
    {
        if (widget.Description == "") widget.Description = name;
    }

    void IControl.Follow(Action moved) => widget.Changed += _ => moved();

    private static ValueWidget<T> Cast(DOMWidget? made, string from) => made as ValueWidget<T>
        ?? throw new ArgumentException($"There is no control for {TypeName.Of(typeof(T))} that could be made from {from}. Hand in a widget, or an array of options.");

    private static N OnStep<N>(N min, N max, N step) where N : INumber<N> =>
        step > N.Zero ? min + N.CreateTruncating(int.CreateTruncating((max - min) / step) / 2) * step : throw new ArgumentException($"A step of {step} leads nowhere.");

    // As in ipywidgets: from −v to 3v; around nothing, from 0 to 1.
    private static N Least<N>(N value) where N : INumber<N> => value > N.Zero ? -value : value * N.CreateChecked(3);

    private static N Greatest<N>(N value) where N : INumber<N> => value == N.Zero ? N.One : value > N.Zero ? value * N.CreateChecked(3) : -value;
}
