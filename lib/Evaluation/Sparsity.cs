using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How unevenly activity is spread: 0 where all is equally on, 1 where one alone is on.</summary>
/// <remarks>
/// S = (1 − a)/(1 − 1/n) with a = ⟨|u|⟩² / ⟨u²⟩ over n numbers. a: Treves and Rolls, "What determines the capacity of autoassociative memories
/// in the brain?" (1991); its rescaling to [0, 1]: Vinje and Gallant, "Sparse coding and decorrelation in primary visual cortex during natural
/// vision" (2000). That the two directions are different questions: Willmore and Tolhurst, "Characterizing the sparseness of neural codes"
/// (2001). S does not change when u is scaled. Where all numbers are 0, S is taken as 1: ask <see cref="Dead"/>.
/// </remarks>
public static class Sparsity
{
    /// <summary>S of each example over the units: how few units an example needs. (N, K) → (N).</summary>
    /// <exception cref="ArgumentException">The codes are not (N, K) with K ≥ 2.</exception>
    public static Tensor Population(Tensor codes) => Along(codes, 1);

    /// <summary>S of each unit over the examples: how choosy a unit is. (N, K) → (K).</summary>
    /// <exception cref="ArgumentException">The codes are not (N, K) with N ≥ 2.</exception>
    public static Tensor Lifetime(Tensor codes) => Along(codes, 0);

    /// <summary>How many units never leave [−threshold, threshold], whatever they are shown.</summary>
    /// <param name="codes">(N, K), N ≥ 1.</param>
    /// <param name="threshold">What counts as off; 0 for ReLU units, something like 0.01 for sigmoids, which never reach 0.</param>
    /// <exception cref="ArgumentException">The codes are not (N, K) with N ≥ 1, or the threshold is negative.</exception>
    public static int Dead(Tensor codes, double threshold = 0)
    {
        codes.RequireMatrix(1).RequireFinite();
        threshold.RequireNonNegative();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return (int)codes.abs().amax([0]).le(threshold).sum().ToInt64();
    }

    private static Tensor Along(Tensor codes, int dim)
    {
        codes.RequireMatrix(rows: dim == 0 ? 2 : 1, columns: dim == 0 ? 1 : 2).RequireFinite();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var size = codes.to(float64).abs();
        var square = size.square().mean([dim]);
        var a = size.mean([dim]).square() / square;                                 // from 1/n to 1
        var sparsity = (1 - a) / (1 - 1.0 / codes.shape[dim]);
        return where(square.gt(0), sparsity, ones_like(square)).MoveToOuterDisposeScope();
    }
}
