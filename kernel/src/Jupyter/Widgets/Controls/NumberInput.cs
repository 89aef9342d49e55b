using System.Numerics;

namespace Workbook.Widgets;

/// <summary>A number that can be typed.</summary>
/// <typeparam name="T"><see cref="int"/> or <see cref="double"/>.</typeparam>
public abstract class NumberInput<T> : ValueWidget<T>
    where T : struct, INumber<T>
{
    private protected NumberInput(string name, T? step) : base(WidgetModel.Control(name), "Description", T.Zero)
    {
        Declare("step", step);
        Declare("disabled", false);
        Declare("continuous_update", false);
    }

    /// <summary>How far an arrow key goes; null for any number.</summary>
    public T? Step { get => Get<T?>(); set => Set(value); }

    /// <summary>Whether it can be typed in.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether the value follows every key, or waits for Enter or for the cursor to leave.</summary>
    public bool ContinuousUpdate { get => Get<bool>(); set => Set(value); }
}
