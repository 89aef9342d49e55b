using System.Collections.Immutable;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Figures;

/// <summary>A figure as a value: made by a factory, varied by methods that return a new one, shown by whoever it is returned to.</summary>
/// <remarks>
/// <code>Figure.Line(epochs, losses).Titled("Learning").Axes("epoch", "nats per image")</code>
/// Numbers come as any sequence of any number type; NaN and infinities are gaps. Two figures are equal when they draw the same.
/// </remarks>
[TypeFormatterSource(Page.PlotlyMime, "text/html", "text/plain")]
public sealed partial record Figure : IShowable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Figure(Panel panel) => Panels = [panel];

    internal ImmutableArray<Panel> Panels { get; init; }
    internal int Columns { get; init; } = 1;
    internal string? Title { get; init; }
    internal (int Width, int Height)? Size { get; init; }
    internal BarMode Bar { get; init; }
    internal bool Legend { get; init; } = true;
    internal Scrubber? Frames { get; init; }
    internal ImageGrid? Pictures { get; init; }        // thumbnails of the points

    /// <summary>This figure and another on the same axes; labels, ranges and marks that this one lacks come from the other.</summary>
    /// <exception cref="ArgumentException">The two have different numbers of panels, or one of them has a slider.</exception>
    public Figure And(Figure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Frames is not null || other.Frames is not null)
            throw new ArgumentException("A figure with a slider cannot be overlaid: overlay the frames, then call Figure.Slider.", nameof(other));
        if (Panels.Length != other.Panels.Length)
            throw new ArgumentException($"Figures overlay panel by panel: this one has {Panels.Length}, the other {other.Panels.Length}.", nameof(other));
        return this with
        {
            Panels = [.. Panels.Zip(other.Panels, (mine, theirs) => mine.And(theirs))],
            Title = Title ?? other.Title,
            Size = Size ?? other.Size,
            Bar = Bar == BarMode.Group ? other.Bar : Bar,
        };
    }

    /// <summary>With this title; it may be a sentence that says what to see.</summary>
    public Figure Titled(string title) => this with { Title = title };

    /// <summary>With these words under the horizontal and beside the vertical axis (and, in 3-D, along the third): what, and in which unit.</summary>
    public Figure Axes(string? x = null, string? y = null, string? z = null) => Each(panel => panel with
    {
        X = panel.X with { Label = x ?? panel.X.Label },
        Y = panel.Y with { Label = y ?? panel.Y.Label },
        Z = panel.Z with { Label = z ?? panel.Z.Label },
    });

    /// <summary>Named so in the legend: the series drawn last. Chain it before <see cref="And"/>: <c>Figure.Line(a).Named("train").And(Figure.Line(b).Named("test"))</c>.</summary>
    public Figure Named(string name) => EachLast(trace => trace with { Name = name });

    /// <summary>The series drawn last in this colour, one of <see cref="Palette"/> or any CSS colour; else colours come in the palette's order.</summary>
    public Figure Coloured(string colour) => EachLast(trace => trace with { Colour = colour });

    /// <summary>The series drawn last as a dashed line.</summary>
    public Figure Dashed() => EachLast(trace => trace.With("line.dash", "dash"));

    /// <summary>The series drawn last with points on its line.</summary>
    public Figure Dotted() => EachLast(trace => trace.With("mode", "lines+markers"));

    /// <summary>The series drawn last with this opacity, in (0, 1].</summary>
    public Figure Faded(double opacity)
    {
        if (opacity is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "opacity: expected a number above 0, at most 1.");
        return EachLast(trace => trace.With("opacity", opacity));
    }

    /// <summary>The points drawn last with this diameter in pixels.</summary>
    public Figure PointSize(double pixels) => EachLast(trace => trace.With("marker.size", pixels));

    /// <summary>This large, in pixels; without it 640 × 400, and more for grids.</summary>
    public Figure Sized(int width, int height)
    {
        if (width < 100 || height < 100) throw new ArgumentOutOfRangeException(nameof(width), $"A figure of {width} × {height} pixels cannot be read: at least 100 × 100.");
        return this with { Size = (width, height) };
    }

    /// <summary>One unit is as long upwards as sideways: for geometry.</summary>
    public Figure EqualAspect() => Each(panel => panel with { EqualAspect = true });

    /// <summary>With a logarithmic horizontal axis.</summary>
    public Figure LogX() => Each(panel => panel with { X = panel.X with { Log = true } });

    /// <summary>With a logarithmic vertical axis.</summary>
    public Figure LogY() => Each(panel => panel with { Y = panel.Y with { Log = true } });

    /// <summary>Showing just these intervals; an axis not given keeps the range of its data.</summary>
    public Figure Within((double Low, double High)? x = null, (double Low, double High)? y = null) => Each(panel => panel with
    {
        X = panel.X with { Range = x is var (left, right) ? new Extent(left, right) : panel.X.Range },
        Y = panel.Y with { Range = y is var (bottom, top) ? new Extent(bottom, top) : panel.Y.Range },
    });

    /// <summary>With a vertical line at this place and, if given, a word beside it.</summary>
    public Figure Marked(double x, string? label = null) => Each(panel => panel with { Marks = panel.Marks.Add(new(Vertical: true, x, label)) });

    /// <summary>With a horizontal line at this height and, if given, a word above it.</summary>
    public Figure Levelled(double y, string? label = null) => Each(panel => panel with { Marks = panel.Marks.Add(new(Vertical: false, y, label)) });

    /// <summary>With a few words and an arrow to this point.</summary>
    public Figure Noted(double x, double y, string text) => Each(panel => panel with { Notes = panel.Notes.Add(new(x, y, text)) });

    /// <summary>With bars of the same place on top of each other.</summary>
    public Figure Stacked() => this with { Bar = BarMode.Stack };

    /// <summary>Without a legend.</summary>
    public Figure WithoutLegend() => this with { Legend = false };

    /// <summary>As Plotly reads it: <c>data</c>, <c>layout</c>, <c>config</c> and, with a slider, <c>frames</c>.</summary>
    public JsonObject ToPlotly() => new PlotlyWriter(this).Write();

    /// <summary><see cref="ToPlotly"/> as text; the same figure always gives the same text.</summary>
    public string ToJson() => ToPlotly().ToJsonString(Plain);

    /// <summary>Plotly JSON for front ends that draw it, a page fragment that finds a local plotly.js for the others, and a summary in words.</summary>
    public MimeBundle ToMime()
    {
        var summary = ToString();
        return MimeBundle.Plain(summary).With("text/html", Page.Fragment(ToJson(), summary)).With(Page.PlotlyMime, ToPlotly());
    }

    /// <summary>What is drawn, in words: for terminals, for comparing, and for readers who cannot see it.</summary>
    public override string ToString() => Summary.Of(this);

    /// <summary>Whether both draw the same.</summary>
    public bool Equals(Figure? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    private Figure Each(Func<Panel, Panel> change) => this with
    {
        Panels = [.. Panels.Select(change)],
        Frames = Frames?.Each(frame => frame.Each(change)),
    };

    private Figure EachLast(Func<Trace, Trace> change) => Each(panel => panel with { Traces = panel.Traces.SetItem(panel.Traces.Length - 1, change(panel.Traces[^1])) });

    private static double[,] Rectangle<T>(T[,] matrix, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(matrix, argument);
        if (matrix.Length == 0) throw new ArgumentException($"{argument}: there is nothing to draw, the matrix is empty.", argument);
        var numbers = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (var row = 0; row < numbers.GetLength(0); row++)
            for (var column = 0; column < numbers.GetLength(1); column++)
                numbers[row, column] = double.CreateSaturating(matrix[row, column]);
        return numbers;
    }
}

/// <summary>What bars at the same place do.</summary>
internal enum BarMode { Group, Stack, Overlay }
