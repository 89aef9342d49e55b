using System.Collections.Immutable;

namespace Workbook.Figures;

/// <summary>The colours of the house: told apart by colour-blind readers, on paper and on a projector.</summary>
/// <remarks>
/// The first seven are those of Okabe and Ito, "Color Universal Design" (2008), without their yellow, which a projector loses;
/// three darker ones follow, so that ten digits have ten colours.
/// </remarks>
public static class Palette
{
    /// <summary>Colours of successive series and categories.</summary>
    public static readonly ImmutableArray<string> Categories =
        ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#A08A00", "#882255", "#8C8C8C"];

    /// <summary>Text and axes.</summary>
    public const string Ink = "#222222";

    /// <summary>Lines that only help the eye.</summary>
    public const string Grid = "#E6E6E6";

    /// <summary>Marked values and remarks.</summary>
    public const string Remark = "#666666";

    /// <summary>Plotly's name of the scale for magnitudes: dark to light, equal steps to the eye.</summary>
    public const string Magnitude = "Viridis";

    /// <summary>Signed values: blue below zero, white at zero, vermilion above.</summary>
    public static readonly ImmutableArray<(double At, string Colour)> Signed =
        [(0, "#00476F"), (0.25, "#5BA3CF"), (0.5, "#FFFFFF"), (0.75, "#EE9A63"), (1, "#9C3F00")];

    /// <summary>The colour of the series or category with this number; after the last the first comes again.</summary>
    public static string Category(int number) => Categories[number % Categories.Length];
}
