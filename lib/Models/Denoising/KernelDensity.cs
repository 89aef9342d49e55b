using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A density made of one Gaussian about each example: p_σ(x) = ⟨N(x; xₙ, σ²I)⟩ₙ, exactly what a sample becomes when noise of deviation σ is added.</summary>
/// <remarks>
/// Its score is ∇ log p_σ(x) = (Σₙ wₙ(x) xₙ − x)/σ² with wₙ(x) ∝ exp(−‖x − xₙ‖²/2σ²), so the best denoiser of the sample goes to the weighted
/// mean Σₙ wₙ(x) xₙ. Parzen, "On estimation of a probability density function and mode" (1962); Vincent, "A connection between score matching
/// and denoising autoencoders" (2011). Notebook 05.
/// </remarks>
/// <param name="examples">xₙ, which stay the caller's: (N, D).</param>
/// <param name="deviation">σ, positive, in units of the data.</param>
/// <exception cref="ArgumentException">The examples are no matrix, or the deviation is not positive.</exception>
public sealed class KernelDensity(Tensor examples, double deviation)
{
    private readonly Tensor examples = examples.Require([-1, -1]);
    private readonly double variance = Math.Pow(deviation.RequirePositive(), 2);

    /// <summary>log p_σ(x) of each point, in nats: (B, D) → (B).</summary>
    public Tensor LogDensity(Tensor x)
    {
        using var scope = NewDisposeScope();
        var (count, size) = (examples.shape[0], examples.shape[1]);
        var constant = Math.Log(count) + 0.5 * size * Math.Log(2 * Math.PI * variance);
        return (Exponents(x).logsumexp(1) - constant).MoveToOuterDisposeScope();
    }

    /// <summary>E[x | x̃] = Σₙ wₙ(x̃) xₙ, the best answer if nothing but these examples can occur: (B, D) → (B, D).</summary>
    public Tensor Denoise(Tensor corrupted)
    {
        using var scope = NewDisposeScope();
        return Exponents(corrupted).softmax(1).matmul(examples).MoveToOuterDisposeScope();
    }

    /// <summary>∇ log p_σ(x): (B, D) → (B, D).</summary>
    public Tensor Score(Tensor x)
    {
        using var scope = NewDisposeScope();
        return ((Denoise(x) - x) / variance).MoveToOuterDisposeScope();
    }

    private Tensor Exponents(Tensor x) => (x.Require([-1, examples.shape[1]]).unsqueeze(1) - examples).square().sum(dim: 2) / (-2 * variance);  // (B, N)
}
