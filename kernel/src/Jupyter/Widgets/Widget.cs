using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A thing with a twin in the page: what one side sets, the other sees.</summary>
/// <remarks>
/// It is opened when it is first shown. From then on it lives as long as a variable holds it or the cell that showed it has not been run
/// again; <see cref="Close"/>, or the page, ends it sooner, and so does the end of the kernel.
/// </remarks>
public abstract class Widget
{
    private readonly OrderedDictionary<string, object?> state = [];
    private readonly Lock gate = new();
    private Comms? comms;

    private protected Widget(WidgetModel model)
    {
        Model = model;
        Id = NewId();
    }

    /// <summary>The name of its comm.</summary>
    internal string Id { get; private set; }

    /// <summary>Which classes of the page make its twin.</summary>
    internal WidgetModel Model { get; }

    /// <summary>Whether it has a twin in the page.</summary>
    internal bool IsOpen => comms is not null;

    /// <summary>Everything both sides know of it.</summary>
    internal KeyValuePair<string, object?>[] State
    {
        get { lock (gate) return [.. state]; }
    }

    /// <summary>Takes it off every page. Shown again, it begins anew.</summary>
    public void Close() => comms?.Close(this);

    /// <summary>What its class is called, and what distinguishes it.</summary>
    public override string ToString() => GetType().Name.Split('`')[0];

    /// <summary>Makes the twin, those of its parts first.</summary>
    internal void Open(ICommOutput output)
    {
        if (IsOpen) return;
        Prepare();
        OpenParts(State.Select(entry => entry.Value), output);
        comms = output.Comms;
        comms.Open(this, output);
        Opened(output);
    }

    /// <summary>Brings its attributes into agreement before anybody asks for them.</summary>
    internal void Ready()
    {
        if (!IsOpen) Prepare();
    }

    /// <summary>The twin is gone.</summary>
    internal void Closed()
    {
        comms = null;
        Id = NewId();
    }

    /// <summary>The page says that one of its attributes has this value now.</summary>
    /// <returns>Whether that is a value it can have.</returns>
    internal virtual bool Accept(string key, JsonNode? value) => false;

    /// <summary>The page says something that is no value: a click.</summary>
    internal virtual void Hear(JsonObject content) { }

    /// <summary>Called before it is opened: what its attributes must agree on.</summary>
    private protected virtual void Prepare() { }

    /// <summary>Called when it has been opened.</summary>
    private protected virtual void Opened(ICommOutput output) { }

    /// <summary>Names an attribute, with its default.</summary>
    private protected void Declare(string key, object? value) => state.Add(key, value);

    private protected T Get<T>([CallerMemberName] string property = "")
    {
        lock (gate) return (T)state[Key(property)]!;
    }

    /// <summary>Sets an attribute and tells the page, if it is another value than before.</summary>
    private protected bool Set<T>(T value, [CallerMemberName] string property = "")
    {
        if (!Keep(value, property)) return false;
        Tell(Key(property), value);
        return true;
    }

    /// <summary>Sets an attribute without telling the page, which knows.</summary>
    private protected bool Keep<T>(T value, [CallerMemberName] string property = "")
    {
        if (value is double.NaN or double.PositiveInfinity or double.NegativeInfinity) throw new ArgumentException($"{this}: {property} cannot be {value}; a page knows finite numbers only.");
        lock (gate)
        {
            if (EqualityComparer<T>.Default.Equals((T)state[Key(property)]!, value)) return false;
            state[Key(property)] = value;
            return true;
        }
    }

    private void Tell(string key, object? value)
    {
        if (comms is not { } opened) return;
        if (opened.Current is { } output) OpenParts([value], output);
        opened.Update(this, key);
    }

    private static void OpenParts(IEnumerable<object?> values, ICommOutput output)
    {
        foreach (var value in values)
            if (value is Widget part) part.Open(output);
            else if (value is IEnumerable<Widget> parts) OpenParts(parts, output);
    }

    private static string Key(string property) => !char.IsUpper(property[0]) ? property : JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    private static string NewId() => Guid.NewGuid().ToString("N");
}

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
