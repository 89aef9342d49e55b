using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One denoising autoencoder trained on pictures, or on points of a plane.</summary>
/// <remarks><code>var result = new DenoisingRun { Corruption = new MaskingNoise(0.5) }.AtScale().Train(digits);</code> Notebook 05.</remarks>
public sealed record DenoisingRun : PictureRun, IRun<DenoisingRun>
{
    /// <summary>Units between the data and the code, from the outside in. Default: none, so that each unit of the code can be looked at.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [];

    /// <summary>K, the units of the code. Default: 256.</summary>
    public int CodeSize { get; init; } = 256;

    /// <summary>What is done to a picture before it is shown. Default: a quarter of the pixels are lost, as in Vincent et al. (2008), Fig. 3.</summary>
    public Corruption Corruption { get; init; } = new MaskingNoise(0.25);

    /// <summary>p(x | u), and so the loss. Default: Bernoulli.</summary>
    public Likelihood Likelihood { get; init; } = new BernoulliLikelihood();

    /// <summary>The activation of hidden layers. Default: ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The activation of the code. Default: the sigmoid, as in the paper.</summary>
    public Activation CodeActivation { get; init; } = Activation.Sigmoid;

    /// <summary>4,000 pictures: seconds on two cores.</summary>
    public DenoisingRun Smoke() => this with { Examples = Math.Min(Examples, 4000) };

    /// <summary>Ten times the epochs.</summary>
    public DenoisingRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>Trains on the training pictures and measures on the held-out ones, corrupted in the same way.</summary>
    public DenoisingResult Train(ImageSet pictures)
    {
        var test = HeldOut(pictures.Test).Images;
        var (model, history) = Loop(TrainingPart(pictures).Images);
        return new(this, model, history, Loss(model, test));
    }

    /// <summary>Trains on points, (N, D), and measures on others.</summary>
    /// <param name="points">What is learned from.</param>
    /// <param name="heldOut">What is only measured; the same points if not said.</param>
    public DenoisingResult Train(Tensor points, Tensor? heldOut = null)
    {
        var (model, history) = Loop(points);
        return new(this, model, history, Loss(model, heldOut ?? points));
    }

    private (DenoisingAutoencoder Model, TrainingHistory History) Loop(Tensor x)
    {
        var autoencoder = new Autoencoder([(int)x.shape[1], .. HiddenSizes, CodeSize], Likelihood, FirstWeights, Activation, CodeActivation);
        var model = new DenoisingAutoencoder(autoencoder, Corruption);
        model.to(x.device);
        using var noise = Noise(x);
        using var trainer = Loop(model, InBatches(x), batch => model.Loss(batch, noise), noise);
        trainer.RunTo(Epochs);
        return (model, trainer.History);
    }

    private double Loss(DenoisingAutoencoder model, Tensor x)
    {
        using var noise = Noise(x);
        return MeanLoss.Over(model, Batches.InOrder(x, 2048), batch => model.Loss(batch, noise)).Values.Sum();
    }

    private Generator Noise(Tensor x) => new((ulong)Seed, x.device);
}

/// <summary>A trained denoising autoencoder.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step.</param>
/// <param name="TestLoss">⟨−log p(x | g(f(x̃)))⟩ over the held-out examples, with one draw of x̃ for each, in nats.</param>
public sealed record DenoisingResult(DenoisingRun Run, DenoisingAutoencoder Model, TrainingHistory History, double TestLoss) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Corruption}: {TestLoss:F1} nats per held-out example");

    /// <summary>Disposes the network.</summary>
    public void Dispose() => Model.Dispose();
}
