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
public sealed record ContractiveRun : PictureRun<ContractiveRun, TiedAutoencoder, ContractiveResult>
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

    /// <inheritdoc/>
    protected override TiedAutoencoder Network(ImageSet pictures, Generator random) => new(pictures.DataSize, CodeSize, random);

    /// <inheritdoc/>
    protected override Func<Tensor, LossTerms> Objective(TiedAutoencoder model, ImageSet pictures, Generator random)
    {
        var objective = new ContractiveObjective(Contraction, Penalty, random);
        return x => objective.Loss(model, x, Corruption?.Apply(x, random)).And(("weight decay", 0.5 * WeightDecay * model.Weight.square().sum()));
    }

    /// <inheritdoc/>
    protected override ContractiveResult Learn(Trainer<Tensor> trainer, TiedAutoencoder model, ImageSet pictures)
    {
        trainer.Finish(Epochs);
        var heldOut = HeldOutLoss(model, pictures, x => new(("reconstruction", model.Loss(x)), ("norm", Norms(model, x).mean())));
        return new(this, model, trainer.History, heldOut["reconstruction"], heldOut["norm"]);
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
    ContractiveRun Run, TiedAutoencoder Model, TrainingHistory History, double Reconstruction, double JacobianNorm)
    : RunResult<ContractiveRun, TiedAutoencoder>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: {Reconstruction:F1} nats per held-out image, mean Jacobian norm {JacobianNorm:F2}");
}
