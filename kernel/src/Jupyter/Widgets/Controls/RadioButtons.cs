namespace Workbook.Widgets;

/// <summary>Things to choose from, all to be seen.</summary>
/// <typeparam name="T">What the things are.</typeparam>
public sealed class RadioButtons<T> : Selection<T>
{
    /// <summary>These things, by what they are called as text.</summary>
    public RadioButtons(params IEnumerable<T> options) : this(Labelled(options)) { }

    /// <summary>These things, each by its label.</summary>
    public RadioButtons(params IEnumerable<(string Label, T Value)> options) : base("RadioButtons", "Description", options) => Declare("orientation", "vertical");

    /// <inheritdoc cref="Sliding{T, TValue}.Orientation"/>
    public string Orientation { get => Get<string>(); set => Set(value); }
}
