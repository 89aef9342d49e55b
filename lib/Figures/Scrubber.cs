using System.Collections.Immutable;

namespace Workbook.Figures;

/// <summary>Precomputed frames under a slider: the name of what slides, each frame with its label, and the frame shown first.</summary>
internal sealed record Scrubber(string Name, ImmutableArray<(string Label, Figure Figure)> Frames, int Start)
{
    public Scrubber Each(Func<Figure, Figure> change) => this with { Frames = [.. Frames.Select(frame => (frame.Label, change(frame.Figure)))] };
}
