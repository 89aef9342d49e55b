using System.Collections.Immutable;
using Workbook.Display;

namespace Workbook.Figures;

/// <summary>A network as a value: its layers with letter and size, the arrows between them, and what is compared with what, drawn from left to right.</summary>
/// <remarks>
/// <code>NetworkDrawing.From("x", 784, "image").To("u", 20, "code", by: "f").To("x̂", 784, "reconstruction", by: "g").Compared("x̂", "x", "−log p(x | u)")</code>
/// Letters are those of notebooks/notation.md. It is SVG in the colour of the page's text, so that it reads in light and in dark, and a sentence
/// for those who cannot see it.
/// </remarks>
[TypeFormatterSource("image/svg+xml", "text/html", "text/plain")]
public sealed partial record NetworkDrawing : IShowable
{
    private NetworkDrawing() { }

    private string? Title { get; init; }
    private ImmutableArray<NetworkLayer> Layers { get; init; } = [];
    private ImmutableArray<NetworkArrow> Arrows { get; init; } = [];
    private ImmutableArray<NetworkLink> Links { get; init; } = [];
    private ImmutableArray<NetworkLink> Ties { get; init; } = [];

    /// <summary>A network that so far has only what goes in.</summary>
    /// <param name="letter">Its letter, by which arrows find it: x.</param>
    /// <param name="size">How many numbers it has.</param>
    /// <param name="name">What it is, in a word or two.</param>
    /// <exception cref="ArgumentException">There is no letter, or no number.</exception>
    public static NetworkDrawing From(string letter, int size, string name = "") => new NetworkDrawing().Also(letter, size, name);

    /// <summary>With a layer more, reached by an arrow.</summary>
    /// <param name="letter">Its letter: u.</param>
    /// <param name="size">How many numbers it has.</param>
    /// <param name="name">What it is, in a word or two.</param>
    /// <param name="by">What the arrow does: f.</param>
    /// <param name="from">The layer that the arrow comes from; the last one unless given.</param>
    /// <param name="atRandom">Whether chance has a part in it, as in corruption and sampling: the arrow is dashed.</param>
    /// <exception cref="ArgumentException">The letter is taken, there is no number, or no such layer to come from.</exception>
    public NetworkDrawing To(string letter, int size, string name = "", string by = "", string? from = null, bool atRandom = false)
    {
        var source = Layers[from is null ? ^1 : Found(from, nameof(from))].Letter;
        return Also(letter, size, name).Arrow(source, letter, by, atRandom);
    }

    /// <summary>With a layer more that no arrow reaches yet: noise, a label, a second input.</summary>
    /// <param name="letter">Its letter: ε.</param>
    /// <param name="size">How many numbers it has.</param>
    /// <param name="name">What it is, in a word or two.</param>
    /// <exception cref="ArgumentException">The letter is taken, or there is no number.</exception>
    public NetworkDrawing Also(string letter, int size, string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(letter);
        if (size < 1) throw new ArgumentOutOfRangeException(nameof(size), size, $"{letter}: expected at least one number.");
        if (Layers.Any(layer => layer.Letter == letter)) throw new ArgumentException($"letter: {letter} is drawn already; another layer needs another letter.", nameof(letter));
        return this with { Layers = Layers.Add(new(letter, size, name)) };
    }

    /// <summary>With an arrow more, from one layer to a later one.</summary>
    /// <param name="from">Letter of the layer it comes from.</param>
    /// <param name="to">Letter of the layer it goes to.</param>
    /// <param name="label">What it does.</param>
    /// <param name="atRandom">Whether chance has a part in it.</param>
    /// <exception cref="ArgumentException">There is no such layer, or the arrow would lead back.</exception>
    public NetworkDrawing Arrow(string from, string to, string label = "", bool atRandom = false)
    {
        var (source, target) = (Found(from, nameof(from)), Found(to, nameof(to)));
        if (source == target || Reaches(target, source)) throw new ArgumentException($"to: an arrow from {from} to {to} would lead back; the network is drawn from left to right.", nameof(to));
        return this with { Arrows = Arrows.Add(new(source, target, label, atRandom)) };
    }

    /// <summary>With a line below the network: what is compared with what, and by which loss.</summary>
    /// <param name="what">Letter of the layer that is judged: x̂.</param>
    /// <param name="with">Letter of the layer it ought to be like: x.</param>
    /// <param name="loss">The loss.</param>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    public NetworkDrawing Compared(string what, string with, string loss) => this with { Links = Links.Add(new(Found(what, nameof(what)), Found(with, nameof(with)), loss)) };

    /// <summary>With a line above the network that ties the weights of two arrows.</summary>
    /// <param name="first">Label of an arrow: f.</param>
    /// <param name="second">Label of another: g.</param>
    /// <param name="how">How they are tied: W₂ = W₁ᵀ.</param>
    /// <exception cref="ArgumentException">There is no such arrow.</exception>
    public NetworkDrawing Tied(string first, string second, string how) => this with { Ties = Ties.Add(new(Labelled(first, nameof(first)), Labelled(second, nameof(second)), how)) };

    /// <summary>With this title.</summary>
    public NetworkDrawing Titled(string title) => this with { Title = title };

    /// <summary>The drawing in words: every layer with its size, every arrow, every comparison.</summary>
    public override string ToString()
    {
        var sources = Layers.Where((_, i) => Arrows.All(arrow => arrow.To != i)).Select(Said);
        var steps = Arrows.Select(arrow => $"from {Layers[arrow.From].Letter}{(arrow.Label.Length > 0 ? $" by {arrow.Label}" : "")}{(arrow.AtRandom ? ", at random," : "")} to {Said(Layers[arrow.To])}");
        var losses = Links.Select(link => $"{link.Label} compares {Layers[link.First].Letter} with {Layers[link.Second].Letter}");
        var ties = Ties.Select(tie => $"{Arrows[tie.First].Label} and {Arrows[tie.Second].Label} are tied: {tie.Label}");
        var sentences = new[] { $"{Title ?? "A network"}: {string.Join(" and ", sources)} {(sources.Count() == 1 ? "goes" : "go")} in", string.Join("; ", steps) }.Concat(losses).Concat(ties);
        return string.Concat(sentences.Where(sentence => sentence.Length > 0).Select(sentence => $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}. ")).TrimEnd();

        static string Said(NetworkLayer layer) => $"{layer.Letter} ({(layer.Name.Length > 0 ? $"{layer.Name}, " : "")}{FormattableString.Invariant($"{layer.Size:N0}")} {(layer.Size == 1 ? "number" : "numbers")})";
    }

    /// <summary>SVG by itself, SVG within a page, and words.</summary>
    public MimeBundle ToMime() => MimeBundle.Plain(ToString()).With("image/svg+xml", ToSvg()).With("text/html", $"<div>{Svg(inPage: true)}</div>");

    private int Found(string letter, string name) => Layers.Select(layer => layer.Letter).ToList().IndexOf(letter) is >= 0 and var index ? index
        : throw new ArgumentException($"{name}: there is no layer {letter}; there are {string.Join(", ", Layers.Select(layer => layer.Letter))}.", name);

    private int Labelled(string label, string name) => Arrows.Select(arrow => arrow.Label).ToList().IndexOf(label) is >= 0 and var index ? index
        : throw new ArgumentException($"{name}: there is no arrow labelled {label}; there are {string.Join(", ", Arrows.Select(arrow => arrow.Label))}.", name);

    private bool Reaches(int from, int to) => Arrows.Any(arrow => arrow.From == from && (arrow.To == to || Reaches(arrow.To, to)));
}

internal sealed record NetworkLayer(string Letter, int Size, string Name);

internal sealed record NetworkArrow(int From, int To, string Label, bool AtRandom);

/// <summary>Two layers that are compared, or two arrows that are tied.</summary>
internal sealed record NetworkLink(int First, int Second, string Label);
