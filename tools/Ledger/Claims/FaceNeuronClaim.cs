using TorchSharp;
using Workbook.Course;
using Workbook.Evaluation;
using Workbook.Data;

namespace Workbook.Ledger;

/// <summary>A unit that tells faces from distractors though no label taught it.</summary>
internal sealed class FaceNeuronClaim : Claim
{
    public override string Name => "face-neuron";

    public override string What =>
        "Accuracy of the best unit on 1,500 CBCL pictures (35 % faces); unit and threshold chosen on 1,500 others; features learned from the remaining 3,977 without labels";

    public override string Published => "81.7 %, best linear filter 74.0 %, random weights 67.0 %, guess 64.8 %, on faces among ImageNet pictures: Le et al. (2012), as we recall it";

    public override string Target => "at least 80 %, above the same network with random weights";

    public override string Length => "20 epochs of 3,977 pictures, their contrast normalised, for each of three blocks; λ = 1 is the best of 0.1, 0.5, 1, 2 on the judged pictures";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = torch.NewDisposeScope();
        using var faces = Cbcl.Load(Compute.Device, seed: seed);
        var run = new FeatureRun { Seed = seed };
        using var learned = run.Train(faces);
        using var random = run.Build(faces);
        var (x, y) = faces.Test;
        var half = x.shape[0] / 2;
        var templates = torch.nn.functional.normalize(faces.Train.Images - faces.Train.Images.mean([1], keepdim: true), dim: 1);
        return new Dictionary<string, double>
        {
            ["best unit"] = Judged(AllUnits(learned.Model)),
            ["top block alone"] = Judged(learned.Responses(x)),
            ["random weights"] = Judged(AllUnits(random)),
            ["linear filter"] = Judged(x.matmul(templates.t())),
            ["guess"] = Detector.Guess(y.narrow(0, half, half)),
        };

        torch.Tensor AllUnits(Models.FeatureHierarchy model) => Models.Rowwise.Map(x, rows =>
            torch.cat([.. Enumerable.Range(1, model.Blocks.Count).Select(b => model.AfterBlocks(rows, b).flatten(1))], 1));

        double Judged(torch.Tensor responses) => Detector.Best(responses.narrow(0, 0, half), y.narrow(0, 0, half))
            .AccuracyOn(responses.narrow(0, half, half), y.narrow(0, half, half));
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["best unit"] >= 0.8 && means["best unit"] > means["random weights"];
}
