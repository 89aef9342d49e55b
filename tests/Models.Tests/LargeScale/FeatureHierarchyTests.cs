using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class FeatureHierarchyTests
{
    private static readonly BlockShape[] Shapes = [new(6, 8), new(2, 16), new(2, 4, Normalization: 1)];

    [Fact]
    public void The_loss_of_a_block_is_the_equation_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var block = new FeatureBlock(1, 2, new BlockShape(Field: 1, Maps: 1, Pool: 2, Normalization: 0), new Generator(1));
        using (no_grad()) block.Filters.Weight.fill_(0.5f);                          // a = x / 2, WᵀW x = x / 4
        var terms = block.Loss(tensor(new float[] { 4, 0, 0, 0, 0, 8, 0, 6 }).reshape(2, 1, 2, 2), sparsity: 0.1);
        Assert.Equal((9 + 36 + 20.25) / 2, terms["reconstruction"].ToDouble(), 1e-4);   // (¾x)², summed over a picture, mean of two
        Assert.Equal(0.1 * (2 + 5) / 2, terms["sparsity"].ToDouble(), 1e-4);            // √(2²) and √(4² + 3²)
    }

    [Fact]
    public void The_gradient_of_the_loss_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var block = new FeatureBlock(2, 5, new BlockShape(2, 3), new Generator(1));
        block.to(float64);
        var x = randn([3, 2, 5, 5], dtype: float64, generator: new Generator(2));
        Assert.InRange(Gradients.Disagreement(() => block.Loss(x, 0.1) is var terms ? terms["reconstruction"] + terms["sparsity"] : x, block.Filters.Weight), 0, 1e-5);
    }

    [Fact]
    public void Three_blocks_are_nine_sublayers_and_their_weights_are_counted_by_hand()
    {
        using var model = new FeatureHierarchy(19, Shapes, new Generator(1));
        Assert.Equal(9, model.Costs.Count);
        Assert.Equal([14, 7, 7, 6, 3, 3, 2, 1, 1], model.Costs.Select(cost => cost.Side));
        Assert.Equal([196L * 36 * 8, 36L * 4 * 8 * 16, 4L * 4 * 16 * 4], model.Costs.Where(cost => cost.Weights > 0).Select(cost => cost.Weights));
        Assert.Equal([36L * 8, 4L * 8 * 16, 4L * 16 * 4], model.Costs.Where(cost => cost.Weights > 0).Select(cost => cost.Shared));
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), model.Costs.Sum(cost => cost.Weights));
        Assert.Equal(new SublayerCost("1 filters", Maps: 8, Side: 14, Weights: 196 * 36 * 8, Shared: 36 * 8), model.Costs[0]);
        Assert.Equal(4 * 8 * 14 * 14, model.Costs[0].UnitBytes);
    }

    [Fact]
    public void Three_times_the_light_changes_nothing_at_the_top_unless_normalisation_is_left_out()
    {
        using var scope = NewDisposeScope();
        var model = new FeatureHierarchy(19, Shapes, new Generator(1));
        var x = rand([4, 361], generator: new Generator(2));
        Assert.True(model.call(3 * x).allclose(model.call(x), rtol: 1e-2, atol: 1e-2));
        var plain = new FeatureHierarchy(19, [.. Shapes.Select(shape => shape with { Normalization = 0 })], new Generator(1));
        Assert.False(plain.call(3 * x).allclose(plain.call(x), rtol: 0.5, atol: 0.1));
    }

    [Fact]
    public void Normalised_at_the_entrance_every_block_reads_the_same_whatever_the_light()
    {
        using var scope = NewDisposeScope();
        var model = new FeatureHierarchy(19, [.. Shapes.Select(shape => shape with { Normalization = 0 })], new Generator(1), inputNormalization: 7);
        var x = rand([4, 361], generator: new Generator(2));
        Assert.True(model.AfterBlocks(x, 0).allclose(new LocalContrastNormalization(7).Apply(x.reshape(4, 1, 19, 19))));
        for (var count = 0; count <= 3; count++) Assert.True(model.AfterBlocks(0.3 * x + 0.5, count).allclose(model.AfterBlocks(x, count), rtol: 1e-3, atol: 1e-3));
        Assert.StartsWith("size: expected an odd number", Assert.Throws<ArgumentException>(() => new FeatureHierarchy(19, Shapes, new Generator(1), inputNormalization: 4)).Message);
    }

    [Fact]
    public void Blocks_below_are_what_the_whole_goes_through()
    {
        using var scope = NewDisposeScope();
        var model = new FeatureHierarchy(19, Shapes, new Generator(1));
        var x = rand([2, 361], generator: new Generator(2));
        Assert.True(model.AfterBlocks(x, 0).reshape(2, 361).allclose(x));
        Assert.True(model.Blocks[2].call(model.AfterBlocks(x, 2)).flatten(1).allclose(model.call(x)));
        Assert.Equal([2L, 4L], model.call(x).shape);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.StartsWith("side: expected a multiple of 2, the pooling window, got 15.", Assert.Throws<ArgumentException>(() => new FeatureHierarchy(19, [new(5, 8)], new Generator(1))).Message);
        Assert.Throws<ArgumentException>(() => new FeatureHierarchy(19, [], new Generator(1)));
        using var model = new FeatureHierarchy(19, Shapes, new Generator(1));
        Assert.StartsWith("x: expected (N, 361), got (2, 400).", Assert.Throws<ArgumentException>(() => model.call(zeros(2, 400))).Message);
        Assert.StartsWith("count: expected 0 to 3 blocks, got 4.", Assert.Throws<ArgumentException>(() => model.AfterBlocks(zeros(1, 361), 4)).Message);
        Assert.Throws<ArgumentException>(() => model.Blocks[0].Loss(zeros(1, 1, 19, 19), -1));
    }
}
