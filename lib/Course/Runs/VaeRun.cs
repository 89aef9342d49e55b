using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One variational autoencoder trained on pictures, by the ELBO or by the bound of an importance weighted one.</summary>
/// <remarks><code>var result = new VaeRun { LatentSize = 2 }.AtScale().Train(digits);</code> Notebook 13.</remarks>
public sealed record VaeRun : PictureRun<VaeRun, GaussianVae, VaeResult>
{
    /// <summary>Units between the pictures and the code, from the outside in. Default: one layer of 400.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [400];

    /// <summary>L, the numbers in z. Default: 20.</summary>
    public int LatentSize { get; init; } = 20;

    /// <summary>p(x | z). Default: Bernoulli.</summary>
    public Likelihood Likelihood { get; init; } = new BernoulliLikelihood();

    /// <summary>The activation of hidden layers. Default: ReLU, which learns faster than the paper's tanh here.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Maps of the first convolution. Default: 0, a dense network, for which <see cref="HiddenSizes"/> are.</summary>
    public int Channels { get; init; }

    /// <summary>Whether pixels are drawn, on with the probability that their brightness says: training pictures anew at each step, held-out ones once. Default: yes, so that the bound is one on the probability of something.</summary>
    public bool Binarise { get; init; } = true;

    /// <summary>β, what a nat of divergence counts in the loss; only with 1 is it a bound, and with <see cref="ImportanceSamples"/> it must be. Default: 1.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Epochs over which the divergence rises from nothing to its full weight; 0 is none. Default: 0.</summary>
    public double AnnealingEpochs { get; init; }

    /// <summary>λ, what the divergence of each number of the code may cost for nothing, in nats; with more than 0 the loss is no bound. Default: 0.</summary>
    public double FreeNats { get; init; }

    /// <summary>k: 0 is the ELBO with its divergence in closed form, 1 or more the importance weighted bound of k draws. Default: 0.</summary>
    public int ImportanceSamples { get; init; }

    /// <summary>How the encoder's gradient of the importance weighted bound is estimated. Default: as the bound is written.</summary>
    public GradientEstimator Estimator { get; init; } = GradientEstimator.Total;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, Schedule> TermSchedules =>
        AnnealingEpochs.RequireNonNegative() == 0 ? base.TermSchedules : new Dictionary<string, Schedule> { ["divergence"] = Schedule.Rising(AnnealingEpochs) };

    /// <inheritdoc/>
    protected override GaussianVae Network(ImageSet pictures, Generator random) => Channels == 0
        ? new([pictures.DataSize, .. HiddenSizes, LatentSize], Likelihood, random, Activation)
        : new(new ConvolutionalEncoder(pictures.Height, Channels, LatentSize, random), new ConvolutionalDecoder(pictures.Height, Channels, LatentSize, random), pictures.DataSize, LatentSize, Likelihood);

    /// <inheritdoc/>
    protected override Func<Tensor, LossTerms> Objective(GaussianVae model, ImageSet pictures, Generator random)
    {
        if (ImportanceSamples == 0) return x => model.Loss(Seen(x, random), random, Beta, FreeNats);
        if (Beta != 1) throw Weighs(nameof(Beta), 1, Beta);
        if (FreeNats != 0) throw Weighs(nameof(FreeNats), 0, FreeNats);
        if (AnnealingEpochs != 0) throw Weighs(nameof(AnnealingEpochs), 0, AnnealingEpochs);
        var weighted = new ImportanceWeightedObjective(ImportanceSamples, random, Estimator);
        return x => weighted.Loss(model, Seen(x, random));
    }

    private static ArgumentException Weighs(string name, double wanted, double got) =>
        new($"{name}: expected {wanted} with {nameof(ImportanceSamples)}, whose bound has no divergence of its own to weigh, got {got}.", name);

    /// <inheritdoc/>
    protected override VaeResult Learn(Trainer<Tensor> trainer, GaussianVae model, ImageSet pictures)
    {
        trainer.Finish(Epochs);
        using var test = HeldOutPictures(pictures);
        using var draws = new Generator((ulong)Seed);
        var heldOut = MeanLoss.Over(model, Batches.InOrder(test, 2048), x => model.Loss(x, draws));
        return new(this, model, trainer.History, heldOut["reconstruction"], heldOut["divergence"]);
    }

    /// <summary>The held-out pictures as the bound is of them: drawn once, the same for every run, where this run draws pixels. A copy, (N, D).</summary>
    public Tensor HeldOutPictures(ImageSet pictures)
    {
        using var draws = new Generator(1);
        return Binarise ? BinaryUnits.Sample(pictures.Test.Images, draws) : pictures.Test.Images.clone();
    }

    private Tensor Seen(Tensor x, Generator random) => Binarise ? BinaryUnits.Sample(x, random) : x;
}

/// <summary>A trained variational autoencoder, and its bound on held-out pictures.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">E_q[−log p(x | z)] over the held-out pictures, by one draw each, in nats.</param>
/// <param name="Divergence">KL(q(z | x) ‖ p(z)) over the held-out pictures, in nats.</param>
public sealed record VaeResult(VaeRun Run, GaussianVae Model, TrainingHistory History, double Reconstruction, double Divergence)
    : RunResult<VaeRun, GaussianVae>(Run, Model, History)
{
    /// <summary>−ELBO, in nats per held-out picture.</summary>
    public double NegativeElbo => Reconstruction + Divergence;

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}, {Run.Epochs:0.##} epochs: −ELBO {NegativeElbo:F1} nats per held-out image = {Reconstruction:F1} to write the image + {Divergence:F1} to name its code");

    /// <summary>−log p(x) of each of some pictures by importance sampling, in nats: (N, D) → (N).</summary>
    /// <param name="pictures">As <see cref="VaeRun.HeldOutPictures"/> gives them.</param>
    /// <param name="samples">S, draws for each picture. Papers take 5,000.</param>
    /// <param name="seed">Another seed, other draws.</param>
    public Tensor NegativeLogLikelihood(Tensor pictures, int samples = 5000, int seed = 1)
    {
        using var draws = new Generator((ulong)seed);
        using var evidence = MarginalLikelihood.LogEvidence(Model, pictures, samples, draws, pictures.device_type == DeviceType.CPU ? 8192 : 200_000);
        return -evidence;
    }
}
