using Workbook.Course;
using Workbook.Data;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>The variational autoencoder of sentences on the Penn Treebank: a likelihood, and a code that is used.</summary>
internal sealed class PtbClaim : Claim
{
    private const int Epochs = 8, Samples = 20;

    public override string Name => "ptb-sentence-vae";

    public override string What => "Sentences of the Penn Treebank's test part, 21.9 words and ends on average, each by itself: −ELBO and its divergence in nats per sentence; one seed";

    public override string Published => "101 with a divergence of 2, and 100 for a recurrent language model: Bowman et al. (2016), table 2, as we recall it";

    public override string Target => "−ELBO 104 or less with a divergence of 2 or more";

    public override string Length => FormattableString.Invariant($"{Epochs} epochs on 42,068 sentences, GRUs of 300, words of 150, a code of 16, a fifth of the words dropped, two fifths of each state hidden from the last layer, ") +
        "0.2 nats free for each number of the code, the divergence rising over one epoch, batches of 32, Adam at 0.002 falling as a cosine; settings not chosen: the first that were tried, for two epochs, on the validation part";

    public override IReadOnlyList<int> Seeds => [1];

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = NewDisposeScope();
        using var corpus = Corpus.Ptb(device: Compute.Device);
        using var result = Experiment(seed).Train(corpus);
        using var random = new Generator((ulong)seed);
        var likelihood = result.NegativeLogLikelihood(corpus.Test, Samples, random);
        return new Dictionary<string, double>
        {
            ["−ELBO"] = result.NegativeElbo.PerSentence,
            ["of it divergence"] = result.Divergence.PerSentence,
            [$"−log p by {Samples} draws"] = likelihood.PerSentence,
            ["perplexity by that"] = likelihood.Perplexity,
        };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["−ELBO"] <= 104 && means["of it divergence"] >= 2;

    private SentenceVaeRun Experiment(int seed) => new()
    {
        LatentSize = 16,
        WordSize = 150,
        HiddenSize = 300,
        WordDropout = 0.2,
        Dropout = 0.4,
        FreeNats = 0.2,
        AnnealingEpochs = 1,
        BatchSize = 32,
        LearningRate = 2e-3,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs),
        Seed = seed,
        CheckpointPath = State(seed, "network"),
        Progress = new TrainingProgressBar(),
    };
}
