namespace Workbook.Widgets;

/// <summary>Controls over a picture that is drawn again as they move.</summary>
/// <remarks>
/// <code>
/// Interact.With((double sigma, int size) => Blur(image, sigma, size), (0.0, 3.0), (1, 9))
/// Interact.With(new FloatSlider { Min = -3, Max = 3 }, z => Decode(z))
/// </code>
/// The picture is whatever a cell can show: what the function returns, behind what it prints and shows on the way; it appears when the
/// function has come to its end. When moves come faster than pictures, only the newest is drawn. A control without a description is named
/// after the function's parameter.
/// </remarks>
public static class Interact
{
    /// <summary>One control.</summary>
    public static Interactive With<A>(Func<A, object?> draw, Control<A> a) => Make(draw, () => draw(a.Value), a);

    /// <summary>Two controls.</summary>
    public static Interactive With<A, B>(Func<A, B, object?> draw, Control<A> a, Control<B> b) => Make(draw, () => draw(a.Value, b.Value), a, b);

    /// <summary>Three controls.</summary>
    public static Interactive With<A, B, C>(Func<A, B, C, object?> draw, Control<A> a, Control<B> b, Control<C> c) =>
        Make(draw, () => draw(a.Value, b.Value, c.Value), a, b, c);

    /// <summary>One control.</summary>
    public static Interactive With<A>(Action<A> draw, Control<A> a) => Make(draw, Nothing(() => draw(a.Value)), a);

    /// <summary>Two controls.</summary>
    public static Interactive With<A, B>(Action<A, B> draw, Control<A> a, Control<B> b) => Make(draw, Nothing(() => draw(a.Value, b.Value)), a, b);

    /// <summary>Three controls.</summary>
    public static Interactive With<A, B, C>(Action<A, B, C> draw, Control<A> a, Control<B> b, Control<C> c) =>
        Make(draw, Nothing(() => draw(a.Value, b.Value, c.Value)), a, b, c);

    /// <summary>One control.</summary>
    public static Interactive With<A>(ValueWidget<A> a, Func<A, object?> draw) => With(draw, a);

    /// <summary>Two controls.</summary>
    public static Interactive With<A, B>(ValueWidget<A> a, ValueWidget<B> b, Func<A, B, object?> draw) => With(draw, a, b);

    /// <summary>Three controls.</summary>
    public static Interactive With<A, B, C>(ValueWidget<A> a, ValueWidget<B> b, ValueWidget<C> c, Func<A, B, C, object?> draw) => With(draw, a, b, c);

    /// <summary>One control.</summary>
    public static Interactive With<A>(ValueWidget<A> a, Action<A> draw) => With(draw, a);

    /// <summary>Two controls.</summary>
    public static Interactive With<A, B>(ValueWidget<A> a, ValueWidget<B> b, Action<A, B> draw) => With(draw, a, b);

    /// <summary>Three controls.</summary>
    public static Interactive With<A, B, C>(ValueWidget<A> a, ValueWidget<B> b, ValueWidget<C> c, Action<A, B, C> draw) => With(draw, a, b, c);

    private static Interactive Make(Delegate function, Func<object?> draw, params IControl[] controls)
    {
        var picture = new Interactive([.. controls.Select(control => control.Widget)], draw);
        foreach (var (control, parameter) in controls.Zip(function.Method.GetParameters().TakeLast(controls.Length)))
        {
            control.Name(parameter.Name ?? "");
            control.Follow(picture.Stale);
        }
        return picture;
    }

    private static Func<object?> Nothing(Action draw) => () =>
    {
        draw();
        return null;
    };
}
