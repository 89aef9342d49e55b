using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A square picture in two parts: the quadrants that are given, c, and those that are missing, x.</summary>
/// <remarks>
/// One is the lower left, two the left half, three all but the lower right. Sohn, Lee and Yan, "Learning structured output representation using
/// deep conditional generative models" (2015), for the task; the order is that of Pyro's example of it. Notebook 15.
/// </remarks>
public sealed class Quadrants : IDisposable
{
    private readonly Tensor given, missing, order;                                  // numbers of pixels

    /// <summary>A way to cut pictures.</summary>
    /// <param name="count">How many quadrants are given: 1, 2 or 3.</param>
    /// <param name="side">Rows, and columns, of a picture: an even number.</param>
    /// <param name="device">Where the pictures are; the CPU unless given.</param>
    /// <exception cref="ArgumentException">The count is none of these, or the side is odd or below 2.</exception>
    public Quadrants(int count, int side, Device? device = null)
    {
        if (count is < 1 or > 3) throw new ArgumentException($"{nameof(count)}: expected 1, 2 or 3 quadrants, got {count}.", nameof(count));
        if (side < 2 || side % 2 == 1) throw new ArgumentException($"{nameof(side)}: expected an even number from 2, got {side}.", nameof(side));
        using var scope = NewDisposeScope();
        var half = side / 2;
        var pixels = Enumerable.Range(0, side * side).ToLookup(pixel => Rank(pixel / side >= half, pixel % side >= half) < count, pixel => (long)pixel);
        given = tensor(pixels[true].ToArray(), device: device).DetachFromDisposeScope();
        missing = tensor(pixels[false].ToArray(), device: device).DetachFromDisposeScope();
        order = cat([given, missing]).argsort().DetachFromDisposeScope();
    }

    /// <summary>Pixels that are given.</summary>
    public int GivenSize => (int)given.shape[0];

    /// <summary>Pixels that are missing.</summary>
    public int MissingSize => (int)missing.shape[0];

    /// <summary>c: (B, side²) → (B, given).</summary>
    public Tensor Given(Tensor pictures) => Whole(pictures).index_select(1, given);

    /// <summary>x: (B, side²) → (B, missing).</summary>
    public Tensor Missing(Tensor pictures) => Whole(pictures).index_select(1, missing);

    /// <summary>The picture that both parts make: (B, given) and (B, missing) → (B, side²).</summary>
    public Tensor Joined(Tensor given, Tensor missing) =>
        cat([given.Require([-1, GivenSize]), missing.Require([given.shape[0], MissingSize])], 1).index_select(1, order);

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[given, missing, order]) tensor.Dispose();
    }

    private Tensor Whole(Tensor pictures) => pictures.Require([-1, GivenSize + MissingSize]);

    private static int Rank(bool lower, bool right) => (lower, right) switch { (true, false) => 0, (false, false) => 1, (false, true) => 2, _ => 3 };
}
