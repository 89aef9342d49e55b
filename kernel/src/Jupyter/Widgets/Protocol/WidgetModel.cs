namespace Workbook.Widgets;

/// <summary>The classes of the page that make a widget's twin, by the names of ipywidgets 8.</summary>
internal sealed record WidgetModel(string Module, string Version, string Model, string ViewModule, string ViewVersion, string View)
{
    private const string Controls = "@jupyter-widgets/controls", Base = "@jupyter-widgets/base", Two = "2.0.0";

    /// <summary>A control: <c>IntSlider</c> → IntSliderModel and IntSliderView.</summary>
    public static WidgetModel Control(string name, string? view = null) => new(Controls, Two, $"{name}Model", Controls, Two, $"{view ?? name}View");

    /// <summary>How controls of a kind look.</summary>
    public static WidgetModel Style(string name) => new(Controls, Two, $"{name}StyleModel", Base, Two, "StyleView");

    /// <summary>Size and place.</summary>
    public static WidgetModel Layout { get; } = new(Base, Two, "LayoutModel", Base, Two, "LayoutView");

    /// <summary>A place for output.</summary>
    public static WidgetModel Output { get; } = new("@jupyter-widgets/output", "1.0.0", "OutputModel", "@jupyter-widgets/output", "1.0.0", "OutputView");
}
