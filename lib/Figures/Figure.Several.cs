using System.Collections.Immutable;
using System.Globalization;

namespace Workbook.Figures;

/// <content>Several figures as one: side by side, or one after the other under a slider.</content>
public sealed partial record Figure
{
    /// <summary>Figures side by side, row by row; their titles become the panels' titles, equal names share one colour and one legend entry.</summary>
    /// <exception cref="ArgumentException">No figure is given, or one has a slider.</exception>
    public static Figure Grid(int columns, params IEnumerable<Figure> figures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Figure[] all = [.. figures];
        if (all.Length == 0) throw new ArgumentException("figures: a grid needs at least one.", nameof(figures));
        if (all.Any(figure => figure.Frames is not null))
            throw new ArgumentException("figures: one of them has a slider. Put the slider around grids: Figure.Slider(name, frames) with a Grid for each frame.", nameof(figures));
        if (all.Length == 1) return all[0] with { Columns = columns, Size = null };          // its title stays above it
        return all[0] with
        {
            Recipes = [.. all.SelectMany(figure => figure.Recipes.Length == 1 ? [Then(figure.Recipes[0], panel => panel.Title = figure.Title)] : figure.Recipes)],
            Columns = columns,
            Title = null,
            Size = null,
        };
    }

    /// <summary>Figures in one row.</summary>
    public static Figure Row(params IEnumerable<Figure> figures)
    {
        Figure[] all = [.. figures];
        return Grid(Math.Max(1, all.Length), all);
    }

    /// <summary>Precomputed frames under a slider with a play button; it works in saved notebooks too, without a kernel. Axes span all frames.</summary>
    /// <param name="name">What slides: "epoch".</param>
    /// <param name="frames">Where the slider stands, and what is seen there.</param>
    /// <param name="start">The frame shown first, and the only one on paper; −1 is the last.</param>
    /// <exception cref="ArgumentException">No frame, frames with different numbers of series, or a slider within a frame.</exception>
    public static Figure Slider<T>(string name, IEnumerable<(T Label, Figure Figure)> frames, int start = 0)
    {
        ImmutableArray<(string Label, Figure Figure)> all = [.. frames.Select(frame => (Convert.ToString(frame.Label, CultureInfo.InvariantCulture) ?? "", frame.Figure))];
        if (all.IsEmpty) throw new ArgumentException("frames: a slider needs at least one.", nameof(frames));
        if (start < 0) start += all.Length;
        if (start < 0 || start >= all.Length) throw new ArgumentOutOfRangeException(nameof(start), start, $"start: there are {all.Length} frames.");
        var shape = Shape(all[0].Figure);
        foreach (var (label, figure) in all)
        {
            if (figure.Frames is not null) throw new ArgumentException($"frames: frame {label} has a slider of its own.", nameof(frames));
            if (Shape(figure) != shape) throw new ArgumentException($"frames: all must draw the same series. Frame {all[0].Label} draws {shape}; frame {label} draws {Shape(figure)}.", nameof(frames));
        }
        var first = all[start].Figure;
        return first with
        {
            Size = first.Size is var (width, height) ? (width, height + FigureLayout.SliderHeight) : null,
            Title = all.All(frame => frame.Figure.Title == first.Title) ? first.Title : null,
            Frames = new(name, all, start),
        };
    }

    private static string Shape(Figure figure) => string.Join(" | ", figure.Draw().Select(panel => string.Join(" + ", panel.Traces.Select(trace => trace.KindOf().Words()))));
}
