namespace Workbook.Widgets;

/// <summary>A line of text that can change.</summary>
public sealed class Label : ValueWidget<string>
{
    /// <summary>Nothing yet.</summary>
    public Label() : this("") { }

    /// <summary>This line.</summary>
    public Label(string value) : base(WidgetModel.Control("Label"), "Label", value) => Declare("placeholder", "\u200b");
}
