using Workbook.Course;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>The semi-supervised recursive autoencoder that builds its own trees, on sentences of film reviews.</summary>
internal sealed class RtPolarityClaim : Claim
{
    private const int Folds = 10, Epochs = 5;

    public override string Name => "rt-polarity";

    public override string What => "Held-out sentences of rt-polarity whose class is named rightly, in per cent: the mean over ten folds, each seed with folds of its own";

    public override string Published => "77.7 with word vectors learned elsewhere, 76.8 with drawn ones: Socher et al. (2011), table 2";

    public override string Target => "76.8 or more";

    public override string Length => FormattableString.Invariant(
        $"{Epochs} epochs on 9,596 sentences, words that occur twice, vectors of 50 from scratch, trees built greedily anew for each epoch and for the test, α = 0.5, normalised, ") +
        "batches of 25, AdamW at 0.002 falling as a cosine with λ = 0.2; chosen, as the penalty of the regression (of 0.01 to 1), on tenths of the training parts of three folds";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        var lines = RtPolarity.Load();
        var folds = Repeated.Over(Enumerable.Range(0, Folds), fold =>
        {
            using var scope = NewDisposeScope();
            var (train, test) = lines.Fold(fold, Folds, seed);
            var corpus = TreeCorpus.Of(train, test);
            using var result = Experiment(seed).Train(corpus);
            var score = result.Score(result.Rebuilt(corpus.Test));
            return (score.Vote, score.Root, Bag: BagOfWords(train, test));
        });
        return new Dictionary<string, double>
        {
            ["all phrases together"] = 100 * folds.Average(fold => fold.Vote),
            ["the whole sentence's vector"] = 100 * folds.Average(fold => fold.Root),
            ["bag of words, logistic regression"] = 100 * folds.Average(fold => fold.Bag),
        };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["all phrases together"] >= 76.8;

    private static double BagOfWords(TextLines train, TextLines test)
    {
        var vocabulary = Vocabulary.Fit(train, int.MaxValue, least: 2);
        using var probe = LinearProbe.Fit(vocabulary.Bag(train), Vocabulary.Labels(train), penalty: 1);
        return probe.Accuracy(vocabulary.Bag(test), Vocabulary.Labels(test));
    }

    private static RecursiveRun Experiment(int seed) => new()
    {
        Form = RecursiveForm.SemiSupervised,
        GreedyTrees = true,
        Alpha = 0.5,
        Size = 50,
        LearningRate = 2e-3,
        DecoupledWeightDecay = 0.2,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs),
        Seed = seed,
        Progress = null,
    };
}
