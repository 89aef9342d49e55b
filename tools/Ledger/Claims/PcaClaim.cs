using TorchSharp;
using Workbook.Evaluation;
using Workbook.Data;
using Workbook.Models;

namespace Workbook.Ledger;

/// <summary>The baseline of every deep autoencoder: principal components, in closed form.</summary>
internal sealed class PcaClaim : Claim
{
    public override string Name => "pca";

    public override string What => "Squared error per MNIST test image (pixels in [0, 1], summed over 784) of 30 principal components";

    public override string Published => "13.87: Hinton and Salakhutdinov (2006), Fig. 2B";

    public override string Target => "13.87 to the second decimal";

    public override string Length => "closed form on 60,000 images; no seed";

    public override IReadOnlyList<int> Seeds => [1];

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = torch.NewDisposeScope();
        using var digits = Mnist.Load();
        using var pca = Pca.Fit(digits.Train.Images, 30);
        return new Dictionary<string, double> { ["squared error"] = SquaredError.Mean(digits.Test.Images, pca.Reconstruct) };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => Math.Round(means["squared error"], 2) == 13.87;
}
