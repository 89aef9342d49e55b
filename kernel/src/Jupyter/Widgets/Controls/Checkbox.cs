namespace Workbook.Widgets;

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
