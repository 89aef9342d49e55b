namespace Workbook.Widgets;

/// <summary>Things to choose from, in order along a slider.</summary>
/// <typeparam name="T">What the things are.</typeparam>
public sealed class SelectionSlider<T> : Selection<T>
{
    /// <summary>These things, by what they are called as text.</summary>
    public SelectionSlider(params IEnumerable<T> options) : this(Labelled(options)) { }

    /// <summary>These things, each by its label.</summary>
    public SelectionSlider(params IEnumerable<(string Label, T Value)> options) : base("SelectionSlider", "Slider", options)
    {
        Declare("orientation", "horizontal");
        Declare("readout", true);
        Declare("continuous_update", true);
        Declare("behavior", "drag-tap");
    }

    /// <inheritdoc cref="Sliding{T, TValue}.ContinuousUpdate"/>
    public bool ContinuousUpdate { get => Get<bool>(); set => Set(value); }
}
