using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SparseAutoencoderTests
{
    private static readonly SparsityPenalty[] Penalties = [new L1Penalty(0.1), new L2Penalty(0.1), new KlPenalty(0.2, 0.5)];

    [Fact]
    public void Its_terms_are_what_their_formulas_say_and_add_up()
    {
        using var scope = NewDisposeScope();
        var model = new SparseAutoencoder(6, 9, new L1Penalty(0.3), new Generator(1), weightDecay: 0.2);
        var x = rand(4, 6, generator: new Generator(2));
        var terms = model.Loss(x);
        Assert.Equal(new BernoulliLikelihood().Loss(model.call(x), x).ToDouble(), terms["reconstruction"].ToDouble(), 5);
        Assert.Equal(0.3 * model.Encode(x).sum(1).mean().ToDouble(), terms["penalty"].ToDouble(), 5);
        Assert.Equal(0.1 * (model.Filters.square().sum() + model.Dictionary.square().sum()).ToDouble(), terms["weight decay"].ToDouble(), 5);
        Assert.Equal((terms["reconstruction"] + terms["penalty"] + terms["weight decay"]).ToDouble(), terms.Total.ToDouble(), 5);
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences_under_every_penalty()
    {
        foreach (var penalty in Penalties)
        {
            using var scope = NewDisposeScope();
            var model = new SparseAutoencoder(4, 6, penalty, new Generator(3), weightDecay: 0.1).to(ScalarType.Float64);
            var x = rand(5, 4, dtype: ScalarType.Float64, generator: new Generator(4));
            Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.Loss(x).Total, parameter), 0, 1e-7));
        }
    }

    // A fact of learning: where both lose about as much in reconstruction, L1 leaves most units at exactly 0 and L2 does not.
    [Fact]
    public void L1_stops_more_units_at_zero_than_L2_does()
    {
        var (one, two) = (Zeros(new L1Penalty(0.5)), Zeros(new L2Penalty(0.5)));
        Assert.True(one > two + 0.15, $"share of zeros: {one:F2} with L1, {two:F2} with L2");
    }

    [Fact]
    public void The_divergence_brings_every_unit_near_its_target()
    {
        using var scope = NewDisposeScope();
        var model = Trained(new KlPenalty(0.1, 5), Activation.Sigmoid);
        var means = model.Encode(Strokes).mean([0]);
        Assert.InRange(means.min().ToDouble(), 0.05, 0.15);
        Assert.InRange(means.max().ToDouble(), 0.05, 0.15);
    }

    [Theory]
    [InlineData(0, 5, 0.0, "dataSize: expected 1 or more, got 0.")]
    [InlineData(5, 0, 0.0, "codeSize: expected 1 or more, got 0.")]
    [InlineData(5, 5, -1.0, "weightDecay: expected 0 or more, got -1.")]
    public void Sizes_below_one_and_a_negative_decay_are_refused(int data, int code, double decay, string message) => Assert.StartsWith(message,
        Assert.Throws<ArgumentException>(() => new SparseAutoencoder(data, code, new L1Penalty(1), new Generator(1), weightDecay: decay)).Message);

    // 8 × 8 pictures, each the sum of a row and a column of ink: two causes out of sixteen.
    private static Tensor Strokes { get; } = Pictures();

    private static Tensor Pictures()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(5);
        var rows = nn.functional.one_hot(randint(8, [256], generator: random), 8).to(float32);
        var columns = nn.functional.one_hot(randint(8, [256], generator: random), 8).to(float32);
        return maximum(rows.unsqueeze(2), columns.unsqueeze(1)).reshape(256, 64).DetachFromDisposeScope();
    }

    private static double Zeros(SparsityPenalty penalty)
    {
        using var scope = NewDisposeScope();
        return Trained(penalty, Activation.Relu).Encode(Strokes).eq(0).to(float32).mean().ToDouble();
    }

    private static SparseAutoencoder Trained(SparsityPenalty penalty, Activation activation)
    {
        var model = new SparseAutoencoder(64, 96, penalty, new Generator(6), activation, weightDecay: 0.01);
        var adam = optim.Adam(model.parameters(), lr: 0.01);
        for (var step = 0; step < 300; step++)
        {
            using var scope = NewDisposeScope();
            adam.zero_grad();
            model.Loss(Strokes).Total.backward();
            adam.step();
        }
        return model;
    }
}
