using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Tangent propagation, a classifier whose output is to stay the same along the tangents t of the data: ⟨−log p(y | x)⟩ + β ⟨Σₜ ‖∂p(· | x)/∂x · t‖²⟩.</summary>
/// <remarks>
/// With tangents t that a contractive autoencoder found, and its encoder as the first layers, this is the manifold tangent classifier.
/// Simard, Victorri, LeCun and Denker, "Tangent prop" (1992), with tangents made by hand; Rifai, Dauphin, Vincent, Bengio and Muller,
/// "The manifold tangent classifier" (2011), §4. The output whose motion is punished is the vector of probabilities. Notebook 06.
/// </remarks>
public sealed class TangentPropagation
{
    /// <summary>An objective.</summary>
    /// <param name="weight">β, 0 or more, in nats per squared probability per unit of x.</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public TangentPropagation(double weight) => Weight = weight.RequireNonNegative();

    /// <summary>β.</summary>
    public double Weight { get; }

    /// <summary>The "label" and the "motion along tangents", by one more backward pass for each class: two terms.</summary>
    /// <param name="classifier">p(y | x).</param>
    /// <param name="x">Examples: (B, D).</param>
    /// <param name="labels">y, int64: (B).</param>
    /// <param name="tangents">t, a few directions at each example: (B, T, D).</param>
    public LossTerms Loss(Classifier classifier, Tensor x, Tensor labels, Tensor tangents)
    {
        tangents.Require([x.shape[0], -1, x.shape[1]]);
        using var _ = enable_grad();                                                // derivatives in the loss need a graph, even where it is only looked at
        var input = x.detach().requires_grad_();
        var logits = classifier.call(input);                                        // (B, C)
        var motion = Jacobian.Of(logits.softmax(1), input).matmul(tangents.transpose(1, 2));   // (B, C, T)
        return new(("label", nn.functional.cross_entropy(logits, labels.Require([x.shape[0]]))), ("motion along tangents", Weight * motion.square().sum(1, 2).mean()));
    }
}
