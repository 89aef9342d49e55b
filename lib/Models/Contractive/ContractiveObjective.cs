using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a contractive autoencoder minimises: ⟨−log p(x | f(x))⟩ + λ ⟨‖∂f/∂x‖²_F⟩.</summary>
/// <remarks>
/// The first term wants to tell examples apart, the second wants the code to stand still. What survives is motion along the directions in
/// which the data really vary. λ = 0 is a plain autoencoder; a large λ and a code that has collapsed to a constant are one and the same.
/// Rifai, Vincent, Muller, Glorot and Bengio (2011), eq. 3, with tied weights as there. Notebook 06.
/// </remarks>
public sealed class ContractiveObjective
{
    private readonly Generator? random;

    /// <summary>An objective.</summary>
    /// <param name="weight">λ, 0 or more.</param>
    /// <param name="penalty">How ‖J‖²_F is computed.</param>
    /// <param name="random">Where the draws of a stochastic penalty come from; the others need none.</param>
    /// <exception cref="ArgumentException">λ is negative or no number, or a stochastic penalty has nothing to draw from.</exception>
    public ContractiveObjective(double weight, JacobianPenalty penalty = JacobianPenalty.ClosedForm, Generator? random = null)
    {
        if (penalty == JacobianPenalty.Stochastic && random is null)
            throw new ArgumentException($"{nameof(random)}: expected a generator for the draws of a stochastic penalty, got none.", nameof(random));
        (Weight, Penalty, this.random) = (weight.RequireNonNegative(), penalty, random);
    }

    /// <summary>λ, in nats per unit of ‖J‖²_F.</summary>
    public double Weight { get; }

    /// <summary>How ‖J‖²_F is computed.</summary>
    public JacobianPenalty Penalty { get; }

    /// <summary>The "reconstruction" and the "contraction" of one sigmoid layer with tied weights, the paper's network: (B, D) → two terms.</summary>
    /// <param name="model">The network.</param>
    /// <param name="x">Examples: (B, D).</param>
    /// <param name="seen">What is encoded to give x back, as a corrupted copy of it: (B, D); x if not said. The code that is to stand still is x's.</param>
    public LossTerms Loss(TiedAutoencoder model, Tensor x, Tensor? seen = null)
    {
        using var _ = Tracing();
        var input = Input(x);
        var code = model.Encode(input);
        var logits = seen is null ? model.Logits(code) : model.call(seen);
        return new(("reconstruction", model.Likelihood.Loss(logits, x)), ("contraction", Weight * SquaredNorm(code, input, model.Weight).mean()));
    }

    /// <summary>The same for an encoder of any depth, which has no closed form: (B, D) → two terms.</summary>
    /// <exception cref="ArgumentException">x is not (B, D), or the closed form was asked for.</exception>
    public LossTerms Loss(Autoencoder model, Tensor x)
    {
        using var _ = Tracing();
        var input = Input(x);
        var code = model.Encode(input);
        return new(("reconstruction", model.Likelihood.Loss(model.Decoder.call(code), x)), ("contraction", Weight * SquaredNorm(code, input, null).mean()));
    }

    /// <summary>Derivatives in the loss need a graph even where the loss is only looked at.</summary>
    private IDisposable? Tracing() => Penalty == JacobianPenalty.ClosedForm ? null : enable_grad();

    private Tensor Input(Tensor x) => Penalty == JacobianPenalty.ClosedForm ? x : x.detach().requires_grad_();

    private Tensor SquaredNorm(Tensor code, Tensor x, Tensor? weight) => Penalty switch
    {
        JacobianPenalty.Exact => Jacobian.SquaredNorm(code, x),
        JacobianPenalty.Stochastic => Jacobian.EstimatedSquaredNorm(code, x, random!),
        _ when weight is not null => Jacobian.SquaredNormOfSigmoid(code, weight),
        _ => throw new ArgumentException($"{nameof(Penalty)}: expected {JacobianPenalty.Exact} or {JacobianPenalty.Stochastic}, got {Penalty}, which only one sigmoid layer has."),
    };
}

/// <summary>How ‖J‖²_F is computed while training.</summary>
public enum JacobianPenalty
{
    /// <summary>By <see cref="Jacobian.SquaredNormOfSigmoid"/>: free, for one sigmoid layer only.</summary>
    ClosedForm,

    /// <summary>By <see cref="Jacobian.SquaredNorm"/>: any encoder, one more backward pass for each code unit.</summary>
    Exact,

    /// <summary>By <see cref="Jacobian.EstimatedSquaredNorm"/> with one draw of signs: any encoder, one more backward pass.</summary>
    Stochastic,
}
