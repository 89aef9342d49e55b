using System.Collections.Immutable;
using System.Numerics;
using Workbook.Display;

namespace Workbook.Figures;

/// <summary>Small images in rows and columns, as a value: data, reconstructions, samples, filters.</summary>
/// <remarks><code>ImageGrid.Grey(x.data&lt;float&gt;(), 28, 28, columns: 8).Above(ImageGrid.Grey(xHat.data&lt;float&gt;(), 28, 28, columns: 8)).RowCaptions("x", "x̂")</code></remarks>
[TypeFormatterSource("image/png", "text/html", "text/plain")]
public sealed partial record ImageGrid : IShowable
{
    private const int Gap = 2, PageWidth = 640, LargestScale = 4;

    private ImageGrid(ImmutableArray<float[]?> images, int height, int width, int columns) => (Images, ImageHeight, ImageWidth, Columns) = (images, height, width, columns);

    /// <summary>Number of images, empty places left out.</summary>
    public int Count => Images.Count(image => image is not null);

    /// <summary>Images side by side.</summary>
    public int Columns { get; private init; }

    /// <summary>Rows of images.</summary>
    public int Rows => (Images.Length + Columns - 1) / Columns;

    private ImmutableArray<float[]?> Images { get; init; }      // null: an empty place
    private int ImageHeight { get; init; }
    private int ImageWidth { get; init; }
    private Tone Tone { get; init; }
    private bool Each { get; init; }
    private int? Scale { get; init; }
    private string? Title { get; init; }
    private ImmutableArray<string> RowWords { get; init; } = [];
    private ImmutableArray<string> ColumnWords { get; init; } = [];

    /// <summary>Grey images, one after the other as a tensor (N, H, W) or (N, H·W) lies in memory; 0 is black, 1 white, and what lies outside is clipped and counted.</summary>
    /// <exception cref="ArgumentException">The numbers do not make whole images, or one of them is not finite.</exception>
    public static ImageGrid Grey<T>(IEnumerable<T> pixels, int height, int width, int columns = 10) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var size = height * width;
        var images = pixels.Select(float.CreateSaturating).Chunk(size).ToArray();
        if (images.Length == 0 || images[^1].Length != size)
            throw new ArgumentException($"pixels: expected N × {size} numbers ({height} × {width} an image), got {images.Sum(image => image.Length)}.", nameof(pixels));
        var bad = Array.FindIndex(images, image => image.Any(value => !float.IsFinite(value)));
        if (bad >= 0)
            throw new ArgumentException($"pixels: image {bad} has a value that is not a finite number, at its position {Array.FindIndex(images[bad], value => !float.IsFinite(value))}.", nameof(pixels));
        return new([.. images], height, width, Math.Min(columns, images.Length));
    }

    /// <summary>This grid on top of another: the data above its reconstruction.</summary>
    /// <exception cref="ArgumentException">The two differ in columns or in the size of their images.</exception>
    public ImageGrid Above(ImageGrid other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if ((Columns, ImageHeight, ImageWidth) != (other.Columns, other.ImageHeight, other.ImageWidth))
            throw new ArgumentException($"Grids stand on each other only if alike: this one has {Shape}, the other {other.Shape}.", nameof(other));
        var empty = Enumerable.Repeat<float[]?>(null, Rows * Columns - Images.Length);
        return this with { Images = [.. Images, .. empty, .. other.Images], RowWords = [.. RowWords, .. other.RowWords] };
    }

    /// <summary>With this title.</summary>
    public ImageGrid Titled(string title) => this with { Title = title };

    /// <summary>With a few words before every row.</summary>
    /// <exception cref="ArgumentException">Not one caption per row.</exception>
    public ImageGrid RowCaptions(params IEnumerable<string> captions) => this with { RowWords = Words(captions, Rows, "rows") };

    /// <summary>With a few words above every column.</summary>
    /// <exception cref="ArgumentException">Not one caption per column.</exception>
    public ImageGrid ColumnCaptions(params IEnumerable<string> captions) => this with { ColumnWords = Words(captions, Columns, "columns") };

    /// <summary>Every pixel a square of so many screen pixels; without it as large as fits a page.</summary>
    public ImageGrid Scaled(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        return this with { Scale = scale };
    }

    /// <summary>From the smallest value, black, to the largest, white: of each image, or of all.</summary>
    public ImageGrid Stretched(bool each = true) => this with { Tone = Tone.Stretched, Each = each };

    /// <summary>Signed numbers such as weights: zero white, negative blue, positive vermilion, up to the largest magnitude of all images, or of each.</summary>
    public ImageGrid Signed(bool each = false) => this with { Tone = Tone.Signed, Each = each };

    /// <summary>The grid as a PNG file.</summary>
    public byte[] ToPng() => Draw(ScaleUsed, Gap).ToPng();

    /// <summary>A page fragment with captions, the picture alone, and a summary in words.</summary>
    public MimeBundle ToMime()
    {
        var png = ToPng();
        return MimeBundle.Plain(ToString()).With("image/png", png).With("text/html", Html(png));
    }

    /// <summary>What is shown, in words; says how many pixels were clipped to [0, 1], if any.</summary>
    public override string ToString()
    {
        var words = $"{Count} grey images of {ImageHeight} × {ImageWidth} in {Rows} × {Columns}" + (Title is null ? "" : ": " + Title);
        if (!RowWords.IsEmpty) words += "\n  rows: " + string.Join(", ", RowWords);
        if (!ColumnWords.IsEmpty) words += "\n  columns: " + string.Join(", ", ColumnWords);
        return Clipped is 0 ? words : words + $"\n  {Clipped} of {Count * ImageHeight * ImageWidth} pixels lie outside [0, 1] and are clipped";
    }

    private string Shape => $"{Columns} columns of {ImageHeight} × {ImageWidth}";

    private int ScaleUsed => Scale ?? Math.Clamp((PageWidth - (Columns - 1) * Gap) / (Columns * ImageWidth), 1, LargestScale);

    private int Clipped => Tone == Tone.Unit ? Images.Sum(image => image?.Count(value => value is < -1e-6f or > 1 + 1e-6f) ?? 0) : 0;

    private static ImmutableArray<string> Words(IEnumerable<string> captions, int count, string of)
    {
        ImmutableArray<string> words = [.. captions];
        return words.Length == count ? words : throw new ArgumentException($"captions: the grid has {count} {of}, {words.Length} captions were given.", nameof(captions));
    }
}
