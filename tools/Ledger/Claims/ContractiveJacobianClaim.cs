using Workbook.Course;
using Workbook.Data;
using Workbook.Models;

namespace Workbook.Ledger;

/// <summary>The contractive layer's code stands stillest, and its features are the best to fine-tune.</summary>
internal sealed class ContractiveJacobianClaim : Claim
{
    private const int Units = 1000, Labelled = 10_000;

    public override string Name => "contractive-jacobian";

    public override string What =>
        "One layer of 1000 sigmoid units with tied weights on MNIST, four regularisers: mean ‖J‖_F on the test images, and their test error in per cent after fine-tuning a softmax on top";

    public override string Published => "Rifai et al. (ICML 2011), table 1, as we recall it: the contractive layer has both the lowest norm and the lowest error";

    public override string Target => "both are lowest for the contractive layer";

    public override string Length => "5 epochs on 60,000 images without labels, then 20 epochs on 10,000 with, for each of four";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var digits = Mnist.Load(Compute.Device);
        var plain = new ContractiveRun { CodeSize = Units, Epochs = 5, Seed = seed, Progress = null };
        var runs = new (string Name, ContractiveRun Run)[]
        {
            ("autoencoder", plain),
            ("weight decay", plain with { WeightDecay = 2e-3 }),
            ("denoising", plain with { Corruption = new MaskingNoise(0.25) }),
            ("contractive", plain with { Contraction = 0.1 }),
        };
        var values = new Dictionary<string, double>();
        var tuning = new ClassifierRun { HiddenSizes = [Units], Epochs = 20, Seed = seed, Progress = null };
        foreach (var (name, run) in runs)
        {
            using var learned = run.Train(digits);
            using var tuned = tuning.Train(digits.Train.First(Labelled), digits.Test, digits.Classes.Length, learned.Model.CopyEncoder());
            values[Norm(name)] = learned.JacobianNorm;
            values[Error(name)] = tuned.TestError;
        }
        return values;
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) =>
        Lowest(means, Norm("")) == Norm("contractive") && Lowest(means, Error("")) == Error("contractive");

    private static string Lowest(IReadOnlyDictionary<string, double> means, string kind) =>
        means.Where(pair => pair.Key.EndsWith(kind)).MinBy(pair => pair.Value).Key;

    private static string Norm(string name) => $"{name}: norm";

    private static string Error(string name) => $"{name}: error";
}
