using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>An autoencoder that is shown x̃ ~ q(x̃ | x) and asked for x: it minimises ⟨−log p(x | g(f(x̃)))⟩.</summary>
/// <remarks>
/// Copying no longer helps, as what comes in is not what is wanted. Vincent, Larochelle, Bengio and Manzagol, "Extracting and composing robust
/// features with denoising autoencoders" (2008), §2.3; Vincent et al., "Stacked denoising autoencoders" (2010), §3. With a Gaussian likelihood
/// and Gaussian noise of deviation σ, the best r = g ∘ f has r(x) − x = σ² ∇ log p_σ(x), p_σ being the density of the noisy data: Alain and
/// Bengio, "What regularized auto-encoders learn from the data-generating distribution" (2014), for small σ. Notebook 05.
/// </remarks>
public sealed class DenoisingAutoencoder : Module<Tensor, Tensor>, IAutoencoder
{
    private readonly Autoencoder autoencoder;

    /// <summary>Teaches an autoencoder to denoise.</summary>
    /// <param name="autoencoder">f and g; it becomes part of this, and is what is trained.</param>
    /// <param name="corruption">q(x̃ | x).</param>
    public DenoisingAutoencoder(Autoencoder autoencoder, Corruption corruption) : base($"Denoising{autoencoder.GetName()}")
    {
        (this.autoencoder, Corruption) = (autoencoder, corruption);
        RegisterComponents();
    }

    /// <summary>q(x̃ | x), what is done to an example before it is shown.</summary>
    public Corruption Corruption { get; }

    /// <summary>p(x | u), which the decoder parameterises.</summary>
    public Likelihood Likelihood => autoencoder.Likelihood;

    /// <summary>W₁: each row is what one unit of the first layer looks for: (H, D).</summary>
    public Tensor Filters => autoencoder.parameters().First();

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => autoencoder.Encode(x);                        // (B, D) → (B, K)

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => autoencoder.Decode(code);                  // (B, K) → (B, D)

    /// <summary>The parameters of p(x | f(x)), of x as it comes, nothing being corrupted here: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => autoencoder.call(x);

    /// <summary>⟨−log p(x | g(f(x̃)))⟩ in nats per example, with one draw of x̃ for each: (B, D) → one term.</summary>
    /// <param name="x">Clean examples.</param>
    /// <param name="random">Where the noise comes from.</param>
    public LossTerms Loss(Tensor x, Generator random)
    {
        using var corrupted = Corruption.Apply(x, random);
        return new(("reconstruction", Likelihood.Loss(call(corrupted), x)));
    }

    /// <summary>r(r(… r(x))): the reconstruction of the reconstruction, so many times, without a graph. (B, D) → (B, D).</summary>
    /// <param name="x">Where the walk begins.</param>
    /// <param name="steps">How often, 0 or more; 0 gives a copy of x.</param>
    /// <exception cref="ArgumentOutOfRangeException">The steps are negative.</exception>
    public Tensor Walk(Tensor x, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        using var _ = no_grad();
        var at = x.clone();
        for (var step = 0; step < steps; step++)
            using (var before = at) at = this.Reconstruct(before);
        return at;
    }
}
