using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One sparse autoencoder trained on pictures, and its held-out codes.</summary>
/// <remarks><code>var result = new SparseRun { Penalty = new KlPenalty(target: 0.05, weight: 10) }.AtScale().Train(digits);</code> Notebook 04.</remarks>
public sealed record SparseRun : PictureRun<SparseRun, SparseAutoencoder, SparseResult>
{
    /// <summary>K, the units of the code. Default: 400, twice the pixels of a 14 × 14 picture.</summary>
    public int CodeSize { get; init; } = 400;

    /// <summary>The penalty on the code. Default: none.</summary>
    public SparsityPenalty Penalty { get; init; } = new L1Penalty(0);

    /// <summary>The activation of the code. Default: the sigmoid, which every penalty accepts; ReLU can be exactly 0.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>κ, which keeps the decoder's weights from growing as the code shrinks. Default: 0.002, enough for that and little felt otherwise.</summary>
    public double WeightDecay { get; init; } = 2e-3;

    /// <summary>How many held-out codes the result keeps. Default: 2,000.</summary>
    [MayChange]
    public int Codes { get; init; } = 2000;

    /// <inheritdoc/>
    public override SparseRun Smoke() => base.Smoke() with { Codes = Math.Min(Codes, 500) };

    /// <inheritdoc/>
    protected override SparseAutoencoder Network(ImageSet pictures, Generator random) =>
        new(pictures.DataSize, CodeSize, Penalty, random, Activation, weightDecay: WeightDecay);

    /// <inheritdoc/>
    protected override Func<Tensor, LossTerms> Objective(SparseAutoencoder model, ImageSet pictures, Generator random) => x => model.Loss(x);

    /// <inheritdoc/>
    protected override SparseResult Learn(Trainer<Tensor> trainer, SparseAutoencoder model, ImageSet pictures)
    {
        trainer.Finish(Epochs);
        var heldOut = HeldOutLoss(model, pictures, x => model.Loss(x));
        using var _ = no_grad();
        using var codes = model.Encode(pictures.Test.First(Math.Min(Codes, pictures.Test.Count)).Images);
        return new(this, model, trainer.History, heldOut["reconstruction"], heldOut["penalty"], codes.cpu());
    }
}

/// <summary>A trained sparse autoencoder, and what its code is like on pictures that were held out.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">⟨−log p(x | u)⟩ over the held-out pictures, in nats.</param>
/// <param name="Penalty">What their codes pay, in nats per picture.</param>
/// <param name="Codes">Codes of the first held-out pictures, on the CPU: (N, K).</param>
public sealed record SparseResult(
    SparseRun Run, SparseAutoencoder Model, TrainingHistory History, double Reconstruction, double Penalty, Tensor Codes)
    : RunResult<SparseRun, SparseAutoencoder>(Run, Model, History)
{
    /// <summary>The mean population sparsity of the held-out codes, in [0, 1]: how few units a picture needs.</summary>
    public double PopulationSparsity => Mean(Sparsity.Population(Codes));

    /// <summary>The mean lifetime sparsity of the units, in [0, 1]: how choosy a unit is.</summary>
    public double LifetimeSparsity => Mean(Sparsity.Lifetime(Codes));

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: {Reconstruction:F1} nats per held-out image, population sparsity {PopulationSparsity:F2}");

    /// <summary>Disposes model and codes.</summary>
    public override void Dispose()
    {
        base.Dispose();
        Codes.Dispose();
    }

    private static double Mean(Tensor values)
    {
        using (values)
        using (var mean = values.mean()) return mean.ToDouble();
    }
}
