using System.Diagnostics;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What an importance weighted autoencoder minimises: −⟨log 1/k Σᵢ p(x, zᵢ)/q(zᵢ | x)⟩ with zᵢ ~ q(z | x).</summary>
/// <remarks>
/// k = 1 is the ELBO by draws; with k it rises towards log p(x), never falling. The weights are log p(x, z) − log q(z | x): differences of log
/// densities, of which a reconstruction error is the negative. Burda, Grosse and Salakhutdinov, "Importance weighted autoencoders" (2016),
/// arXiv:1509.00519, eq. 8. Notebook 14.
/// </remarks>
public sealed class ImportanceWeightedObjective
{
    private readonly Generator random;

    /// <summary>An objective.</summary>
    /// <param name="samples">k, 1 or more.</param>
    /// <param name="random">Where the draws come from; on the device of the examples.</param>
    /// <param name="estimator">How the encoder's gradient is estimated; as the bound is written, unless said.</param>
    /// <exception cref="ArgumentException">k is below 1.</exception>
    public ImportanceWeightedObjective(int samples, Generator random, GradientEstimator estimator = GradientEstimator.Total) =>
        (Samples, this.random, Estimator) = (samples.RequireSize(), random, estimator);

    /// <summary>k, draws for each example.</summary>
    public int Samples { get; }

    /// <summary>How the encoder's gradient is estimated; the value of the bound is the same with each.</summary>
    public GradientEstimator Estimator { get; }

    /// <summary>The bound with its sign turned, in nats per example: (B, D) → one term, "bound".</summary>
    public LossTerms Loss(ILatentVariableModel model, Tensor x) => new(("bound", Estimator switch
    {
        GradientEstimator.Total => -Bound(model, x).mean(),
        GradientEstimator.StickingTheLanding => -Mean(LogWeights(model, x, throughTheDrawAlone: true)).mean(),
        GradientEstimator.DoublyReparameterised => Doubly(model, x),
        _ => throw new UnreachableException(),
    }));

    /// <summary>log 1/k Σᵢ wᵢ of each example, in nats: (B, D) → (B).</summary>
    public Tensor Bound(ILatentVariableModel model, Tensor x) => Mean(LogWeights(model, x));

    /// <summary>log wᵢ = log p(x, zᵢ) − log q(zᵢ | x), in nats: (B, D) → (k, B).</summary>
    public Tensor LogWeights(ILatentVariableModel model, Tensor x) => LogWeights(model, x, throughTheDrawAlone: false);

    private Tensor LogWeights(ILatentVariableModel model, Tensor x, bool throughTheDrawAlone)
    {
        var posterior = model.Posterior(x);
        var z = posterior.Sample(Samples, random);                                  // (k, B, L)
        return model.LogJoint(x, z) - (throughTheDrawAlone ? posterior.Detached() : posterior).LogDensity(z);
    }

    // The decoder's gradient has w̃ and the encoder's w̃², so the graph is cut at z: what arrives there is weighed once more and sent on.
    private Tensor Doubly(ILatentVariableModel model, Tensor x)
    {
        var posterior = model.Posterior(x);
        var z = posterior.Sample(Samples, random);
        var cut = z.detach().requires_grad_();
        var logWeights = model.LogJoint(x, cut) - posterior.Detached().LogDensity(cut);     // (k, B)
        var shares = logWeights.detach().softmax(0);                                // w̃: sums to 1 over k
        var weighed = -(shares * logWeights).sum(dim: 0).mean();
        var arrived = autograd.grad([weighed], [cut], retain_graph: true)[0];       // −w̃ ∂log w/∂z / B: (k, B, L)
        var surrogate = weighed + (shares.unsqueeze(-1) * arrived * z).sum();
        return surrogate - surrogate.detach() - Mean(logWeights.detach()).mean();   // the surrogate's gradient, the bound's value
    }

    private Tensor Mean(Tensor logWeights) => logWeights.logsumexp(0) - Math.Log(Samples);
}
