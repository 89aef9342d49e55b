namespace Workbook.Widgets;

/// <summary>The colours and widths of one control: those attributes that its kind has in ipywidgets.</summary>
internal sealed class Style : Widget
{
    private static readonly Dictionary<string, string[]> attributes = new()
    {
        ["Slider"] = ["description_width", "handle_color"],
        ["Progress"] = ["description_width", "bar_color"],
        ["Button"] = ["button_color", "font_family", "font_size", "font_style", "font_variant", "font_weight", "text_color", "text_decoration"],
        ["ToggleButton"] = ["description_width", "font_family", "font_size", "font_style", "font_variant", "font_weight", "text_color", "text_decoration"],
        ["ToggleButtons"] = ["description_width", "button_width", "font_weight"],
        ["Checkbox"] = ["description_width", "background"],
        ["Text"] = ["description_width", "background", "font_size", "text_color"],
        ["HTML"] = ["description_width", "background", "font_size", "text_color"],
        ["Label"] = ["description_width", "background", "font_family", "font_size", "font_style", "font_variant", "font_weight", "text_color", "text_decoration"],
        ["Description"] = ["description_width"],
    };

    public Style(string kind) : base(WidgetModel.Style(kind))
    {
        IsOld = kind is "Slider" or "Progress" or "Button";
        foreach (var attribute in attributes[kind])
            Declare(attribute, attribute is "description_width" or "button_width" || (kind, attribute) == ("ToggleButtons", "font_weight") ? "" : null);
    }

    /// <summary>Whether ipywidgets 6 knows it too.</summary>
    public bool IsOld { get; }

    /// <summary>How wide the description is: <c>80px</c>, <c>initial</c> for as wide as its text.</summary>
    public string DescriptionWidth { get => Get<string>(); set => Set(value); }

    public string? HandleColor { get => Get<string?>(); set => Set(value); }

    public string? BarColor { get => Get<string?>(); set => Set(value); }

    public string? ButtonColor { get => Get<string?>(); set => Set(value); }
}
