using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RecursionTests
{
    public static TheoryData<string> Forms => [.. SomeTrees.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Level_by_level_values_and_gradients_are_those_of_the_recursion_node_by_node(string form)
    {
        using var scope = NewDisposeScope();
        var (model, trees) = (SomeTrees.Model(form, words: 20, size: 6), SomeTrees.Random(12, words: 20, longest: 15, seed: 3));
        var parameters = model.Parameters();
        using var batch = new TreeBatch(trees);
        var batched = model.Loss(batch).Total;
        var folded = trees.Select(model.Fold).ToArray();
        var recursive = folded.Select(tree => tree.Loss).Aggregate((sum, loss) => sum + loss) / trees.Length;
        Assert.Equal(recursive.ToDouble(), batched.ToDouble(), 10);
        Assert.True(model.Nodes(batch).index_select(0, batch.Roots).allclose(cat(folded.Select(tree => tree.Vector).ToArray()), 1e-12, 1e-12));
        Tensor[] values = [.. parameters.Select(p => p.Value)];
        foreach (var (one, other) in autograd.grad([batched], values).Zip(autograd.grad([recursive], values)))
            Assert.True(one.allclose(other, 1e-10, 1e-12), $"{form}: {(one - other).abs().max().ToDouble()}");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void In_single_precision_they_agree_to_five_digits(string form)
    {
        using var scope = NewDisposeScope();
        var (model, trees) = (SomeTrees.Model(form, words: 20, size: 6), SomeTrees.Random(12, words: 20, longest: 15, seed: 4));
        ((nn.Module)model).to(ScalarType.Float32);
        Tensor[] values = [.. model.Parameters().Select(p => p.Value)];
        using var batch = new TreeBatch(trees);
        var recursive = trees.Select(tree => model.Fold(tree).Loss).Aggregate((sum, loss) => sum + loss) / trees.Length;
        foreach (var (one, other) in autograd.grad([model.Loss(batch).Total], values).Zip(autograd.grad([recursive], values)))
            Assert.InRange((one - other).abs().max().ToDouble(), 0, 1e-5 * Math.Max(1, other.abs().max().ToDouble()));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_gradient_agrees_with_finite_differences(string form)
    {
        var model = SomeTrees.Model(form);
        using var batch = new TreeBatch(SomeTrees.Recorded);
        using (no_grad())
            foreach (var (_, bias) in model.Parameters().Where(p => p.Name.EndsWith("bias", StringComparison.Ordinal))) bias.add_(0.03);    // no ReLU at its corner
        foreach (var (name, value) in model.Parameters())
            Assert.True(Gradients.Disagreement(() => model.Loss(batch).Total, value) < 1e-7, name);
    }

    [Fact]
    public void Three_words_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var model = new RecursiveAutoencoder(3, 1, new Generator(1), normalise: false);
        Set(model, "words", 0.5f, -1, 2);
        Set(model, "compose.compose.weight", 1, 0.5f);
        Set(model, "compose.compose.bias", 0.1f);
        Set(model, "decode.weight", 2, -1);
        Set(model, "decode.bias", 0, 0.3f);
        using var batch = new TreeBatch([new Tree.Node(new Tree.Node(new Tree.Leaf(0), new Tree.Leaf(1)), new Tree.Leaf(2))]);
        var p = Math.Tanh(0.5 * 1 - 1 * 0.5 + 0.1);                                 // 0.09967
        var q = Math.Tanh(p * 1 + 2 * 0.5 + 0.1);                                   // 0.83321
        Assert.Equal([0.5, -1, 2, p, q], model.Nodes(batch).to(ScalarType.Float64).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        var inner = 0.5 * (Math.Pow(0.5 - 2 * p, 2) + Math.Pow(-1 - (0.3 - p), 2)); // 0.76499
        var outer = 0.5 * (Math.Pow(p - 2 * q, 2) + Math.Pow(2 - (0.3 - q), 2));    // 4.43583
        Assert.Equal([inner, outer], model.Errors(batch).to(ScalarType.Float64).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(inner + outer, model.Loss(batch)["reconstruction"].ToDouble(), 5);
    }

    [Fact]
    public void Shorter_vectors_lower_the_error_of_a_linear_autoencoder_and_not_that_of_a_normalised_one()
    {
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch(SomeTrees.Random(5, words: 20, longest: 9, seed: 1));
        var plain = new RecursiveAutoencoder(20, 4, new Generator(1), normalise: false, activation: Activation.Identity);
        var normalised = new RecursiveAutoencoder(20, 4, new Generator(1), normalise: true, activation: Activation.Identity);
        var (before, fixedBefore) = (plain.Errors(batch), normalised.Nodes(batch).narrow(0, batch.Leaves, batch.Phrases));
        using (no_grad())
        {
            plain.Words.Table.mul_(0.1);
            normalised.Words.Table.mul_(0.1);
        }
        Assert.True(plain.Errors(batch).allclose(0.01 * before, 1e-4, 1e-8));       // a tenth as long: a hundredth of the error, nothing learned
        var (rows, first) = (normalised.Nodes(batch), batch.Levels[0]);
        Assert.True(rows.narrow(0, first.First, first.Count).allclose(fixedBefore.narrow(0, 0, first.Count), 1e-4, 1e-5));
        Assert.True(rows.narrow(0, batch.Leaves, batch.Phrases).norm(1).allclose(ones(batch.Phrases), 1e-5, 1e-6));
    }

    [Fact]
    public void With_one_layer_the_deep_network_is_the_shallow_one()
    {
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch(SomeTrees.Recorded);
        var (deep, shallow) = (new DeepRecursiveNetwork(5, 4, 1, 3, new Generator(7)), new RecursiveNetwork(5, 4, 3, new Generator(7), Activation.Relu));
        Assert.Equal(shallow.Loss(batch).ToDouble(), deep.Loss(batch).ToDouble(), 6);
    }

    [Fact]
    public void At_the_ends_of_alpha_one_of_the_two_tasks_is_left()
    {
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch(SomeTrees.Recorded);
        var all = new SemiSupervisedRecursiveAutoencoder(5, 4, 3, 1, new Generator(7));
        Assert.Equal(new RecursiveAutoencoder(5, 4, new Generator(7)).Loss(batch).ToDouble(), all.Loss(batch).ToDouble(), 6);
        Assert.Equal(0, new SemiSupervisedRecursiveAutoencoder(5, 4, 3, 0, new Generator(7)).Loss(batch)["reconstruction"].ToDouble());
    }

    [Fact]
    public void A_phrase_of_two_words_is_unfolded_into_its_two_parts_and_so_both_errors_agree_there()
    {
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch([new Tree.Node(new Tree.Leaf(0), new Tree.Leaf(1))]);
        var unfolding = new UnfoldingAutoencoder(2, 3, new Generator(1), activation: Activation.Identity);
        var plain = new RecursiveAutoencoder(2, 3, new Generator(1), normalise: false, activation: Activation.Identity);
        Assert.Equal(plain.Loss(batch).ToDouble(), unfolding.Loss(batch).ToDouble(), 6);
    }

    [Fact]
    public void A_thousand_steps_leave_no_memory_behind()
    {
        var model = SomeTrees.Model("semi-supervised", words: 20, size: 6);
        using var batch = new TreeBatch(SomeTrees.Random(8, words: 20, longest: 9, seed: 1));
        Step();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 1000; i++) Step();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        void Step()
        {
            using var scope = NewDisposeScope();
            foreach (var (_, value) in model.Parameters()) value.grad?.zero_();
            model.Loss(batch).backward();
        }
    }

    private static void Set(nn.Module model, string name, params float[] values)
    {
        using var _ = no_grad();
        var parameter = model.named_parameters().Single(p => p.name.StartsWith(name, StringComparison.Ordinal)).parameter;
        parameter.copy_(tensor(values).reshape(parameter.shape));
    }
}
