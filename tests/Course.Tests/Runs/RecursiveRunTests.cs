using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The run of notebook 10, on drawn trees.</summary>
public sealed class RecursiveRunTests
{
    private static readonly TreeCorpus corpus = TreeCorpus.Of(ToyTreebank.Load(train: 600, dev: 100, test: 400));
    private static readonly RecursiveRun small = new() { Size = 15, Epochs = 2, Progress = null };

    public static TheoryData<RecursiveForm> Forms => [.. Enum.GetValues<RecursiveForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_record_gives_the_same_numbers_and_another_seed_others(RecursiveForm form)
    {
        using var first = (small with { Form = form }).Train(corpus);
        using var again = (small with { Form = form }).Train(corpus);
        using var other = (small with { Form = form, Seed = 2 }).Train(corpus);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(first.Score(corpus.Test), again.Score(corpus.Test));
        Assert.NotEqual(first.History.Steps, other.History.Steps);
        Assert.True(first.History.Steps[^1] < first.History.Steps[0]);
    }

    [Fact]
    public void With_the_tree_it_is_right_more_often_than_any_guess_from_counts()
    {
        using var result = (small with { Epochs = 12, LearningRate = 1e-2 }).Train(corpus);
        var score = result.Score(corpus.Test);
        Assert.True(score.Root > ToyTreebank.BestFromCounts + 0.05, $"{score} against {ToyTreebank.BestFromCounts}");
        Assert.True(double.IsNaN(score.Reconstruction));
    }

    [Fact]
    public void Greedy_trees_are_built_anew_by_the_two_forms_that_can()
    {
        using var result = (small with { Form = RecursiveForm.Autoencoder, GreedyTrees = true }).Train(corpus);
        Assert.True(result.History.Epochs[^1].Terms["reconstruction"] < result.History.Epochs[0].Terms["reconstruction"]);
        Assert.StartsWith("GreedyTrees: expected Autoencoder or SemiSupervised, which build trees by their own error, got RecursiveNetwork.",
            Assert.Throws<ArgumentException>(() => (small with { GreedyTrees = true }).Train(corpus)).Message);
    }

    [Fact]
    public void With_greedy_trees_every_phrase_learns_the_label_of_its_sentence_and_no_other()
    {
        var greedy = small with { Form = RecursiveForm.SemiSupervised, GreedyTrees = true, Epochs = 3 };
        using var result = greedy.Train(corpus);
        Tree[] chains = [.. corpus.Train.Select(tree => Tree.LeftBranching([.. tree.Words]).LabelledWhole(tree.Label))];
        using var bare = greedy.Train(corpus with { Train = chains });               // trees and labels of phrases laid aside
        Assert.Equal(result.History.Steps, bare.History.Steps);
        var rebuilt = result.Rebuilt(corpus.Test);
        Assert.Equal(GreedyTrees.Build(((SemiSupervisedRecursiveAutoencoder)result.Model).Autoencoder, [.. corpus.Test.Select(tree => tree.Words.ToArray())]).Select(tree => tree.Height), rebuilt.Select(tree => tree.Height));
        Assert.All(rebuilt.Zip(corpus.Test), pair => Assert.Equal(pair.First.ToString(), pair.First.LabelledThroughout(pair.Second.Label!.Value).ToString()));
    }

    [Fact]
    public void Words_held_fixed_stay_as_they_were_drawn_and_keep_something_to_reconstruct()
    {
        using var scope = NewDisposeScope();
        using var free = (small with { Form = RecursiveForm.Autoencoder, Epochs = 6 }).Train(corpus);
        using var still = (small with { Form = RecursiveForm.Autoencoder, Epochs = 6, LearnWords = false }).Train(corpus);
        Assert.True(still.Model.Words.Table.Equals(small.Build(corpus).Words.Table));
        Assert.True(free.Score(corpus.Test).Reconstruction < 0.2 * still.Score(corpus.Test).Reconstruction);
    }

    [Fact]
    public void The_score_is_counted_as_one_would_by_hand()
    {
        using var scope = NewDisposeScope();
        using var result = (small with { Form = RecursiveForm.SemiSupervised, Epochs = 1 }).Train(corpus);
        var (model, some) = ((SemiSupervisedRecursiveAutoencoder)result.Model, corpus.Test.Take(5).ToArray());
        int Named(Tree tree)
        {
            using var batch = new TreeBatch([tree]);
            return (int)model.LabelLogits(batch).index_select(0, batch.Roots).argmax(1).ToInt64();
        }
        int Voted(Tree tree)
        {
            using var batch = new TreeBatch([tree]);
            return (int)model.LabelLogits(batch).log_softmax(1).mean([0L]).argmax().ToInt64();
        }
        var score = result.Score(some);
        Assert.Equal(some.Average(tree => Named(tree) == tree.Label ? 1.0 : 0), score.Root, 12);
        Assert.Equal(some.Average(tree => Voted(tree) == tree.Label ? 1.0 : 0), score.Vote, 12);
        Assert.Equal(some.SelectMany(tree => tree.Subtrees).Average(tree => Named(tree) == tree.Label ? 1.0 : 0), score.Nodes, 12);
        Assert.Equal(some.Sum(tree => model.Autoencoder.Fold(tree).Loss.ToDouble()) / some.Sum(tree => tree.Length - 1), score.Reconstruction, 5);
    }
}
