namespace Workbook.Widgets;

/// <summary>Things to choose from, a button each.</summary>
/// <typeparam name="T">What the things are.</typeparam>
public sealed class ToggleButtons<T> : Selection<T>
{
    /// <summary>These things, by what they are called as text.</summary>
    public ToggleButtons(params IEnumerable<T> options) : this(Labelled(options)) { }

    /// <summary>These things, each by its label.</summary>
    public ToggleButtons(params IEnumerable<(string Label, T Value)> options) : base("ToggleButtons", "ToggleButtons", options)
    {
        Declare("button_style", "");
        Declare("icons", Array.Empty<string>());
        Declare("tooltips", Array.Empty<string>());
    }

    /// <inheritdoc cref="Button.ButtonStyle"/>
    public string ButtonStyle { get => Get<string>(); set => Set(value); }
}
