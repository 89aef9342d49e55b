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
    /// <param name="penalty">How ‖J‖²_F is had.</param>
    /// <param name="random">Where the draws of a stochastic penalty come from; the others need none.</param>
    /// <exception cref="ArgumentException">λ is negative or no number, or a stochastic penalty has nothing to draw from.</exception>
    public ContractiveObjective(double weight, JacobianPenalty penalty = JacobianPenalty.ClosedForm, Generator? random = null)
    {
        if (!(weight >= 0 && double.IsFinite(weight)))
            throw new ArgumentException($"{nameof(weight)}: expected λ of 0 or more, got {weight}.", nameof(weight));
        if (penalty == JacobianPenalty.Stochastic && random is null)
            throw new ArgumentException($"{nameof(random)}: expected a generator for the draws of a stochastic penalty, got none.", nameof(random));
        (Weight, Penalty, this.random) = (weight, penalty, random);
    }

    /// <summary>λ, in nats per unit of ‖J‖²_F.</summary>
    public double Weight { get; }

    /// <summary>How ‖J‖²_F is had.</summary>
    public JacobianPenalty Penalty { get; }

    /// <summary>The terms for one sigmoid layer with tied weights, the paper's network: (B, D) → two scalars.</summary>
    /// <exception cref="ArgumentException">x is not (B, D).</exception>
    public ContractiveTerms Of(TiedAutoencoder model, Tensor x)
    {
        using var _ = Tracing();
        var input = Input(x);
        var code = model.Encode(input);
        return new(model.Likelihood.Loss(model.Logits(code), x), Weight * SquaredNorm(code, input, model.Weight).mean());
    }

    /// <summary>The terms for an encoder of any depth, which has no closed form: (B, D) → two scalars.</summary>
    /// <exception cref="ArgumentException">x is not (B, D), or the closed form was asked for.</exception>
    public ContractiveTerms Of(Autoencoder model, Tensor x)
    {
        using var _ = Tracing();
        var input = Input(x);
        var code = model.Encode(input);
        return new(model.Likelihood.Loss(model.Decoder.call(code), x), Weight * SquaredNorm(code, input, null).mean());
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
