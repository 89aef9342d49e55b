using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One sigmoid layer with tied weights, trained on pictures plainly, with weight decay, denoising or contractively: on equal terms.</summary>
/// <remarks>
/// <code>var result = new ContractiveRun { Contraction = 0.1 }.AtScale().Train(digits);</code>
/// The four that Rifai et al. (2011) compare in their table 1 differ in one property each. Notebook 06.
/// </remarks>
public sealed record ContractiveRun : PictureRun, IRun<ContractiveRun>
{
    /// <summary>K, the sigmoid units of the code. Default: 200, so that ten thousand Jacobians are quickly taken apart.</summary>
    public int CodeSize { get; init; } = 200;

    /// <summary>λ, in nats per unit of ‖J‖²_F. Default: 0, a plain autoencoder.</summary>
    public double Contraction { get; init; }

    /// <summary>How ‖J‖²_F is computed while training. Default: in closed form, which this network has.</summary>
    public JacobianPenalty Penalty { get; init; } = JacobianPenalty.ClosedForm;

    /// <summary>κ in ½ κ ‖W‖². Default: 0.</summary>
    public double WeightDecay { get; init; }

    /// <summary>What is done to a picture before it is encoded. Default: nothing.</summary>
    public Corruption? Corruption { get; init; }

    /// <summary>4,000 pictures: seconds on two cores.</summary>
    public ContractiveRun Smoke() => this with { Examples = Math.Min(Examples, 4000) };

    /// <summary>Ten times the epochs.</summary>
    public ContractiveRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>Trains on the training pictures and looks at the held-out ones.</summary>
    public ContractiveResult Train(ImageSet pictures)
    {
        var test = HeldOut(pictures.Test).Images;
        var model = new TiedAutoencoder(pictures.Height * pictures.Width, CodeSize, FirstWeights);
        model.to(Compute.Device);
        using var random = new Generator((ulong)Seed, Compute.Device);
        var objective = new ContractiveObjective(Contraction, Penalty, random);
        using var trainer = Loop(model, InBatches(TrainingPart(pictures).Images), x => Terms(model, objective, x, random), random);
        trainer.RunTo(Epochs);
        var heldOut = MeanLoss.Over(model, Batches.InOrder(test, 2048), x => new(("reconstruction", model.Loss(x)), ("norm", Norms(model, x).mean())));
        return new(this, model, trainer.History, heldOut["reconstruction"], heldOut["norm"]);
    }

    private LossTerms Terms(TiedAutoencoder model, ContractiveObjective objective, Tensor x, Generator random)
    {
        var terms = objective.Loss(model, x);
        var reconstruction = Corruption is null ? terms["reconstruction"]
            : model.Likelihood.Loss(model.call(Corruption.Apply(x, random)), x);
        return new(("reconstruction", reconstruction), ("contraction", terms["contraction"]), ("weight decay", 0.5 * WeightDecay * model.Weight.square().sum()));
    }

    /// <summary>‖J‖_F of each picture: (B).</summary>
    private static Tensor Norms(TiedAutoencoder model, Tensor x) => Jacobian.SquaredNormOfSigmoid(model.Encode(x), model.Weight).sqrt();
}

/// <summary>A trained layer, and how firmly its code stands on pictures that were held out.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">⟨−log p(x | u)⟩ over the held-out pictures, clean ones, in nats.</param>
/// <param name="JacobianNorm">⟨‖J‖_F⟩ over the held-out pictures: units of code per unit of pixel.</param>
public sealed record ContractiveResult(
    ContractiveRun Run, TiedAutoencoder Model, TrainingHistory History, double Reconstruction, double JacobianNorm) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: {Reconstruction:F1} nats per held-out picture, mean Jacobian norm {JacobianNorm:F2}");

    /// <summary>Disposes the model; the pictures are the caller's.</summary>
    public void Dispose() => Model.Dispose();
}
