using System.Globalization;
using Workbook.Display;

namespace Workbook.Figures;

/// <summary>A word or phrase as it is drawn: its words if it is one, what it is held to be, and what else is known of it.</summary>
/// <param name="Text">The word; of a phrase its words.</param>
/// <param name="Distribution">The probability of each class, adding to 1; null where none is given.</param>
/// <param name="Label">The class it really has; null where that is not known.</param>
/// <param name="Detail">What else the pointer shows: "E_rec 0.31".</param>
/// <param name="Left">The first part; null for a word.</param>
/// <param name="Right">The second part; null for a word.</param>
public sealed record TreeMark(string Text, IReadOnlyList<double>? Distribution = null, int? Label = null, string Detail = "", TreeMark? Left = null, TreeMark? Right = null)
{
    internal int Height => Left is null || Right is null ? 0 : 1 + Math.Max(Left.Height, Right.Height);

    internal IEnumerable<TreeMark> All => Left is null || Right is null ? [this] : [.. Left.All, .. Right.All, this];
}

/// <summary>A tree over a sentence as a value: words below, phrases above them, at each the distribution over classes as a bar, and under the pointer its numbers.</summary>
/// <remarks>It is SVG in the colour of the page's text, and sentences for those who cannot see it. Notebook 10.</remarks>
[TypeFormatterSource("image/svg+xml", "text/html", "text/plain")]
public sealed partial record TreeDrawing : IShowable
{
    private readonly TreeMark root;
    private readonly IReadOnlyList<string> classes;

    /// <summary>A drawing of this tree.</summary>
    /// <param name="root">The whole sentence.</param>
    /// <param name="classes">What the classes mean, from one end to the other; none where there are no distributions.</param>
    /// <exception cref="ArgumentException">A distribution has other classes, or a part is missing.</exception>
    public TreeDrawing(TreeMark root, IReadOnlyList<string> classes)
    {
        foreach (var mark in root.All)
        {
            if (mark.Distribution is { } p && p.Count != classes.Count)
                throw new ArgumentException($"{nameof(root)}: expected the probabilities of {classes.Count} classes at \"{mark.Text}\", got {p.Count}.", nameof(root));
            if (mark.Label is { } label && (label < 0 || label >= classes.Count))
                throw new ArgumentException($"{nameof(root)}: expected a label from 0 to {classes.Count - 1} at \"{mark.Text}\", got {label}.", nameof(root));
            if (mark.Left is null != mark.Right is null)
                throw new ArgumentException($"{nameof(root)}: expected two parts or none at \"{mark.Text}\", got one.", nameof(root));
        }
        (this.root, this.classes) = (root, classes);
    }

    private string? Title { get; init; }

    /// <summary>With this title.</summary>
    public TreeDrawing Titled(string title) => this with { Title = title };

    /// <summary>The drawing in words: a line for every phrase, the whole first, with the class it is held to be, the one it has, and its detail.</summary>
    public override string ToString()
    {
        var lines = root.All.Reverse().Where(mark => mark.Left is not null || ReferenceEquals(mark, root)).Select(Said);
        return string.Join('\n', Title is null ? lines : lines.Prepend(Title));
    }

    /// <summary>SVG by itself, SVG within a page, and words.</summary>
    public MimeBundle ToMime() => MimeBundle.Plain(ToString()).With("image/svg+xml", ToSvg()).With("text/html", $"<div>{Svg(inPage: true)}</div>");

    private string Said(TreeMark mark)
    {
        var parts = new List<string>();
        if (mark.Distribution is { } p) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{classes[Likeliest(p)]} {100 * p.Max():F0} %"));
        if (mark.Label is { } label) parts.Add($"is {classes[label]}");
        if (mark.Detail.Length > 0) parts.Add(mark.Detail);
        return parts.Count == 0 ? mark.Text : $"{mark.Text}: {string.Join(", ", parts)}";
    }

    private static int Likeliest(IReadOnlyList<double> p) => p.Index().MaxBy(each => each.Item).Index;
}
