using TorchSharp;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A small variational autoencoder trained by the ELBO or one of its relatives, to see what becomes of the numbers in its code.</summary>
/// <remarks><code>var result = new DisentanglingRun { Criterion = new BetaObjective(4) }.AtScale().Train(sprites);</code> Notebook 16.</remarks>
public sealed record DisentanglingRun : PictureRun<DisentanglingRun, GaussianVae, DisentanglingResult>
{
    /// <summary>Units between the pictures and the code. Default: one layer of 128.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [128];

    /// <summary>L, the numbers in z. Default: 6, one more than <see cref="Sprites"/> has factors.</summary>
    public int LatentSize { get; init; } = 6;

    /// <summary>p(x | z). Default: Bernoulli.</summary>
    public Likelihood Likelihood { get; init; } = new BernoulliLikelihood();

    /// <summary>What is minimised. Default: −ELBO.</summary>
    public IVaeObjective Criterion { get; init; } = new BetaObjective(1);

    /// <summary>γ of FactorVAE: above 0 a critic learns beside the VAE, and γ times its estimate of the total correlation joins −ELBO, in place of <see cref="Criterion"/>. Default: 0, none.</summary>
    public double FactorGamma { get; init; }

    /// <summary>Units of the critic's hidden layers. Default: two of 64, for codes of a few numbers.</summary>
    public IReadOnlyList<int> CriticSizes { get; init; } = [64, 64];

    /// <summary>Two epochs at most: a second for many of them.</summary>
    public override DisentanglingRun Smoke() => this with { Epochs = Math.Min(Epochs, 2) };

    /// <inheritdoc/>
    protected override GaussianVae Network(ImageSet pictures, Generator random) =>
        new([pictures.DataSize, .. HiddenSizes, LatentSize], Likelihood, random, Activation.Silu);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A checkpoint is asked for beside a critic, whose state it would not hold; or the last batch of an epoch would be one picture, of which no mismatch can be estimated.</exception>
    protected override Func<Tensor, LossTerms> Objective(GaussianVae model, ImageSet pictures, Generator random)
    {
        var examples = TrainingPart(pictures).Count;
        if (Criterion is not (BetaObjective or CapacityObjective) && examples % BatchSize == 1)
            throw new ArgumentException($"{nameof(BatchSize)}: of {examples} images in batches of {BatchSize} the last would be one image, and {Criterion.GetType().Name} wants two: take another size.", nameof(BatchSize));
        if (FactorGamma.RequireNonNegative() == 0) return x => Criterion.Loss(model, x, random);
        if (CheckpointPath is not null)
            throw new ArgumentException($"{nameof(CheckpointPath)}: expected none with {nameof(FactorGamma)}, whose critic a checkpoint does not hold, got {CheckpointPath}.", nameof(CheckpointPath));
        RequireNothingAside("the critic learns whenever the loss is taken");
        using var first = FirstWeights;
        var critic = new Critic(new PermutationDiscriminator(LatentSize, CriticSizes, first), random);
        return x => critic.Loss(model, x, FactorGamma);
    }

    /// <inheritdoc/>
    protected override DisentanglingResult Learn(Trainer<Tensor> trainer, GaussianVae model, ImageSet pictures)
    {
        trainer.Finish(Epochs);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var draws = new Generator((ulong)Seed);
        var posterior = model.Posterior(pictures.Test.Images);
        var reconstruction = model.Likelihood.Loss(model.Parameters(posterior.Sample(draws)), pictures.Test.Images);
        return new(this, model, trainer.History, reconstruction.ToDouble(), posterior.DivergenceFromStandard().mean([0]).Numbers());
    }
}

/// <summary>A trained variational autoencoder, and what each number of its code costs.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">E_q[−log p(x | z)] over the held-out pictures, by one draw each, in nats.</param>
/// <param name="Divergences">KL(q(zⱼ | x) ‖ p(zⱼ)) over the held-out pictures, in nats: one for each number of the code.</param>
public sealed record DisentanglingResult(
    DisentanglingRun Run, GaussianVae Model, TrainingHistory History, double Reconstruction, IReadOnlyList<double> Divergences)
    : RunResult<DisentanglingRun, GaussianVae>(Run, Model, History)
{
    /// <summary>KL(q(z | x) ‖ p(z)) over the held-out pictures, in nats.</summary>
    public double Divergence => Divergences.Sum();

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: {Reconstruction:F1} nats to write a held-out image, {Divergence:F1} to name its code ({string.Join(", ", Divergences.Select(nats => nats.ToString("F1", System.Globalization.CultureInfo.InvariantCulture)))})");
}

/// <summary>The critic of FactorVAE with its own optimiser: it learns from the codes of a step when the next one begins, as nothing may change a network between its loss and its gradient.</summary>
internal sealed class Critic
{
    private readonly PermutationDiscriminator network;
    private readonly OnePassAdamW adam;
    private readonly Generator random;
    private Tensor? before;

    public Critic(PermutationDiscriminator network, Generator random)
    {
        network.to(Compute.Device);
        (this.network, this.random, adam) = (network, random, new OnePassAdamW(network.parameters(), lr: 1e-3, weight_decay: 0));
    }

    public LossTerms Loss(GaussianVae model, Tensor x, double gamma)
    {
        Learn();
        var (terms, codes) = network.Loss(model, x, gamma, random);
        before = codes.detach().clone().DetachFromDisposeScope();
        return terms;
    }

    private void Learn()
    {
        if (before is null) return;
        using var scope = NewDisposeScope();
        using var codes = before;
        adam.zero_grad();
        network.Loss(codes, random).backward();
        adam.step();
    }
}
