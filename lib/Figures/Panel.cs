using System.Collections.Immutable;

namespace Workbook.Figures;

/// <summary>One pair of axes (or one scene) and everything drawn on it.</summary>
internal sealed record Panel(ImmutableArray<Trace> Traces)
{
    public string? Title { get; init; }
    public Axis X { get; init; } = new();
    public Axis Y { get; init; } = new();
    public Axis Z { get; init; } = new();
    public bool EqualAspect { get; init; }
    public ImmutableArray<Mark> Marks { get; init; } = [];
    public ImmutableArray<Note> Notes { get; init; } = [];

    public Space Space => Traces.Length > 0 ? Traces[0].Space : Space.Plane;

    /// <summary>A colour scale stands at its right.</summary>
    public bool HasScale => Traces.Any(trace => trace.Scale is not null);

    public Extent Extent(Func<Trace, Extent> of) => Traces.Aggregate(Figures.Extent.Empty, (all, trace) => all.Or(of(trace)));

    /// <summary>Both on the same axes; what this panel leaves open is taken from the other.</summary>
    public Panel And(Panel other) => other.Space != Space
        ? throw new ArgumentException($"A {other.Traces[0].Kind} cannot share its axes with a {Traces[0].Kind}: put them side by side with Figure.Grid.")
        : this with
        {
            Traces = [.. Traces, .. other.Traces],
            X = X.Or(other.X),
            Y = Y.Or(other.Y),
            Z = Z.Or(other.Z),
            EqualAspect = EqualAspect || other.EqualAspect,
            Marks = [.. Marks, .. other.Marks],
            Notes = [.. Notes, .. other.Notes],
        };
}

/// <summary>What is known of an axis; null or false leaves it to Plotly.</summary>
internal sealed record Axis
{
    public string? Label { get; init; }
    public bool Log { get; init; }
    public bool Hidden { get; init; }
    public bool Reversed { get; init; }
    public bool Plain { get; init; }        // no grid: coloured areas cover it
    public bool Names { get; init; }        // places are words
    public Extent? Range { get; init; }
    public ImmutableArray<(double At, string Text)> Ticks { get; init; } = [];

    public Axis Or(Axis other) => this with
    {
        Label = Label ?? other.Label,
        Log = Log || other.Log,
        Hidden = Hidden || other.Hidden,
        Reversed = Reversed || other.Reversed,
        Plain = Plain || other.Plain,
        Names = Names || other.Names,
        Range = Range ?? other.Range,
        Ticks = Ticks.IsEmpty ? other.Ticks : Ticks,
    };
}

/// <summary>A straight line across the panel at one place of an axis.</summary>
internal sealed record Mark(bool Vertical, double At, string? Label);

/// <summary>A few words at a point.</summary>
internal sealed record Note(double X, double Y, string Text);
