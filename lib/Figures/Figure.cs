using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.TraceObjects;
using Workbook.Display;

namespace Workbook.Figures;

/// <summary>A figure as a value: a recipe for a Plotly.NET chart in the house style, varied by methods that return another recipe, shown by whoever it is returned to.</summary>
/// <remarks>
/// <code>Figure.Line(epochs, losses).Titled("Learning").Axes("epoch", "nats per image")</code>
/// Numbers come as any sequence of any number type; NaN and infinities are gaps. Two figures are equal when they draw the same.
/// What has no name here has one in Plotly.NET: <see cref="ToChart"/>.
/// </remarks>
[TypeFormatterSource(Page.PlotlyMime, "text/html", "text/plain")]
public sealed partial record Figure : IShowable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Figure(Func<Panel> recipe) => Recipes = [recipe];

    internal static Figure Of(Func<Panel> recipe) => new(recipe);

    internal ImmutableArray<Func<Panel>> Recipes { get; init; }
    internal int Columns { get; init; } = 1;
    internal string? Title { get; init; }
    internal (int Width, int Height)? Size { get; init; }
    internal Scrubber? Frames { get; init; }

    /// <summary>This figure and another on the same axes; labels, ranges and marks that this one lacks come from the other.</summary>
    /// <exception cref="ArgumentException">The two have different numbers of panels, or one of them has a slider.</exception>
    public Figure And(Figure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Frames is not null || other.Frames is not null)
            throw new ArgumentException("A figure with a slider cannot be overlaid: overlay the frames, then call Figure.Slider.", nameof(other));
        if (Recipes.Length != other.Recipes.Length)
            throw new ArgumentException($"Figures overlay panel by panel: this one has {Recipes.Length}, the other {other.Recipes.Length}.", nameof(other));
        var both = this with
        {
            Recipes = [.. Recipes.Zip(other.Recipes, (mine, theirs) => Then(mine, panel => panel.Add(theirs())))],
            Title = Title ?? other.Title,
            Size = Size ?? other.Size,
        };
        both.Draw();                // what cannot share its axes says so here, not where it is shown
        return both;
    }

    /// <summary>With this title; it may be a sentence that says what to see.</summary>
    public Figure Titled(string title) => this with { Title = title };

    /// <summary>With these words under the horizontal and beside the vertical axis: what, and in which unit.</summary>
    public Figure Axes(string? x = null, string? y = null) => Each(panel =>
    {
        if (x is not null) panel.X.With(("title", new Title().With(("text", x))));
        if (y is not null) panel.Y.With(("title", new Title().With(("text", y))));
    });

    /// <summary>Named so in the legend: the series drawn last. Chain it before <see cref="And"/>: <c>Figure.Line(a).Named("train").And(Figure.Line(b).Named("test"))</c>.</summary>
    public Figure Named(string name) => Each(panel => panel.Last.With(("name", name)));

    /// <summary>The series drawn last in this colour, any of CSS; else colours come in the order of the house.</summary>
    public Figure Coloured(string colour) => Each(panel => panel.Last.Paint(colour));

    /// <summary>The series drawn last with points on its line.</summary>
    public Figure Dotted() => Each(panel => panel.Last.With(("mode", "lines+markers")));

    /// <summary>The series drawn last with this opacity, in (0, 1].</summary>
    public Figure Faded(double opacity)
    {
        if (opacity is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "opacity: expected a number above 0, at most 1.");
        return Each(panel => panel.Last.With(("opacity", opacity)));
    }

    /// <summary>The points drawn last with this diameter in pixels.</summary>
    public Figure PointSize(double pixels) => Each(panel => panel.Last.Part<Marker>("marker").With(("size", pixels)));

    /// <summary>This large, in pixels; without it 640 × 400, and more for grids.</summary>
    public Figure Sized(int width, int height)
    {
        if (width < 100 || height < 100) throw new ArgumentOutOfRangeException(nameof(width), $"A figure of {width} × {height} pixels cannot be read: at least 100 × 100.");
        return this with { Size = (width, height) };
    }

    /// <summary>One unit is as long upwards as sideways: for geometry.</summary>
    public Figure EqualAspect() => Each(panel => panel.EqualAspect());

    /// <summary>With a logarithmic horizontal axis.</summary>
    public Figure LogX() => Each(panel => panel.X.With(("type", "log")));

    /// <summary>With a logarithmic vertical axis.</summary>
    public Figure LogY() => Each(panel => panel.Y.With(("type", "log")));

    /// <summary>Showing just these intervals; an axis not given keeps the range of its data.</summary>
    public Figure Within((double Low, double High)? x = null, (double Low, double High)? y = null) => Each(panel =>
    {
        if (x is var (left, right)) panel.RangeX = new(left, right);
        if (y is var (bottom, top)) panel.RangeY = new(bottom, top);
    });

    /// <summary>With a vertical line at this place and, if given, a word beside it.</summary>
    public Figure Marked(double x, string? label = null) => Each(panel => panel.Marks.Add(new(Vertical: true, x, label)));

    /// <summary>With a horizontal line at this height and, if given, a word above it.</summary>
    public Figure Levelled(double y, string? label = null) => Each(panel => panel.Marks.Add(new(Vertical: false, y, label)));

    /// <summary>A fresh Plotly.NET chart, from which on all of Plotly.NET applies: what is done to the chart does not change the figure. Of frames under a slider, which Plotly.NET does not know, the one shown first.</summary>
    public GenericChart ToChart() => Frames is { } frames ? (frames.First with { Title = Title ?? frames.First.Title }).ToChart() : new FigureLayout(this, Draw()).ToChart();

    /// <summary>Plotly JSON for front ends that draw it, a page fragment that finds a local plotly.js for the others, and a summary in words.</summary>
    public MimeBundle ToMime()
    {
        var (summary, json) = (ToString(), ToPlotly());
        return MimeBundle.Plain(summary).With("text/html", Page.Fragment(json.ToJsonString(Plain), summary)).With(Page.PlotlyMime, json);
    }

    /// <summary>What is drawn, in words: for terminals, for comparing, and for readers who cannot see it.</summary>
    public override string ToString() => Summary.Of(this);

    /// <summary>Whether both draw the same.</summary>
    public bool Equals(Figure? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    /// <summary>As Plotly reads it: <c>data</c>, <c>layout</c>, <c>config</c> and, with a slider, <c>frames</c>.</summary>
    public JsonObject ToPlotly() => Frames is { } frames ? frames.ToPlotly(this) : Properties.Chart(ToChart());

    /// <summary><see cref="ToPlotly"/> as text; the same figure always gives the same text.</summary>
    internal string ToJson() => ToPlotly().ToJsonString(Plain);

    /// <summary>All panels, made anew.</summary>
    internal Panel[] Draw() => [.. Recipes.Select(recipe => recipe())];

    private Figure Each(Action<Panel> change) => this with { Recipes = [.. Recipes.Select(recipe => Then(recipe, change))], Frames = Frames?.Each(frame => frame.Each(change)) };

    private static Func<Panel> Then(Func<Panel> recipe, Action<Panel> change) => () =>
    {
        var panel = recipe();
        change(panel);
        return panel;
    };
}
