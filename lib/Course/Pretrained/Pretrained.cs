using System.Text.Json.Nodes;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Networks that were trained beforehand, on MNIST by runs of this course, for a figure within seconds: <c>using var vae = Pretrained.Plane.Load();</c></summary>
/// <remarks>
/// They are kept as numbers of 16 bits. <c>./workbook weights NAME</c> makes one anew; what each reached on held-out pictures stands in
/// <see cref="Facts"/>, with its hash. They are for showing: no number in a notebook comes from them.
/// </remarks>
public static class Pretrained
{
    private const int Pixels = 28 * 28, Classes = 10, Hidden = 200;

    /// <summary>784-200-20, as notebook 01 has it: reconstructions, codes, interpolations.</summary>
    public static Pretrained<AutoencoderRun, Autoencoder> Codes { get; } = new(
        "codes",
        new() { HiddenSizes = [Hidden], CodeSize = 20, Epochs = 20, SnapshotEpochs = [] },
        run => new([Pixels, .. run.HiddenSizes, run.CodeSize], run.Likelihood, new Generator(1), run.Activation, run.CodeActivation),
        (run, pictures) => run.Train(pictures).Model,
        (_, model, pictures) => Over(model, pictures.Test.Images, x => model.Loss(x)));

    /// <summary>200 units that are seldom on, as notebook 04 has them: strokes.</summary>
    public static Pretrained<SparseRun, SparseAutoencoder> Strokes { get; } = new(
        "strokes",
        new() { CodeSize = Hidden, Penalty = new KlPenalty(target: 0.05, weight: 10), Epochs = 20 },
        run => new(Pixels, run.CodeSize, run.Penalty, new Generator(1), run.Activation, weightDecay: run.WeightDecay),
        (run, pictures) => run.Train(pictures).Model,
        (_, model, pictures) => Over(model, pictures.Test.Images, x => new(("reconstruction", model.Loss(x)["reconstruction"]))));

    /// <summary>A variational autoencoder with two latent numbers, as notebook 13 has it: the plane of digits.</summary>
    public static Pretrained<VaeRun, GaussianVae> Plane { get; } = new(
        "plane",
        new() { HiddenSizes = [Hidden], LatentSize = 2, Epochs = 30 },
        run => new([Pixels, .. run.HiddenSizes, run.LatentSize], run.Likelihood, new Generator(1), run.Activation),
        (run, pictures) => run.Train(pictures).Model,
        (run, model, pictures) =>
        {
            using var seen = run.HeldOutPictures(pictures);
            using var draws = new Generator(1);
            return Over(model, seen, x => model.Loss(x, draws));
        });

    /// <summary>A conditional variational autoencoder given the digit, as notebook 15 has it: what a label draws.</summary>
    public static Pretrained<ConditionalVaeRun, ConditionalVae> ByLabel { get; } = new(
        "by-label",
        new() { HiddenSizes = [Hidden], LatentSize = 10, ConditionGain = 10, Epochs = 30 },
        run => new([Pixels, .. run.HiddenSizes, run.LatentSize], Classes, new BernoulliLikelihood(), new Generator(1), run.LearnsPrior, run.Activation, run.ConditionGain),
        (run, pictures) => run.Train(pictures).Model,
        (run, model, pictures) =>
        {
            using var pairs = run.HeldOutPairs(pictures);
            using var draws = new Generator(1);
            return Over(model, pairs, rows => model.Loss(rows[.., ..Pixels], rows[.., Pixels..], draws));
        });

    /// <summary>What is known of each: a table.</summary>
    public static IReadOnlyList<PretrainedFacts> Facts { get; } = Read();

    internal static Stream Resource(string name) => typeof(Pretrained).Assembly.GetManifestResourceStream($"weights/{name}")
        ?? throw new FileNotFoundException($"There are no weights {name} in this build of the library. ./workbook weights makes them.");

    private static double Over(nn.Module model, Tensor images, Func<Tensor, LossTerms> loss) =>
        MeanLoss.Over(model, Batches.InOrder(images, 2048), loss).Values.Sum();

    private static List<PretrainedFacts> Read()
    {
        using var file = Resource("weights.json");
        return [.. JsonNode.Parse(file)!.AsArray().Select(each => new PretrainedFacts(
            (string)each!["name"]!, (string)each["network"]!, (string)each["data"]!, (string)each["command"]!,
            (double)each["nats"]!, (double)each["drawnNats"]!, (long)each["bytes"]!, (string)each["sha256"]!))];
    }
}
