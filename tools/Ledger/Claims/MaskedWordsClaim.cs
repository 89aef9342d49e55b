using Workbook.Course;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Training;

namespace Workbook.Ledger;

/// <summary>A masked language model on sentences that people wrote, against counts of neighbours.</summary>
internal sealed class MaskedWordsClaim : Claim
{
    private const int Epochs = 12;
    private const double Points = 10;

    public override string Name => "masked-words";

    public override string What => "Masked words named rightly, in per cent of 15 % of the tokens of 3,019 held-out Tatoeba sentences, all hidden by [MASK]; 2,000 words and [UNK]";

    public override string Published => "none: the corpora of BERT are out of reach here, and its table has no such figure";

    public override string Target => FormattableString.Invariant($"{Points:0} points or more above the most frequent token and above the token before (unigram and bigram)");

    public override string Length => $"{Epochs} epochs on 27,174 sentences, two layers of 128 numbers and four heads, batches of 64, Adam at 0.002 falling as a cosine";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var corpus = Corpus.Tatoeba(device: Compute.Device);
        var holes = MaskedResult.HeldOut(corpus);
        var counts = NeighbourCounts.Of(corpus.Train, corpus.Table.Size, TokenTable.FirstOrdinary, TokenTable.Mask);
        using var result = Experiment(seed).Train(corpus);
        var (accuracy, nats) = result.Judge(holes);
        return new Dictionary<string, double>
        {
            ["transformer"] = 100 * accuracy,
            ["most frequent token"] = 100 * counts.Judge(holes, Neighbours.None).Accuracy,
            ["token before"] = 100 * counts.Judge(holes, Neighbours.Before).Accuracy,
            ["both neighbours"] = 100 * counts.Judge(holes, Neighbours.Both).Accuracy,
            ["nats of the transformer"] = nats,
        };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) =>
        means["transformer"] - Points >= Math.Max(means["most frequent token"], means["token before"]);

    private MaskedRun Experiment(int seed) => new()
    {
        Size = 128,
        LearningRate = 2e-3,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs),
        Seed = seed,
        CheckpointPath = State(seed, "network"),
        Progress = new TrainingProgressBar(),
    };
}
