using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Each feature is on with probability σ(l): −log p(x | l) = Σᵢ softplus(lᵢ) − xᵢ lᵢ, the cross-entropy.</summary>
/// <remarks>
/// The parameters are logits l, so that nothing overflows: the loss stays finite where log σ(l) would be log 0. A pixel between 0 and 1
/// is read as the probability that the pixel is on, and the loss as the expectation over drawing it.
/// </remarks>
public sealed class BernoulliLikelihood : Likelihood
{
    private bool firstBatchSeen;

    /// <summary>σ(l): (B, D).</summary>
    public override Tensor Mean(Tensor parameters) => sigmoid(parameters);

    /// <inheritdoc/>
    /// <remarks>On a GPU, where reading a number back makes every kernel wait, only the first batch is looked at.</remarks>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        x.Require(parameters.shape);
        if (!firstBatchSeen || x.device_type == DeviceType.CPU) x.RequireProbabilities();
        firstBatchSeen = true;
        return functional.binary_cross_entropy_with_logits(parameters, x, reduction: Reduction.None).sum(dim: -1);
    }
}
