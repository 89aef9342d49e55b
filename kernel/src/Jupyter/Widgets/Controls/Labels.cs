namespace Workbook.Widgets;

/// <summary>A line of text that can change.</summary>
public sealed class Label : ValueWidget<string>
{
    /// <summary>Nothing yet.</summary>
    public Label() : this("") { }

    /// <summary>This line.</summary>
    public Label(string value) : base(WidgetModel.Control("Label"), "Label", value) => Declare("placeholder", "\u200b");
}

/// <summary>A piece of HTML that can change.</summary>
public sealed class HTML : ValueWidget<string>
{
    /// <summary>Nothing yet.</summary>
    public HTML() : this("") { }

    /// <summary>This piece.</summary>
    public HTML(string value) : base(WidgetModel.Control("HTML"), "HTML", value) => Declare("placeholder", "\u200b");

    private protected override MimeBundle Picture() => MimeBundle.Plain(ToString()).With("text/html", Value);
}
