namespace Workbook.Figures;

/// <summary>The colours of the house: told apart by colour-blind readers, on paper and on a projector.</summary>
/// <remarks>
/// The first seven are those of Okabe and Ito, "Color Universal Design" (2008), without their yellow, which a projector loses;
/// three darker ones follow, so that ten digits have ten colours.
/// </remarks>
internal static class Palette
{
    /// <summary>Text and axes; lines that only help the eye; marked values and remarks.</summary>
    public const string Ink = "#222222", Grid = "#E6E6E6", Remark = "#666666";

    /// <summary>Plotly's name of the scale for magnitudes: dark to light, equal steps to the eye.</summary>
    public const string Magnitude = "Viridis";

    /// <summary>Signed values: blue below zero, white at zero, vermilion above.</summary>
    public static readonly (double At, string Colour)[] Signed = [(0, "#00476F"), (0.25, "#5BA3CF"), (0.5, "#FFFFFF"), (0.75, "#EE9A63"), (1, "#9C3F00")];

    private static readonly string[] categories = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#A08A00", "#882255", "#8C8C8C"];

    /// <summary>The colour of the series or category with this number; after the last the first comes again.</summary>
    public static string Category(int number) => categories[number % categories.Length];

    /// <summary><see cref="Signed"/> as Plotly reads it.</summary>
    public static object[][] SignedScale() => [.. Signed.Select(stop => new object[] { stop.At, stop.Colour })];
}
