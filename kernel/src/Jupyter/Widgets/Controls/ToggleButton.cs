namespace Workbook.Widgets;

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
