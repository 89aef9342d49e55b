using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One sparse autoencoder trained on pictures, and its held-out codes.</summary>
/// <remarks><code>var result = new SparseRun { Penalty = new KlPenalty(target: 0.05, weight: 10) }.AtScale().Train(digits);</code> Notebook 04.</remarks>
public sealed record SparseRun : PictureRun, IRun<SparseRun>
{
    /// <summary>K, the units of the code. Default: 400, twice the pixels of a 14 × 14 picture.</summary>
    public int CodeSize { get; init; } = 400;

    /// <summary>What the code pays. Default: nothing.</summary>
    public SparsityPenalty Penalty { get; init; } = new L1Penalty(0);

    /// <summary>The activation of the code. Default: the sigmoid, which every penalty accepts; ReLU can be exactly 0.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>κ, which keeps the decoder's weights from growing as the code shrinks. Default: 0.002, enough for that and little felt otherwise.</summary>
    public double WeightDecay { get; init; } = 2e-3;

    /// <summary>How many held-out codes the result keeps. Default: 2,000.</summary>
    public int Codes { get; init; } = 2000;

    /// <summary>4,000 pictures: seconds on two cores.</summary>
    public SparseRun Smoke() => this with { Examples = Math.Min(Examples, 4000), Codes = Math.Min(Codes, 500) };

    /// <summary>Ten times the epochs.</summary>
    public SparseRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>Trains on the training pictures and looks at the held-out ones.</summary>
    public SparseResult Train(ImageSet pictures)
    {
        var model = new SparseAutoencoder(pictures.Height * pictures.Width, CodeSize, Penalty, FirstWeights, Activation, weightDecay: WeightDecay);
        model.to(Compute.Device);
        using var trainer = Loop(model, InBatches(TrainingPart(pictures).Images), x => Terms(model.Objective(x)));
        trainer.RunTo(Epochs);
        var test = pictures.Test.Images;
        var heldOut = MeanLoss.Over<Tensor>(model, Batches.InOrder(test, 2048).Epoch(0), x => Terms(model.Objective(x)));
        using var _ = no_grad();
        using var codes = model.Encode(test.narrow(0, 0, Math.Min(Codes, test.shape[0])));
        return new(this, model, trainer.History, heldOut[Reconstruction], heldOut[PenaltyTerm], codes.cpu());
    }

    private const string Reconstruction = "reconstruction", PenaltyTerm = "penalty";

    private static LossTerms Terms(SparseTerms terms) =>
        new((Reconstruction, terms.Reconstruction), (PenaltyTerm, terms.Penalty), ("weight decay", terms.WeightDecay));
}
