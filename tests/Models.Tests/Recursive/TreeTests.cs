using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class TreeTests
{
    private static readonly Tree tree = SomeTrees.Recorded[2];                      // ((0 2) (1 (3 4)))

    [Fact]
    public void A_tree_knows_its_words_its_length_and_its_height()
    {
        Assert.Equal([0, 2, 1, 3, 4], tree.Words);
        Assert.Equal((5, 3), (tree.Length, tree.Height));
        Assert.Equal("(0 ((1 0) (0 2)) (2 (1 1) (0 (2 3) (1 4))))", tree.ToString());
        Assert.Equal(9, tree.Subtrees.Count());
        Assert.Same(tree, tree.Subtrees.Last());
    }

    [Fact]
    public void Side_by_side_words_come_first_and_every_part_before_its_whole()
    {
        using var batch = new TreeBatch(SomeTrees.Recorded);
        Assert.Equal((3, 9, 6, 15), (batch.Count, batch.Leaves, batch.Phrases, batch.Nodes.Count));
        Assert.Equal([0, 1, 2, 3, 0, 2, 1, 3, 4], batch.Words.data<long>().ToArray());
        Assert.Equal([(9, 3), (12, 2), (14, 1)], batch.Levels);                     // heights 1, 2 and 3
        Assert.Equal([0, 1, 4, 5, 7, 8, 9, 2, 6, 11, 10, 13], batch.Parts.data<long>().ToArray());
        Assert.Equal([12, 3, 14], batch.Roots.data<long>().ToArray());
        Assert.Equal([0, 2, -1, 1, 1, 0, 1, 2, 1, 1, -1, 0, 2, 2, 0], batch.Labels.data<long>().ToArray());
        Assert.Equal(batch.Nodes.Select(part => SomeTrees.Recorded.Index().Single(tree => tree.Item.Subtrees.Any(own => ReferenceEquals(own, part))).Index), batch.Owners);
        Assert.Equal([2, 2, 2, 3, 3, 5], batch.Lengths.data<float>().ToArray()[9..]);
    }

    [Fact]
    public void A_sentence_gives_its_label_to_its_phrases_and_not_to_its_words_unless_it_is_one()
    {
        Assert.Equal("(1 (1 0 2) (1 1 (1 3 4)))", tree.LabelledThroughout(1).ToString());
        Assert.Equal("(1 3)", new Tree.Leaf(3).LabelledThroughout(1).ToString());
    }

    [Fact]
    public void A_tree_as_a_whole_takes_another_label_and_its_parts_keep_theirs()
    {
        var some = new Tree.Node(new Tree.Leaf(0, 1), new Tree.Leaf(1), 2);
        Assert.Equal("(3 (1 0) 1)", some.LabelledWhole(3).ToString());
        Assert.Equal("((1 0) 1)", some.LabelledWhole(null).ToString());
        Assert.Equal("(0 4)", new Tree.Leaf(4).LabelledWhole(0).ToString());
    }

    [Fact]
    public void Words_one_after_another_lean_to_the_left()
    {
        Assert.Equal("(((4 1) 0) 2)", Tree.LeftBranching([4, 1, 0, 2]).ToString());
        Assert.Equal("3", Tree.LeftBranching([3]).ToString());
    }

    [Fact]
    public void What_is_no_tree_and_what_a_network_cannot_read_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        Assert.StartsWith("words: expected one word or more, got none.", Assert.Throws<ArgumentException>(() => Tree.LeftBranching([])).Message);
        Assert.StartsWith("label: expected a class number from 0, or none, got -1.", Assert.Throws<ArgumentException>(() => new Tree.Leaf(0, -1)).Message);
        Assert.StartsWith("trees: expected one tree or more, got none.", Assert.Throws<ArgumentException>(() => new TreeBatch([])).Message);
        var model = new RecursiveNetwork(4, 2, 3, new Generator(1));
        using var stranger = new TreeBatch([new Tree.Leaf(4)]);
        Assert.StartsWith("word: expected a word's number from 0 to 3, got 4", Assert.Throws<ArgumentException>(() => model.Loss(stranger)).Message);
        using var fourth = new TreeBatch([new Tree.Leaf(0, 3)]);
        Assert.StartsWith("label: expected classes from 0 to 2, got 3.", Assert.Throws<ArgumentException>(() => model.Loss(fourth)).Message);
        Assert.Throws<ArgumentException>(() => new RecursiveNetwork(4, 2, 1, new Generator(1)));
        Assert.Throws<ArgumentException>(() => new SemiSupervisedRecursiveAutoencoder(4, 2, 3, 1.5, new Generator(1)));
        Assert.StartsWith("activation: expected tanh, ReLU, sigmoid or identity", Assert.Throws<ArgumentException>(() => new Composition(2, new Generator(1), Activation.Silu)).Message);
    }

    [Fact]
    public void A_word_alone_has_nothing_to_reconstruct()
    {
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch([new Tree.Leaf(1)]);
        foreach (var form in new[] { "autoencoder", "autoencoder, normalised and weighted", "unfolding" })
        {
            var loss = SomeTrees.Model(form).Loss(batch);
            loss.backward();
            Assert.Equal(0, loss.ToDouble());
        }
    }
}
