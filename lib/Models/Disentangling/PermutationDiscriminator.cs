using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>FactorVAE's critic: it tells codes from codes whose numbers were dealt out anew, and so estimates TC(z) ≈ E_q(z)[log D(z) − log(1 − D(z))].</summary>
/// <remarks>
/// Dealing each number out among the examples of a batch makes draws from Πⱼ q(zⱼ). The best D(z) is q(z) / (q(z) + Πⱼ q(zⱼ)), so its logit is the
/// logarithm of the ratio that a total correlation is the mean of. Kim and Mnih, "Disentangling by factorising" (2018), arXiv:1802.05983,
/// algorithm 2. Theirs permutes a second batch; here it is the same one. Notebook 16.
/// </remarks>
public sealed class PermutationDiscriminator : Module<Tensor, Tensor>
{
    private readonly Perceptron network;
    private readonly int latentSize;

    /// <summary>A critic with its first weights.</summary>
    /// <param name="latentSize">L.</param>
    /// <param name="hiddenSizes">Units of its hidden layers, 1,000 in each of six in the paper.</param>
    /// <param name="random">Where the first weights come from.</param>
    public PermutationDiscriminator(int latentSize, IReadOnlyList<int> hiddenSizes, Generator random) : base(nameof(PermutationDiscriminator))
    {
        this.latentSize = latentSize.RequireSize();
        network = new Perceptron([latentSize, .. hiddenSizes, 1], Activation.Relu, Activation.Identity, random);
        RegisterComponents();
    }

    /// <summary>log D(z) − log(1 − D(z)), the logit that z is a code as it came: (B, L) → (B).</summary>
    public override Tensor forward(Tensor z) => network.call(z.Require([-1, latentSize])).squeeze(-1);

    /// <summary>Each number dealt out among the examples by itself: (B, L) → (B, L), without a graph.</summary>
    public static Tensor Permuted(Tensor z, Generator random)
    {
        using var _ = no_grad();
        using var keys = Draws.UniformLike(z, random);
        using var order = keys.argsort(0);
        return z.detach().gather(0, order);
    }

    /// <summary>½ (E[−log D(z)] + E[−log(1 − D(permuted z))]), which the critic minimises, in nats; the encoder learns nothing of it: (B, L) → a scalar.</summary>
    public Tensor Loss(Tensor z, Generator random)
    {
        using var joint = z.detach();
        using var product = Permuted(z, random);
        return 0.5 * (functional.softplus(-call(joint)).mean() + functional.softplus(call(product)).mean());
    }

    /// <summary>−ELBO + γ E[log D(z) − log(1 − D(z))], which the VAE minimises, and the codes it saw, from which the critic learns next.</summary>
    /// <param name="model">The VAE.</param>
    /// <param name="x">A batch: (B, D).</param>
    /// <param name="gamma">γ, 0 or more.</param>
    /// <param name="random">Where ε comes from.</param>
    /// <exception cref="ArgumentException">x is not (B, D), or γ is negative.</exception>
    public (LossTerms Terms, Tensor Codes) Loss(GaussianVae model, Tensor x, double gamma, Generator random)
    {
        gamma.RequireNonNegative();
        var output = model.call(x, Draws.Normal([x.shape[0], model.LatentSize], random, x.dtype, x.device));
        return (new(
            ("reconstruction", model.Likelihood.Loss(output.Parameters, x)),
            ("divergence", output.Posterior.DivergenceFromStandard().sum(dim: -1).mean()),
            ("total correlation", gamma * call(output.Z).mean())), output.Z);
    }
}
