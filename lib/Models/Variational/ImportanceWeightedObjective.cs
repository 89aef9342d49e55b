using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What an importance weighted autoencoder minimises: −⟨log 1/k Σᵢ p(x, zᵢ)/q(zᵢ | x)⟩ with zᵢ ~ q(z | x).</summary>
/// <remarks>
/// k = 1 is the ELBO by draws; with k it rises towards log p(x), never falling. The weights are log p(x, z) − log q(z | x): differences of log
/// densities, of which a reconstruction error is the negative. Burda, Grosse and Salakhutdinov, "Importance weighted autoencoders" (2016),
/// arXiv:1509.00519, eq. 8.
/// </remarks>
public sealed class ImportanceWeightedObjective
{
    private readonly Generator random;

    /// <summary>An objective.</summary>
    /// <param name="samples">k, 1 or more.</param>
    /// <param name="random">Where the draws come from; on the device of the examples.</param>
    /// <exception cref="ArgumentException">k is below 1.</exception>
    public ImportanceWeightedObjective(int samples, Generator random) => (Samples, this.random) = (samples.RequireSize(), random);

    /// <summary>k, draws for each example.</summary>
    public int Samples { get; }

    /// <summary>The bound with its sign turned, in nats per example: (B, D) → one term, "bound".</summary>
    public LossTerms Loss(ILatentVariableModel model, Tensor x) => new(("bound", -Bound(model, x).mean()));

    /// <summary>log 1/k Σᵢ wᵢ of each example, in nats: (B, D) → (B).</summary>
    public Tensor Bound(ILatentVariableModel model, Tensor x) => LogWeights(model, x).logsumexp(0) - Math.Log(Samples);

    /// <summary>log wᵢ = log p(x, zᵢ) − log q(zᵢ | x), in nats: (B, D) → (k, B).</summary>
    public Tensor LogWeights(ILatentVariableModel model, Tensor x)
    {
        var posterior = model.Posterior(x);
        var z = posterior.Sample(Samples, random);                                  // (k, B, L)
        return model.LogJoint(x, z) - posterior.LogDensity(z);
    }
}
