using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One autoencoder trained on pictures, and looked at on the way.</summary>
/// <remarks>
/// <code>var result = new AutoencoderRun { CodeSize = 2 }.AtScale().Train(digits);</code>
/// Everything but the pictures is here, so the same record and the same pictures give the same numbers. Notebook 01.
/// </remarks>
public sealed record AutoencoderRun : PictureRun<AutoencoderRun, Autoencoder, AutoencoderResult>
{
    /// <summary>Units between the pictures and the code, from the outside in. Default: one layer of 400, enough for MNIST and quick on two cores.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [400];

    /// <summary>K, the numbers in a code. Default: 20, where the digits can be read and the loss still falls with K.</summary>
    public int CodeSize { get; init; } = 20;

    /// <summary>p(x | u), and so the loss. Default: Bernoulli, as the pixels lie in [0, 1] and most are near an end.</summary>
    public Likelihood Likelihood { get; init; } = new BernoulliLikelihood();

    /// <summary>The activation of hidden layers. Default: ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The activation of the code. Default: the identity, so that a code may be any number.</summary>
    public Activation CodeActivation { get; init; } = Activation.Identity;

    /// <summary>When to look, in epochs; a training that is resumed past a moment has no snapshot of it. Default: before, at a tenth of the first epoch, after the second and after the third, as in the lectures.</summary>
    [MayChange]
    public IReadOnlyList<double> SnapshotEpochs { get; init; } = [0, 0.1, 2, 3];

    /// <summary>How many held-out codes a snapshot keeps. Default: 1,000, which a figure can still show.</summary>
    [MayChange]
    public int Codes { get; init; } = 1000;

    /// <summary>How many held-out reconstructions a snapshot keeps. Default: 10, one row.</summary>
    [MayChange]
    public int Reconstructions { get; init; } = 10;

    /// <inheritdoc/>
    public override AutoencoderRun Smoke() => base.Smoke() with { Codes = Math.Min(Codes, 300) };

    /// <summary>Ten times the epochs, with a look at the end.</summary>
    public override AutoencoderRun Longer() => this with { Epochs = 10 * Epochs, SnapshotEpochs = [.. SnapshotEpochs, 10 * Epochs] };

    /// <inheritdoc/>
    protected override Autoencoder Network(ImageSet pictures, Generator random) =>
        new([pictures.DataSize, .. HiddenSizes, CodeSize], Likelihood, random, Activation, CodeActivation);

    /// <inheritdoc/>
    protected override Func<Tensor, LossTerms> Objective(Autoencoder model, ImageSet pictures, Generator random) => x => model.Loss(x);

    /// <inheritdoc/>
    protected override AutoencoderResult Learn(Trainer<Tensor> trainer, Autoencoder model, ImageSet pictures)
    {
        var snapshots = new List<Snapshot>();
        foreach (var epoch in SnapshotEpochs.Where(epoch => epoch < Epochs).Distinct().Order())
        {
            var moment = Math.Round(epoch * trainer.StepsPerEpoch);
            if (trainer.StepsDone > moment) continue;                               // a resumed training has gone past it
            trainer.RunTo(epoch);
            if (trainer.StepsDone == moment) snapshots.Add(Look(model, pictures, epoch));   // it may have ended early
        }
        trainer.Finish(Epochs);
        snapshots.Add(Look(model, pictures, Patience is null ? Math.Max(Epochs, trainer.StepsDone / (double)trainer.StepsPerEpoch) : trainer.BestEpoch ?? Epochs));
        return new(this, model, pictures, trainer.History, snapshots);
    }

    private Snapshot Look(Autoencoder model, ImageSet pictures, double epoch)
    {
        model.eval();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var codes = model.Encode(pictures.Test.First(Math.Min(Math.Max(Codes, Reconstructions), pictures.Test.Count)).Images);
        var kept = codes.narrow(0, 0, Math.Min(Codes, codes.shape[0])).cpu();
        var reconstructions = model.Decode(codes.narrow(0, 0, Math.Min(Reconstructions, codes.shape[0]))).cpu();
        var loss = HeldOutLoss(model, pictures, x => model.Loss(x)).Values.Sum();
        return new(epoch, kept.clone().DetachFromDisposeScope(), reconstructions.DetachFromDisposeScope(), loss);
    }
}

/// <summary>A trained autoencoder, and what was seen of it on the way.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network, with the parameters of the last moment.</param>
/// <param name="Pictures">What it was trained on.</param>
/// <param name="History">The loss of every step and epoch.</param>
/// <param name="Snapshots">What it made of held-out pictures at each moment, in order.</param>
public sealed record AutoencoderResult(
    AutoencoderRun Run, Autoencoder Model, ImageSet Pictures, TrainingHistory History, IReadOnlyList<Snapshot> Snapshots)
    : RunResult<AutoencoderRun, Autoencoder>(Run, Model, History)
{
    /// <summary>⟨−log p(x | u)⟩ over the held-out pictures at the end, in nats per picture.</summary>
    public double TestLoss => Snapshots[^1].TestLoss;

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}, {Run.Epochs:0.##} epochs of {Pictures.Name}: {TestLoss:F1} nats per held-out image");

    /// <summary>Disposes model and snapshots; the pictures are the caller's.</summary>
    public override void Dispose()
    {
        base.Dispose();
        foreach (var snapshot in Snapshots) snapshot.Dispose();
    }
}

/// <summary>What an autoencoder made of the same held-out examples at one moment of its training.</summary>
/// <param name="Epoch">When: 0 is before the first step, 0.1 after a tenth of the first epoch.</param>
/// <param name="Codes">u, the codes of the examples: (N, K).</param>
/// <param name="Reconstructions">x̂, the first few of them decoded again: (M, D) with M ≤ N.</param>
/// <param name="TestLoss">⟨−log p(x | u)⟩ over all held-out examples, in nats per example.</param>
public sealed record Snapshot(double Epoch, Tensor Codes, Tensor Reconstructions, double TestLoss) : IDisposable
{
    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        Codes.Dispose();
        Reconstructions.Dispose();
    }
}
