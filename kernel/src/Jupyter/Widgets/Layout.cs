namespace Workbook.Widgets;

/// <summary>The size of a widget and its place among others: CSS properties by their CSS values; null leaves one to the page.</summary>
public sealed class Layout : Widget
{
    private static readonly string[] attributes =
    [
        "align_content", "align_items", "align_self", "border_top", "border_right", "border_bottom", "border_left", "bottom", "display", "flex", "flex_flow",
        "grid_area", "grid_auto_columns", "grid_auto_flow", "grid_auto_rows", "grid_column", "grid_gap", "grid_row", "grid_template_areas",
        "grid_template_columns", "grid_template_rows", "height", "justify_content", "justify_items", "left", "margin", "max_height", "max_width",
        "min_height", "min_width", "object_fit", "object_position", "order", "overflow", "padding", "right", "top", "visibility", "width",
    ];

    /// <summary>Everything as the page would have it.</summary>
    public Layout() : base(WidgetModel.Layout)
    {
        foreach (var attribute in attributes) Declare(attribute, null);
    }

    /// <summary><c>"300px"</c>, <c>"50%"</c>, <c>"auto"</c>.</summary>
    public string? Width { get => Get<string?>(); set => Set(value); }

    /// <inheritdoc cref="Width"/>
    public string? Height { get => Get<string?>(); set => Set(value); }

    /// <inheritdoc cref="Width"/>
    public string? MinWidth { get => Get<string?>(); set => Set(value); }

    /// <inheritdoc cref="Width"/>
    public string? MaxWidth { get => Get<string?>(); set => Set(value); }

    /// <inheritdoc cref="Width"/>
    public string? MinHeight { get => Get<string?>(); set => Set(value); }

    /// <inheritdoc cref="Width"/>
    public string? MaxHeight { get => Get<string?>(); set => Set(value); }

    /// <summary>The room around it: <c>"0 10px"</c>.</summary>
    public string? Margin { get => Get<string?>(); set => Set(value); }

    /// <summary>The room inside it.</summary>
    public string? Padding { get => Get<string?>(); set => Set(value); }

    /// <summary><c>"none"</c> takes it away, <c>"flex"</c> and <c>"grid"</c> arrange what is in it.</summary>
    public string? Display { get => Get<string?>(); set => Set(value); }

    /// <summary><c>"hidden"</c> leaves an empty place.</summary>
    public string? Visibility { get => Get<string?>(); set => Set(value); }

    /// <summary>What happens with what does not fit: <c>"auto"</c>, <c>"hidden"</c>, <c>"scroll"</c>.</summary>
    public string? Overflow { get => Get<string?>(); set => Set(value); }

    /// <summary>How it shares the room in a box: <c>"1 1 auto"</c>.</summary>
    public string? Flex { get => Get<string?>(); set => Set(value); }

    /// <summary><c>"row wrap"</c>: how a box lays out its children.</summary>
    public string? FlexFlow { get => Get<string?>(); set => Set(value); }

    /// <summary>Across the direction of a box: <c>"center"</c>, <c>"stretch"</c>.</summary>
    public string? AlignItems { get => Get<string?>(); set => Set(value); }

    /// <summary>Along the direction of a box: <c>"space-between"</c>.</summary>
    public string? JustifyContent { get => Get<string?>(); set => Set(value); }

    /// <summary>A line around it: <c>"1px solid grey"</c>.</summary>
    public string? Border
    {
        get => Get<string?>("BorderTop");
        set
        {
            foreach (var side in (string[])["BorderTop", "BorderRight", "BorderBottom", "BorderLeft"]) Set(value, side);
        }
    }
}
