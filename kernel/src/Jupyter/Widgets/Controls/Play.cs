namespace Workbook.Widgets;

/// <summary>A whole number that goes on by itself, as a film does.</summary>
public sealed class Play : ValueWidget<int>
{
    /// <summary>From 0 to 100, ten a second.</summary>
    public Play() : base(WidgetModel.Control("Play"), "Description", 0)
    {
        Declare("min", 0);
        Declare("max", 100);
        Declare("step", 1);
        Declare("interval", 100);
        Declare("repeat", false);
        Declare("playing", false);
        Declare("show_repeat", true);
        Declare("disabled", false);
    }

    /// <summary>Where it begins.</summary>
    public int Min { get => Get<int>(); set => Set(value); }

    /// <summary>Where it ends.</summary>
    public int Max { get => Get<int>(); set => Set(value); }

    /// <summary>How far it goes at a time.</summary>
    public int Step { get => Get<int>(); set => Set(value); }

    /// <summary>Milliseconds between two values.</summary>
    public int Interval { get => Get<int>(); set => Set(value); }

    /// <summary>Whether it begins again at its end.</summary>
    public bool Repeat { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether it is going on.</summary>
    public bool Playing { get => Get<bool>(); set => Set(value); }

    /// <summary>Whether it can be started.</summary>
    public bool Disabled { get => Get<bool>(); set => Set(value); }

    internal override bool Accept(string key, System.Text.Json.Nodes.JsonNode? value)
    {
        if (key is "repeat" && WireValue.TryRead<bool>(value, out var again)) return Keep(again, nameof(Repeat)) || true;
        if (key is "playing" or "_playing" && WireValue.TryRead<bool>(value, out var on)) return Keep(on, nameof(Playing)) || true;
        return base.Accept(key, value);
    }
}
