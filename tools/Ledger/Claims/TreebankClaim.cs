using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>Recursive networks on the Stanford sentiment treebank, shallow and deep.</summary>
internal sealed class TreebankClaim : Claim
{
    private const int Epochs = 6, Neutral = 2;

    public override string Name => "treebank";

    public override string What => "Held-out sentences of SST whose class is named rightly, in per cent: of five classes (fine), and of two without the neutral ones (binary, by the sums of the five probabilities)";

    public override string Published => "fine 43.2, binary 82.4 for the recursive network: Socher et al. (2013), table 1; deep 49.8 and 86.6 with word vectors learned elsewhere: İrsoy and Cardie (2014), as we recall it";

    public override string Target => "43.2 or more and 82.4 or more for the deep one, and both above the shallow one of equal size";

    public override string Length => $"{Epochs} epochs on 8,544 trees, words that occur twice, vectors of 50 from scratch, three layers where deep, batches of 25, AdamW at 0.002 falling as a cosine with λ = 0.2; chosen on the 1,101 trees kept for it";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        var corpus = TreeCorpus.Of(Sst.Load(), least: 2);
        var (deep, shallow, small) = (Judged(RecursiveForm.Deep, 50), Judged(RecursiveForm.Supervised, 50), Judged(RecursiveForm.Supervised, 25));
        return new Dictionary<string, double>
        {
            ["deep, 50: fine"] = deep.Fine,
            ["deep, 50: binary"] = deep.Binary,
            ["shallow, 50: fine"] = shallow.Fine,
            ["shallow, 50: binary"] = shallow.Binary,
            ["shallow, 25: fine"] = small.Fine,
            ["shallow, 25: binary"] = small.Binary,
            ["most frequent class: fine"] = 100.0 * corpus.Test.CountBy(tree => tree.Label ?? Neutral).Max(pair => pair.Value) / corpus.Test.Count,
        };

        (double Fine, double Binary) Judged(RecursiveForm form, int size)
        {
            using var result = Experiment(form, size, seed).Train(corpus);
            return (100 * result.Score(corpus.Test).Root, 100 * Binary((ITreeClassifier)result.Model, corpus.Test));
        }
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) =>
        means["deep, 50: fine"] >= Math.Max(43.2, means["shallow, 50: fine"]) && means["deep, 50: binary"] >= Math.Max(82.4, means["shallow, 50: binary"]);

    private static double Binary(ITreeClassifier model, IReadOnlyList<Tree> trees)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        Tree[] sided = [.. trees.Where(tree => tree.Label != Neutral)];
        using var batch = new TreeBatch(sided, Compute.Device);
        var p = model.LabelLogits(batch).index_select(0, batch.Roots).softmax(1).Matrix();
        return sided.Index().Average(tree => (p[tree.Index, 3] + p[tree.Index, 4] > p[tree.Index, 0] + p[tree.Index, 1]) == (tree.Item.Label > Neutral) ? 1.0 : 0);
    }

    private static RecursiveRun Experiment(RecursiveForm form, int size, int seed) => new()
    {
        Form = form,
        Size = size,
        LearningRate = 2e-3,
        DecoupledWeightDecay = 0.2,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs),
        Seed = seed,
        Progress = new TrainingProgressBar(),
    };
}
