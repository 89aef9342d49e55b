using System.Text.Json.Nodes;

namespace Workbook.Widgets;

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
