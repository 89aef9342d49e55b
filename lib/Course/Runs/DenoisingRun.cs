using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One denoising autoencoder trained on pictures, or on points of a plane.</summary>
/// <remarks><code>var result = new DenoisingRun { Corruption = new MaskingNoise(0.5) }.AtScale().Train(digits);</code> Notebook 05.</remarks>
public sealed record DenoisingRun : PictureRun<DenoisingRun, DenoisingAutoencoder, DenoisingResult>
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

    /// <summary>Trains on points, (N, D), and measures on others.</summary>
    /// <param name="points">What is learned from.</param>
    /// <param name="heldOut">What is only measured; the same points if not said.</param>
    public DenoisingResult Train(Tensor points, Tensor? heldOut = null)
    {
        var model = Network((int)points.shape[1], FirstWeights);
        model.to(points.device);
        using var noise = Noise(points);
        using var trainer = Loop(model, InBatches(points), x => model.Loss(x, noise), noise);
        trainer.Finish(Epochs);
        return new(this, model, trainer.History, Loss(model, heldOut ?? points));
    }

    /// <inheritdoc/>
    protected override DenoisingAutoencoder Network(ImageSet pictures, Generator random) => Network(pictures.DataSize, random);

    /// <inheritdoc/>
    protected override Func<Tensor, LossTerms> Objective(DenoisingAutoencoder model, ImageSet pictures, Generator random) => x => model.Loss(x, random);

    /// <inheritdoc/>
    protected override DenoisingResult Learn(Trainer<Tensor> trainer, DenoisingAutoencoder model, ImageSet pictures)
    {
        trainer.Finish(Epochs);
        return new(this, model, trainer.History, Loss(model, pictures.Test.Images));
    }

    private DenoisingAutoencoder Network(int dataSize, Generator random) =>
        new(new Autoencoder([dataSize, .. HiddenSizes, CodeSize], Likelihood, random, Activation, CodeActivation), Corruption);

    /// <summary>The loss with one draw of x̃ for each example, the same draws for every network.</summary>
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
public sealed record DenoisingResult(DenoisingRun Run, DenoisingAutoencoder Model, TrainingHistory History, double TestLoss)
    : RunResult<DenoisingRun, DenoisingAutoencoder>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Corruption}: {TestLoss:F1} nats per held-out example");
}
