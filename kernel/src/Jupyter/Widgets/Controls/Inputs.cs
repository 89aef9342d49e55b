using System.Numerics;
using System.Text.Json.Nodes;

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

/// <summary>A whole number that can be typed.</summary>
public sealed class IntText() : NumberInput<int>("IntText", 1);

/// <summary>A number that can be typed.</summary>
public sealed class FloatText() : NumberInput<double>("FloatText", null);

/// <summary>A text that can be typed.</summary>
public abstract class TextInput : ValueWidget<string>
{
    private protected TextInput(string name) : base(WidgetModel.Control(name), "Text", "")
    {
        Declare("placeholder", "\u200b");
        Declare("disabled", false);
        Declare("continuous_update", true);
    }

    /// <summary>Enter was pressed in it.</summary>
    public event Action<string>? Submitted;

    /// <summary>What stands there while it is empty.</summary>
    public string Placeholder { get => Get<string>(); set => Set(value); }

    /// <summary>Whether it can be typed in.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether the value follows every key, or waits for Enter or for the cursor to leave.</summary>
    public bool ContinuousUpdate { get => Get<bool>(); set => Set(value); }

    internal override void Hear(JsonObject content)
    {
        if (WireValue.Text(content["event"]) == "submit") Submitted?.Invoke(Value);
    }
}

/// <summary>A line of text.</summary>
public sealed class Text() : TextInput("Text");

/// <summary>Several lines of text.</summary>
public sealed class Textarea : TextInput
{
    /// <summary>As many lines as the page gives.</summary>
    public Textarea() : base("Textarea") => Declare("rows", null);

    /// <summary>How many lines are seen at once.</summary>
    public int? Rows { get => Get<int?>(); set => Set(value); }
}
