using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One conditional variational autoencoder trained on pictures, given their labels or some of their quadrants; and a network without z to hold beside it.</summary>
/// <remarks>
/// <code>var result = new ConditionalVaeRun { Quadrants = 1 }.AtScale().Train(digits);</code>
/// Pixels are drawn, on with the probability that their brightness says: training pictures anew at each step, held-out ones once. Notebook 15.
/// </remarks>
public sealed record ConditionalVaeRun : PictureRun, IRun<ConditionalVaeRun>
{
    /// <summary>c: how many quadrants are given, 1 to 3, of which x is the rest; 0 gives the label, and x is the picture. Default: 0.</summary>
    public int Quadrants { get; init; }

    /// <summary>Units between the pictures and the code, from the outside in. Default: one layer of 400.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [400];

    /// <summary>L, the numbers in z. Default: 20.</summary>
    public int LatentSize { get; init; } = 20;

    /// <summary>The activation of hidden layers. Default: ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether p(z | c) is a network; else it is N(0, I). Default: no, as in Kingma et al.; Sohn et al., who have quadrants, say yes.</summary>
    public bool LearnsPrior { get; init; }

    /// <summary>How loud c is at first, beside x and z: what its first weights are multiplied by. Default: 1; a label is heard sooner with 10.</summary>
    public double ConditionGain { get; init; } = 1;

    /// <summary>2,000 pictures, at most two epochs: seconds on two cores.</summary>
    public ConditionalVaeRun Smoke() => this with { Examples = Math.Min(Examples, 2000), Epochs = Math.Min(Epochs, 2) };

    /// <summary>Ten times the epochs.</summary>
    public ConditionalVaeRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>Trains on the training pictures and takes the bound on the held-out ones.</summary>
    /// <exception cref="ArgumentException">There is no held-out picture, or quadrants are asked of pictures that are not square or of an odd side.</exception>
    public ConditionalVaeResult Train(ImageSet pictures)
    {
        HeldOut(pictures.Test);
        using var pairs = new ConditionalPairs(pictures, Quadrants);
        var model = new ConditionalVae([pairs.DataSize, .. HiddenSizes, LatentSize], pairs.ConditionSize, new BernoulliLikelihood(), FirstWeights, LearnsPrior, Activation, ConditionGain);
        var (history, heldOut) = Learn(model, pictures, pairs, (x, c, draws) => model.Loss(x, c, draws));
        return new(this, model, history, heldOut["reconstruction"], heldOut["divergence"]);
    }

    /// <summary>A perceptron with the same hidden layers that says p(x | c) = Πᵢ Bernoulli(xᵢ; fᵢ(c)): every pixel by itself, no z.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Train"/>.</exception>
    public ConditionalBaselineResult TrainBaseline(ImageSet pictures)
    {
        HeldOut(pictures.Test);
        using var pairs = new ConditionalPairs(pictures, Quadrants);
        var (pixels, model) = (new BernoulliLikelihood(), new Perceptron([pairs.ConditionSize, .. HiddenSizes, pairs.DataSize], Activation, Activation.Identity, FirstWeights));
        var (history, heldOut) = Learn(model, pictures, pairs, (x, c, _) => new(("missing pixels", pixels.Loss(model.call(c), x))));
        return new(this, model, history, heldOut["missing pixels"]);
    }

    /// <summary>The held-out pictures, drawn once, the same for every run: x and c side by side, as a conditional model's evidence takes them. A copy, (N, D + K).</summary>
    public Tensor HeldOutPairs(ImageSet pictures)
    {
        using var scope = NewDisposeScope();
        using var draws = new Generator(1);
        using var pairs = new ConditionalPairs(pictures, Quadrants);
        var (x, c) = pairs.Drawn(pictures.Test, draws);
        return cat([x, c], 1).MoveToOuterDisposeScope();
    }

    private (TrainingHistory History, IReadOnlyDictionary<string, double> HeldOut) Learn(
        nn.Module model, ImageSet pictures, ConditionalPairs pairs, Func<Tensor, Tensor, Generator, LossTerms> loss)
    {
        model.to(Compute.Device);
        using var draws = new Generator((ulong)Seed);
        using var trainer = Loop(model, InBatches(TrainingPart(pictures)), batch => pairs.Drawn(batch, draws) is var (x, c) ? loss(x, c, draws) : null!, draws);
        trainer.Finish(Epochs);
        using var test = HeldOutPairs(pictures);
        using var fixedDraws = new Generator((ulong)Seed);
        return (trainer.History, MeanLoss.Over(model, Batches.InOrder(test, 2048), rows => pairs.Apart(rows) is var (x, c) ? loss(x, c, fixedDraws) : null!));
    }
}

/// <summary>A trained conditional variational autoencoder, and its bound on held-out pictures.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">E_q[−log p(x | z, c)] over the held-out pictures, by one draw each, in nats.</param>
/// <param name="Divergence">KL(q(z | x, c) ‖ p(z | c)) over the held-out pictures, in nats.</param>
public sealed record ConditionalVaeResult(ConditionalVaeRun Run, ConditionalVae Model, TrainingHistory History, double Reconstruction, double Divergence)
    : RunResult<ConditionalVaeRun, ConditionalVae>(Run, Model, History)
{
    /// <summary>−ELBO, in nats per held-out picture.</summary>
    public double NegativeElbo => Reconstruction + Divergence;

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}, {Run.Epochs:0.##} epochs: −ELBO {NegativeElbo:F1} nats per held-out image = {Reconstruction:F1} to write x + {Divergence:F1} to name its code");

    /// <summary>−log p(x | c) of each of some pairs, in nats: (N, D + K) → (N), float64.</summary>
    /// <param name="pairs">As <see cref="ConditionalVaeRun.HeldOutPairs"/> gives them.</param>
    /// <param name="samples">S, draws for each pair.</param>
    /// <param name="fromPrior">Whether z is drawn from p(z | c), plain Monte Carlo; else from q(z | x, c), importance sampling.</param>
    /// <param name="seed">Another seed, other draws.</param>
    public Tensor NegativeLogLikelihood(Tensor pairs, int samples = 100, bool fromPrior = false, int seed = 1)
    {
        using var draws = new Generator((ulong)seed);
        using var evidence = MarginalLikelihood.LogEvidence(Model.GivenCondition(fromPrior), pairs, samples, draws, pairs.device_type == DeviceType.CPU ? 8192 : 200_000);
        return -evidence;
    }
}

/// <summary>A trained network without z.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The logits of each pixel of x: (B, K) → (B, D).</param>
/// <param name="History">The loss of every step and epoch.</param>
/// <param name="NegativeLogLikelihood">−log p(x | c), in nats per held-out picture: exact, as there is nothing to integrate.</param>
public sealed record ConditionalBaselineResult(ConditionalVaeRun Run, Perceptron Model, TrainingHistory History, double NegativeLogLikelihood)
    : RunResult<ConditionalVaeRun, Perceptron>(Run, Model, History);
