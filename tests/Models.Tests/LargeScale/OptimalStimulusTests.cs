using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class OptimalStimulusTests
{
    [Fact]
    public void For_a_linear_unit_it_is_the_filter_itself()
    {
        using var scope = NewDisposeScope();
        var w = randn([20], dtype: float64, generator: new Generator(1));
        using var found = OptimalStimulus.Ascend(x => x.mv(w), randn([5, 20], dtype: float64, generator: new Generator(2)));
        var best = w / w.norm();
        Assert.InRange((found.Pictures - best).abs().max().ToDouble(), 0, 1e-6);     // from every start
        Assert.Equal(w.norm().ToDouble(), found.Responses[-1].max().ToDouble(), 1e-9);
    }

    [Fact]
    public void For_a_pooling_unit_it_is_the_first_singular_vector_up_to_sign()
    {
        using var scope = NewDisposeScope();
        var w = randn([3, 12], dtype: float64, generator: new Generator(1));
        using var found = OptimalStimulus.Ascend(x => x.matmul(w.t()).square().sum(1).sqrt(), randn([4, 12], dtype: float64, generator: new Generator(2)), steps: 400);
        var (_, values, vectors) = linalg.svd(w, fullMatrices: false);
        Assert.Equal(values[0].ToDouble(), found.Responses[-1, 0].ToDouble(), 1e-8);
        Assert.Equal(1, Math.Abs(found.Pictures[0].dot(vectors[0]).ToDouble()), 1e-8);
    }

    [Fact]
    public void The_ascent_stays_on_the_sphere_never_falls_and_puts_the_best_first()
    {
        using var scope = NewDisposeScope();
        var model = new FeatureHierarchy(19, [new(6, 4), new(2, 8), new(2, 4, Normalization: 1)], new Generator(1));
        using var found = OptimalStimulus.Ascend(Unit, rand([6, 361], generator: new Generator(2)), steps: 30);
        Assert.Equal([31L, 6L], found.Responses.shape);
        Assert.True((found.Responses.narrow(0, 1, 30) - found.Responses.narrow(0, 0, 30)).min().ToDouble() >= 0);
        Assert.True((found.Responses[-1] - found.Responses[0]).min().ToDouble() > 0);
        Assert.True((found.Responses[-1].narrow(0, 0, 5) - found.Responses[-1].narrow(0, 1, 5)).min().ToDouble() >= 0);

        Tensor Unit(Tensor x)
        {
            Assert.InRange((x.norm(1) - 1).abs().max().ToDouble(), 0, 1e-5);         // wherever the unit is asked
            return model.call(x).select(1, 2);
        }
    }

    [Fact]
    public void A_start_of_zero_or_no_step_is_refused()
    {
        Assert.StartsWith("starts: expected one or more images that are not zero.", Assert.Throws<ArgumentException>(() => OptimalStimulus.Ascend(x => x.sum(1), zeros(2, 3))).Message);
        Assert.Throws<ArgumentException>(() => OptimalStimulus.Ascend(x => x.sum(1), ones(2, 3), steps: 0));
        Assert.Throws<ArgumentException>(() => OptimalStimulus.Ascend(x => x.sum(1), ones(2, 3), step: 0));
    }
}
