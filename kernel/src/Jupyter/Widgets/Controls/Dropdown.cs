namespace Workbook.Widgets;

/// <summary>Things to choose from, folded up.</summary>
/// <typeparam name="T">What the things are.</typeparam>
public sealed class Dropdown<T> : Selection<T>
{
    /// <summary>These things, by what they are called as text.</summary>
    public Dropdown(params IEnumerable<T> options) : this(Labelled(options)) { }

    /// <summary>These things, each by its label.</summary>
    public Dropdown(params IEnumerable<(string Label, T Value)> options) : base("Dropdown", "Description", options) { }
}
