using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A widget that has one of several labels chosen.</summary>
internal interface IChoice
{
    /// <summary>The label chosen now.</summary>
    string? Label { get; }
}

/// <summary>One of several things, chosen by its label.</summary>
/// <typeparam name="T">What the things are.</typeparam>
public abstract class Selection<T> : ValueWidget<T>, IChoice
{
    private T[] options = [];

    private protected Selection(string name, string style, IEnumerable<(string Label, T Value)> options) : base(WidgetModel.Control(name), style)
    {
        (string Label, T Value)[] all = [.. options];
        this.options = [.. all.Select(option => option.Value)];
        Declare("_options_labels", all.Select(option => option.Label).ToArray());
        Declare("index", all.Length > 0 ? 0 : null);
        Declare("disabled", false);
    }

    /// <summary>What can be chosen; a label is what the thing is called as text. Setting it chooses the first.</summary>
    public IReadOnlyList<T> Options
    {
        get => options;
        set
        {
            options = [.. value];
            Set(Labelled(options).Select(option => option.Label).ToArray(), "_options_labels");
            Choose(options.Length > 0 ? 0 : null);
        }
    }

    /// <summary>Which of the options is chosen; null where none is.</summary>
    public int? Index { get => Get<int?>(); set => Choose(value); }

    /// <summary>Whether it can be changed.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    /// <summary>What is chosen; <see langword="default"/> where nothing is.</summary>
    /// <exception cref="ArgumentException">It is none of the options.</exception>
    public override T Value
    {
        get => Index is { } index ? options[index] : default!;
        set
        {
            var index = Array.FindIndex(options, option => EqualityComparer<T>.Default.Equals(option, value));
            Choose(index >= 0 ? index : throw new ArgumentException($"{WireValue.Written(value)} is none of the options {string.Join(", ", Labels)}."));
        }
    }

    string? IChoice.Label => Index is { } index ? Labels[index] : null;

    private string[] Labels => Get<string[]>("_options_labels");

    /// <summary>Things with the labels they have as text.</summary>
    private protected static IEnumerable<(string Label, T Value)> Labelled(IEnumerable<T> options) =>
        options.Select(option => (option is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : option?.ToString() ?? "null", option));

    internal override bool Accept(string key, JsonNode? value)
    {
        int? index = key == "index" && WireValue.TryRead<int>(value, out var read) ? read
            : key == "value" && WireValue.Text(value) is { } label ? Array.IndexOf(Labels, label)
            : -1;
        if (index < 0 || index >= options.Length) return false;
        if (Keep(index, nameof(Index))) Told();
        return true;
    }

    private void Choose(int? index)
    {
        if (index < 0 || index >= options.Length) throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {options.Length} options.");
        if (Set(index, nameof(Index))) Told();
    }
}

/// <summary>Things to choose from, folded up.</summary>
/// <typeparam name="T">What the things are.</typeparam>
public sealed class Dropdown<T> : Selection<T>
{
    /// <summary>These things, by what they are called as text.</summary>
    public Dropdown(params IEnumerable<T> options) : this(Labelled(options)) { }

    /// <summary>These things, each by its label.</summary>
    public Dropdown(params IEnumerable<(string Label, T Value)> options) : base("Dropdown", "Description", options) { }
}

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
