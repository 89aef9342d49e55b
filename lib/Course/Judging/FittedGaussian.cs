using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A Gaussian with independent coordinates, fitted to the codes of a training set.</summary>
/// <remarks>A plain autoencoder has no prior, so a random code has to be drawn from something: here each number from a normal of its own.</remarks>
public sealed class FittedGaussian : IDisposable
{
    /// <summary>Takes the mean and the deviation of each number.</summary>
    /// <param name="codes">u of the training pictures, floating-point: (N, K) with N ≥ 2.</param>
    /// <exception cref="ArgumentException">There are fewer than two codes, or they are not floating-point.</exception>
    public FittedGaussian(Tensor codes)
    {
        if (codes.dim() != 2 || codes.shape[0] < 2 || !codes.is_floating_point())
            throw new ArgumentException($"{nameof(codes)}: expected (N, K) floating-point numbers of two codes or more, got ({string.Join(", ", codes.shape)}) of type {codes.dtype}.", nameof(codes));
        Mean = codes.mean([0]).DetachFromDisposeScope();
        Deviation = codes.std([0], unbiased: true).DetachFromDisposeScope();
    }

    /// <summary>m: (K).</summary>
    public Tensor Mean { get; }

    /// <summary>s, unbiased: (K).</summary>
    public Tensor Deviation { get; }

    /// <summary>Random codes z = m + s ⊙ ε with ε ~ N(0, I): (count, K).</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Where ε comes from, on the device of the codes.</param>
    public Tensor Draw(int count, Generator random)
    {
        using var scope = NewDisposeScope();
        var noise = Draws.Normal([count, Mean.shape[0]], random, Mean.dtype, Mean.device);
        return (Mean + noise * Deviation).MoveToOuterDisposeScope();
    }

    /// <summary>(u − m) / s, with what never changes left at 0: (B, K) → (B, K), float64.</summary>
    public Tensor Standardise(Tensor codes)
    {
        using var scope = NewDisposeScope();
        var s = Deviation.to(float64);
        return ((codes.to(float64) - Mean) / where(s.gt(0), s, ones_like(s))).MoveToOuterDisposeScope();
    }

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Deviation.Dispose();
    }
}
