using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>The five forms of recursive networks.</summary>
public enum RecursiveForm
{
    /// <summary>A recursive autoencoder, without labels.</summary>
    Autoencoder,

    /// <summary>A recursive network with labels alone.</summary>
    Supervised,

    /// <summary>Both, weighed by α.</summary>
    SemiSupervised,

    /// <summary>An autoencoder that unfolds the whole of each phrase.</summary>
    Unfolding,

    /// <summary>Several layers with labels.</summary>
    Deep,
}

/// <summary>One recursive network trained on labelled trees.</summary>
/// <remarks><code>var result = new RecursiveRun { Form = RecursiveForm.SemiSupervised, Alpha = 0.2 }.AtScale().Train(corpus);</code> Notebook 10.</remarks>
public sealed record RecursiveRun : TrainingRun, IRun<RecursiveRun>
{
    /// <summary>A run of ten epochs by default, at a rate of 0.005.</summary>
    public RecursiveRun() => (Epochs, LearningRate) = (10, 5e-3);

    /// <summary>Which of the five. Default: the supervised one.</summary>
    public RecursiveForm Form { get; init; } = RecursiveForm.Supervised;

    /// <summary>K, the numbers of each vector. Default: 25, as in the treebank's paper.</summary>
    public int Size { get; init; } = 25;

    /// <summary>Layers of the deep form. Default: 3.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>α of the semi-supervised form, what reconstruction counts. Default: 0.2.</summary>
    public double Alpha { get; init; } = 0.2;

    /// <summary>Whether a phrase's vector is divided by its length. Default: yes in the two forms with E_rec over parts, where short vectors would pay; no in the others.</summary>
    public bool? Normalise { get; init; }

    /// <summary>Whether the longer part counts more in E_rec. Default: no.</summary>
    public bool LengthWeighted { get; init; }

    /// <summary>f; tanh if not said, in the deep form ReLU.</summary>
    public Activation? Activation { get; init; }

    /// <summary>Whether given trees are laid aside, and the autoencoder, of which the semi-supervised form is one too, builds its own anew for every epoch: every phrase then has the label of its sentence. Default: no.</summary>
    public bool GreedyTrees { get; init; }

    /// <summary>Whether word vectors are learned too. Default: yes, as in the papers; held fixed, they cannot be made easy to reconstruct.</summary>
    public bool LearnWords { get; init; } = true;

    /// <summary>Trees in a step. Default: 25.</summary>
    public int BatchSize { get; init; } = 25;

    /// <summary>How many training trees are used. Default: all.</summary>
    public int Examples { get; init; } = int.MaxValue;

    /// <summary>300 trees, two epochs at most.</summary>
    public RecursiveRun Smoke() => this with { Examples = Math.Min(Examples, 300), Epochs = Math.Min(Epochs, 2) };

    /// <summary>Three times the epochs.</summary>
    public RecursiveRun Longer() => this with { Epochs = 3 * Epochs };

    /// <summary>The network before its first step, on the notebook's device.</summary>
    /// <param name="corpus">Whose words and classes it is for.</param>
    public IRecursiveModel Build(TreeCorpus corpus)
    {
        var (words, classes) = (corpus.Vocabulary.Size, corpus.Classes.Length);
        IRecursiveModel model = Form switch
        {
            RecursiveForm.Autoencoder => new RecursiveAutoencoder(words, Size, FirstWeights, Normalise ?? true, LengthWeighted, Activation),
            RecursiveForm.Supervised => new RecursiveNetwork(words, Size, classes, FirstWeights, Activation, Normalise ?? false),
            RecursiveForm.SemiSupervised => new SemiSupervisedRecursiveAutoencoder(words, Size, classes, Alpha, FirstWeights, Normalise ?? true, LengthWeighted, Activation),
            RecursiveForm.Unfolding => new UnfoldingAutoencoder(words, Size, FirstWeights, Normalise ?? false, Activation),
            RecursiveForm.Deep => new DeepRecursiveNetwork(words, Size, Depth, classes, FirstWeights, Activation),
            _ => throw new ArgumentException($"{nameof(Form)}: expected one of the five, got {Form}.", nameof(Form)),
        };
        ((nn.Module)model).to(Compute.Device);
        model.Words.Table.requires_grad_(LearnWords);
        return model;
    }

    /// <summary>Trains on the training trees and measures on the held-out ones.</summary>
    /// <exception cref="ArgumentException">Greedy trees are wanted of a form that cannot build them.</exception>
    public RecursiveResult Train(TreeCorpus corpus)
    {
        var model = Build(corpus);
        Tree[] part = [.. corpus.Train.Take(Examples)];
        IBatches<TreeBatch> batches = GreedyTrees ? new GreedyBatches(Builder(model), part, BatchSize, Seed) : Batched(part, BatchSize, Seed);
        using var trainer = Loop((nn.Module)model, batches, model.Loss);
        trainer.Finish(Epochs);
        return new(this, model, trainer.History, new(model, part, corpus.Classes.Length));
    }

    /// <summary>Trees in the batches and the order of a run, laid side by side on the notebook's device.</summary>
    public static IBatches<TreeBatch> Batched(IReadOnlyList<Tree> trees, int size, long seed) =>
        Batches.Shuffled(trees, size, seed, part => new TreeBatch(part, Compute.Device), batch => batch.Count, () => trees.Sum(tree => tree.Words.Index().Sum(word => (word.Index + 1.0) * word.Item)));

    // What builds trees by its own error.
    internal static RecursiveAutoencoder Builder(IRecursiveModel model) => model switch
    {
        RecursiveAutoencoder autoencoder => autoencoder,
        SemiSupervisedRecursiveAutoencoder both => both.Autoencoder,
        _ => throw new ArgumentException(
            $"{nameof(GreedyTrees)}: expected {RecursiveForm.Autoencoder} or {RecursiveForm.SemiSupervised}, which build trees by their own error, got {((nn.Module)model).GetName()}.", nameof(GreedyTrees)),
    };

    // The sentences of some trees in trees that the autoencoder builds, each phrase with the label of its sentence.
    internal static Tree[] Rebuilt(RecursiveAutoencoder builder, IReadOnlyList<Tree> trees)
    {
        var built = Models.GreedyTrees.Build(builder, [.. trees.Select(tree => tree.Words.ToArray())]);
        return [.. built.Zip(trees, (tree, given) => given.Label is { } k ? tree.LabelledThroughout(k) : tree)];
    }

    /// <summary>The batches of trees that a model builds anew at the beginning of every epoch.</summary>
    private sealed class GreedyBatches(RecursiveAutoencoder builder, IReadOnlyList<Tree> given, int size, long seed) : IBatches<TreeBatch>
    {
        private IBatches<TreeBatch> current = Batched([.. given.Select(tree => Tree.LeftBranching([.. tree.Words]))], size, seed);

        public int PerEpoch => current.PerEpoch;

        public IEnumerable<TreeBatch> Epoch(int epoch, int skip = 0) => (current = Batched(Rebuilt(builder, given), size, seed)).Epoch(epoch, skip);

        public long Examples(TreeBatch batch) => current.Examples(batch);
    }
}

/// <summary>A trained recursive network.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Judge">What names the classes: the network itself, or a linear probe on its vectors.</param>
public sealed record RecursiveResult(RecursiveRun Run, IRecursiveModel Model, TrainingHistory History, TreeJudge Judge) : IDisposable
{
    /// <summary>The share of trees, and of all labelled words and phrases, whose class is named rightly; and E_rec a phrase where the network has one.</summary>
    public TreeScore Score(IReadOnlyList<Tree> trees) => Judge.Score(trees);

    /// <summary>The sentences of these trees in trees that the model builds by its own error, each phrase with the label of its sentence.</summary>
    /// <exception cref="ArgumentException">The model is none that builds trees, or there is no tree.</exception>
    public IReadOnlyList<Tree> Rebuilt(IReadOnlyList<Tree> trees) => RecursiveRun.Rebuilt(RecursiveRun.Builder(Model), trees);

    /// <summary>Frees the network.</summary>
    public void Dispose()
    {
        ((nn.Module)Model).Dispose();
        Judge.Dispose();
    }
}
