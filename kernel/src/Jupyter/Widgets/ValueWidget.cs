using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A control with a value.</summary>
/// <typeparam name="T">What the value is.</typeparam>
public abstract class ValueWidget<T> : DOMWidget
{
    private protected ValueWidget(WidgetModel model, string? style, T value) : this(model, style) => Declare("value", value);

    /// <summary>One that keeps its value in another form.</summary>
    private protected ValueWidget(WidgetModel model, string? style) : base(model, style is null ? null : new Style(style))
    {
        Declare("description", "");
        Declare("description_allow_html", false);
    }

    /// <summary>The value has become another, in the page or here; called on the thread that runs cells when it was the page.</summary>
    public event Action<T>? Changed;

    /// <summary>The value, which the page shows.</summary>
    public virtual T Value
    {
        get => Get<T>();
        set
        {
            if (Set(Allowed(value))) Told();
        }
    }

    /// <summary>The words beside it.</summary>
    public string Description { get => Get<string>(); set => Set(value); }

    /// <summary>The name of its class, its description and its value.</summary>
    public override string ToString() => Description == "" ? $"{base.ToString()}({WireValue.Written(Value)})" : $"{base.ToString()}({Description}: {WireValue.Written(Value)})";

    internal override bool Accept(string key, JsonNode? value)
    {
        if (key != "value" || !WireValue.TryRead<T>(value, out var read)) return false;
        if (Keep(Allowed(read), nameof(Value))) Told();
        return true;
    }

    /// <summary>The nearest value that it may have.</summary>
    private protected virtual T Allowed(T value) => value;

    /// <summary>Calls who waits for another value.</summary>
    private protected void Told() => Changed?.Invoke(Value);
}
