using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A button.</summary>
public sealed class Button : DOMWidget
{
    /// <summary>A button without words.</summary>
    public Button() : base(WidgetModel.Control("Button"), new Style("Button"))
    {
        Declare("description", "");
        Declare("icon", "");
        Declare("button_style", "");
        Declare("disabled", false);
    }

    /// <summary>It was clicked; called on the thread that runs cells.</summary>
    public event Action? Clicked;

    /// <summary>The words on it.</summary>
    public string Description { get => Get<string>(); set => Set(value); }

    /// <summary>A sign before the words, by its name in Font Awesome: <c>"check"</c>.</summary>
    public string Icon { get => Get<string>(); set => Set(value); }

    /// <summary>What it stands for: <c>""</c>, <c>"primary"</c>, <c>"success"</c>, <c>"info"</c>, <c>"warning"</c>, <c>"danger"</c>.</summary>
    public string ButtonStyle { get => Get<string>(); set => Set(value); }

    /// <summary>Its colour, in CSS.</summary>
    public string? ButtonColor { get => Get<Style>("Style").ButtonColor; set => Get<Style>("Style").ButtonColor = value; }

    /// <summary>Whether it can be clicked.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>Its words.</summary>
    public override string ToString() => $"Button({Description})";

    internal override void Hear(JsonObject content)
    {
        if (WireValue.Text(content["event"]) == "click") Clicked?.Invoke();
    }
}

/// <summary>A button that stays down until it is clicked again.</summary>
public sealed class ToggleButton : ValueWidget<bool>
{
    /// <summary>Not down.</summary>
    public ToggleButton() : base(WidgetModel.Control("ToggleButton"), "ToggleButton", false)
    {
        Declare("icon", "");
        Declare("button_style", "");
        Declare("disabled", false);
    }

    /// <inheritdoc cref="Button.Icon"/>
    public string Icon { get => Get<string>(); set => Set(value); }

    /// <inheritdoc cref="Button.ButtonStyle"/>
    public string ButtonStyle { get => Get<string>(); set => Set(value); }

    /// <inheritdoc cref="Button.Disabled"/>
    public bool Disabled { get => Get<bool>(); set => Set(value); }
}

/// <summary>A box to tick.</summary>
public sealed class Checkbox : ValueWidget<bool>
{
    /// <summary>Not ticked.</summary>
    public Checkbox() : base(WidgetModel.Control("Checkbox"), "Checkbox", false)
    {
        Declare("disabled", false);
        Declare("indent", true);
    }

    /// <summary>Whether it can be ticked.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether it stands in line with controls whose description is on the left.</summary>
    public bool Indent { get => Get<bool>(); set => Set(value); }
}
