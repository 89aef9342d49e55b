namespace Workbook.Data;

/// <summary>The way of writing a digit: the ground-truth factor <em>style</em> of <see cref="Handwriting"/>.</summary>
public enum HandStyle
{
    /// <summary>As taught at school: one smooth line, a 1 that is a bare stroke, an open 4.</summary>
    Plain,

    /// <summary>In haste, by straight lines and corners: a 2 like a Z, an 8 like an hourglass.</summary>
    Angular,

    /// <summary>Cursive, with loops and curled ends: a 2 with a loop at its foot, a 4 like a Y.</summary>
    Looped,

    /// <summary>Formal, with bars and serifs: a slashed 0, a 1 with a foot, a crossed 7.</summary>
    Barred,
}
