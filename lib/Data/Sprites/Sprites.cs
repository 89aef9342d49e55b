using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Pictures of one figure each, of which everything is known: shape, scale, rotation and place, each from a list of values, every combination once.</summary>
/// <remarks>
/// The idea of dSprites (Matthey, Higgins, Hassabis and Lerchner 2017), drawn anew: a square, an ellipse and a heart of equal area. As no two
/// factors have anything to do with each other, a code that holds them one by one can be told from one that holds them mixed. Notebook 16.
/// <code>var sprites = new Sprites { Rotations = 8 }; var some = sprites.Sample(1000, seed: 1); var hearts = sprites.Draw(some.Factors);</code>
/// </remarks>
public sealed record Sprites
{
    private const int Most = 2_000_000;

    /// <summary>What can be varied, in the order of every table of factors.</summary>
    public static IReadOnlyList<string> Names { get; } = ["shape", "scale", "rotation", "x", "y"];

    /// <summary>The three shapes, by their number.</summary>
    public static IReadOnlyList<string> Shapes { get; } = ["square", "ellipse", "heart"];

    /// <summary>Rows, and columns, of a picture in pixels. Default: 32.</summary>
    public int Side { get; init; } = 32;

    /// <summary>Sizes, from half to full. Default: 6.</summary>
    public int Scales { get; init; } = 6;

    /// <summary>Directions, in equal steps over <see cref="Turn"/>. Default: 20.</summary>
    public int Rotations { get; init; } = 20;

    /// <summary>Through how much the figure turns, in radians; the end is left out. Default: 2π, all the way round.</summary>
    public double Turn { get; init; } = 2 * Math.PI;

    /// <summary>Places from left to right, and as many from top to bottom. Default: 16.</summary>
    public int Places { get; init; } = 16;

    /// <summary>Whether a pixel is ink or paper, ink where the figure covers at least half of it; else it is as dark as it is covered. Default: yes.</summary>
    public bool Binary { get; init; } = true;

    /// <summary>How many values each factor has: (3, scales, rotations, places, places).</summary>
    public IReadOnlyList<int> Sizes => [3, Scales, Rotations, Places, Places];

    /// <summary>How many different pictures there are: the product of <see cref="Sizes"/>.</summary>
    public int Count => Sizes.Aggregate((product, size) => checked(product * size));

    /// <summary>Every combination once, the last factor running fastest, int64: (<see cref="Count"/>, 5).</summary>
    public Tensor All()
    {
        Require(Count);
        return Table(Enumerable.Range(0, Count));
    }

    /// <summary>Combinations drawn at random, each factor by itself, and their pictures.</summary>
    /// <param name="count">How many: N.</param>
    /// <param name="seed">Another seed, others.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentException">The count is not positive or above two million, or this record has a size below 1.</exception>
    public SpriteSample Sample(int count, long seed = 1, Device? device = null)
    {
        Require(count);
        var random = new SplitMix(seed, 0);
        var rows = new int[count];
        var all = Count;
        for (var i = 0; i < count; i++) rows[i] = random.Below(all);
        var factors = Table(rows);
        return new(Draw(factors, device), factors);
    }

    /// <summary>One factor through its values, evenly, while the others stay: (count, 5), int64.</summary>
    /// <param name="factor">Its place in <see cref="Names"/>.</param>
    /// <param name="count">How many values, from the first to the last.</param>
    /// <param name="others">The numbers that the other factors keep. Default: a heart of full size in the middle.</param>
    /// <exception cref="ArgumentException">There is no such factor, or the count is below 1.</exception>
    public Tensor Vary(int factor, int count, IReadOnlyList<long>? others = null)
    {
        var sizes = Sizes;
        if (factor < 0 || factor >= sizes.Count) throw new ArgumentException($"{nameof(factor)}: expected 0 to {sizes.Count - 1}, got {factor}.", nameof(factor));
        Require(count);
        var kept = others ?? [2, Scales - 1, 0, (Places - 1) / 2, (Places - 1) / 2];
        if (kept.Count != sizes.Count || Enumerable.Range(0, sizes.Count).Any(k => k != factor && (kept[k] < 0 || kept[k] >= sizes[k])))
            throw new ArgumentException($"{nameof(others)}: expected {sizes.Count} numbers, each below ({string.Join(", ", sizes)}), got ({string.Join(", ", kept)}).", nameof(others));
        var rows = Enumerable.Range(0, count).SelectMany(i => kept.Select((number, k) => k != factor ? number : count == 1 ? 0 : (long)i * (sizes[k] - 1) / (count - 1)));
        return tensor(rows.ToArray(), [count, sizes.Count]);
    }

    /// <summary>The values that numbers of factors stand for, float32: (N, 5) → (N, 5).</summary>
    /// <returns>The shape's number; the scale, ½ … 1; the rotation in radians; x and y, 0 … 1 from the leftmost and topmost place to the last.</returns>
    public Tensor Values(Tensor factors)
    {
        using var scope = NewDisposeScope();
        var each = Rows(factors).SelectMany(row => (float[])[row[0], (float)Scale(row[1]), (float)Angle(row[2]), (float)Share(row[3]), (float)Share(row[4])]);
        return tensor(each.ToArray(), [factors.shape[0], Names.Count]).MoveToOuterDisposeScope();
    }

    /// <summary>The pictures of these factors: (N, 5) → (N, side²), float32, 1 is ink.</summary>
    /// <param name="factors">The number of each factor's value, int64, as <see cref="All"/> and <see cref="Sample"/> give them.</param>
    /// <param name="device">Where the tensor lives; the CPU unless given.</param>
    /// <exception cref="ArgumentException">The table has no row or another shape, or a factor has no such value.</exception>
    public Tensor Draw(Tensor factors, Device? device = null)
    {
        var rows = Rows(factors);
        var pixels = new byte[checked(rows.Length * Side * Side)];
        Parallel.For(0, rows.Length, i => Canvas(rows[i]).Draw(pixels.AsSpan(i * Side * Side, Side * Side)));
        using var labelled = IdxImages.Labelled(pixels, new byte[rows.Length], Side * Side, device);
        return labelled.Images.alias();
    }

    /// <summary>All pictures as a data set whose classes are the shapes, some of them held out.</summary>
    /// <param name="heldOut">How many, drawn without replacement.</param>
    /// <param name="seed">Another seed, others are held out.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentException">None would be held out, or none would be left.</exception>
    public ImageSet Load(int heldOut, long seed = 1, Device? device = null)
    {
        Require(1);
        if (heldOut < 1 || heldOut >= Count) throw new ArgumentException($"{nameof(heldOut)}: expected 1 to {Count - 1} of {Count} images, got {heldOut}.", nameof(heldOut));
        var order = new long[Count];
        new SplitMix(seed, 1).Permute(order);
        return new("Sprites", Side, Side, Part(order[heldOut..]), Part(order[..heldOut]), [.. Shapes]);

        LabelledImages Part(long[] rows)
        {
            using var factors = Table(rows.Select(row => (int)row));
            using var shape = factors.select(1, 0);
            return new(Draw(factors, device), shape.to(device ?? CPU, copy: true));
        }
    }

    private SpriteCanvas Canvas(long[] row) => new(Side, (int)row[0], Scale(row[1]), Angle(row[2]), Share(row[3]), Share(row[4]), Binary);

    private double Scale(long number) => Scales == 1 ? 1 : 0.5 + 0.5 * number / (Scales - 1);

    private double Angle(long number) => Turn * number / Rotations;

    private double Share(long number) => Places == 1 ? 0.5 : number / (Places - 1.0);

    private Tensor Table(IEnumerable<int> rows)
    {
        var sizes = Sizes;
        var numbers = rows.SelectMany(Numbers).ToArray();
        return tensor(numbers, [numbers.Length / sizes.Count, sizes.Count]);

        long[] Numbers(int row)
        {
            var each = new long[sizes.Count];
            for (var k = sizes.Count - 1; k >= 0; row /= sizes[k--]) each[k] = row % sizes[k];
            return each;
        }
    }

    private long[][] Rows(Tensor factors)
    {
        if (factors.dim() != 2 || factors.shape[1] != Names.Count || factors.dtype != ScalarType.Int64)
            throw new ArgumentException($"{nameof(factors)}: expected (N, {Names.Count}) numbers of type Int64, got ({string.Join(", ", factors.shape)}) of type {factors.dtype}.", nameof(factors));
        var count = (int)factors.shape[0];
        Require(count);
        using var plain = factors.cpu().contiguous();
        var rows = plain.data<long>().ToArray().Chunk(Names.Count).ToArray();
        var sizes = Sizes;
        foreach (var row in rows)
            for (var k = 0; k < row.Length; k++)
                if (row[k] < 0 || row[k] >= sizes[k])
                    throw new ArgumentException($"{nameof(factors)}: expected a {Names[k]} from 0 to {sizes[k] - 1}, got {row[k]}.", nameof(factors));
        return rows;
    }

    private void Require(int count)
    {
        foreach (var (name, size) in ((string, int)[])[(nameof(Side), Side), (nameof(Scales), Scales), (nameof(Rotations), Rotations), (nameof(Places), Places)])
            if (size is < 1 or > Most) throw new ArgumentException($"{name}: expected 1 to {Most}, got {size}.", name);
        if (!double.IsFinite(Turn)) throw new ArgumentException($"{nameof(Turn)}: expected a finite angle, got {Turn}.", nameof(Turn));
        if (count is < 1 or > Most) throw new ArgumentException($"{nameof(count)}: expected 1 to {Most} images, got {count}.", nameof(count));
    }
}

/// <summary>Drawn figures and the truth about each.</summary>
/// <param name="Images">One picture a row, float32: (N, side²).</param>
/// <param name="Factors">The number of each factor's value, in the order of <see cref="Sprites.Names"/>, int64: (N, 5).</param>
public sealed record SpriteSample(Tensor Images, Tensor Factors) : IDisposable
{
    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Factors.Dispose();
    }
}
