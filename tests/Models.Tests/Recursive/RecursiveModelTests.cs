using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RecursiveModelTests
{
    public static TheoryData<string> Forms => [.. SomeTrees.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_loss_is_made_of_what_the_model_says_of_labels_and_of_parts(string form)
    {
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch(SomeTrees.Recorded);
        IRecursiveModel model = SomeTrees.Model(form);
        var (loss, alpha) = (model.Loss(batch), model is SemiSupervisedRecursiveAutoencoder both ? both.Alpha : double.NaN);
        var expected = 0.0;
        if (model is ITreeClassifier classifier)
        {
            var known = batch.Labels.ne(TreeBatch.Unlabelled).nonzero().squeeze(1);
            var surprise = nn.functional.cross_entropy(classifier.LabelLogits(batch).index_select(0, known), batch.Labels.index_select(0, known), reduction: nn.Reduction.Sum);
            expected += (double.IsNaN(alpha) ? 1 : 1 - alpha) * surprise.ToDouble() / batch.Count;
        }
        if (model is ITreeReconstruction reconstruction)
            expected += (double.IsNaN(alpha) ? 1 : alpha) * reconstruction.Errors(batch).sum().ToDouble() / batch.Count;
        Assert.Equal(expected, loss.ToDouble(), 10);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_is_folded_of_a_word_alone_has_no_parts_to_give_back(string form)
    {
        using var scope = NewDisposeScope();
        Folded word = SomeTrees.Model(form).Fold(new Tree.Leaf(3));
        Assert.Equal([1, SomeTrees.Size], word.Vector.shape);
        Assert.Equal(0, word.Loss.ToDouble());                                      // and no label either
    }

    [Fact]
    public void Word_vectors_are_rows_of_a_table_about_as_long_as_one()
    {
        using var scope = NewDisposeScope();
        var words = new WordVectors(1000, 50, new Generator(1));
        Assert.InRange(words.Table.norm(1).mean().ToDouble(), 0.98, 1.01);          // E ‖N(0, I / K)‖ = 0.995 for K = 50
        Assert.True(words.call(tensor(new long[] { 7, 7 })).Equals(cat([words.Of(7), words.Of(7)])));
        Assert.StartsWith("word: expected a word's number from 0 to 999, got 1000", Assert.Throws<ArgumentException>(() => words.Of(1000)).Message);
        Assert.StartsWith("word: expected a word's number from 0 to 999, got -1", Assert.Throws<ArgumentException>(() => words.Of(-1)).Message);
    }
}
