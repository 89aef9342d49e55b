using System.Numerics;

namespace Workbook.Widgets;

/// <summary>How far something has come, as a bar.</summary>
/// <typeparam name="T"><see cref="int"/> or <see cref="double"/>.</typeparam>
public abstract class Progress<T> : ValueWidget<T>
    where T : struct, INumber<T>
{
    private protected Progress(string name, T max) : base(WidgetModel.Control(name, "Progress"), "Progress", T.Zero)
    {
        Declare("min", T.Zero);
        Declare("max", max);
        Declare("bar_style", "");
        Declare("orientation", "horizontal");
    }

    /// <summary>The value of an empty bar.</summary>
    public T Min { get => Get<T>(); set => Set(value); }

    /// <summary>The value of a full bar.</summary>
    public T Max { get => Get<T>(); set => Set(value); }

    /// <summary>What it stands for: <c>""</c>, <c>"success"</c>, <c>"info"</c>, <c>"warning"</c>, <c>"danger"</c>.</summary>
    public string BarStyle { get => Get<string>(); set => Set(value); }

    /// <inheritdoc cref="Sliding{T, TValue}.Orientation"/>
    public string Orientation { get => Get<string>(); set => Set(value); }

    /// <summary>The colour of the bar, in CSS.</summary>
    public string? BarColor { get => Get<Style>("Style").BarColor; set => Get<Style>("Style").BarColor = value; }

    private protected override T Allowed(T value) => IsOpen ? T.Clamp(value, Min, Max) : value;
}

/// <summary>How far something has come, from 0 to 100 unless said otherwise.</summary>
public sealed class IntProgress() : Progress<int>("IntProgress", 100);

/// <summary>How far something has come, from 0 to 100 unless said otherwise.</summary>
public sealed class FloatProgress() : Progress<double>("FloatProgress", 100);
