using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class DrawsTests
{
    [Fact]
    public void On_the_CPU_they_are_torchs_own_of_that_generator()
    {
        using var scope = NewDisposeScope();
        Assert.True(Draws.Normal([3, 4], new Generator(1)).equal(randn(3, 4, generator: new Generator(1))).all().ToBoolean());
        Assert.True(Draws.UniformLike(zeros(5, dtype: ScalarType.Float64), new Generator(1)).equal(rand(5, dtype: ScalarType.Float64, generator: new Generator(1))).all().ToBoolean());
    }

    [SkippableFact]
    public void On_a_GPU_they_follow_from_the_generators_state()
    {
        Skip.IfNot(cuda.is_available(), "There is no GPU.");
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        var (first, second) = (Draws.Normal([1000], random, device: CUDA), Draws.Normal([1000], random, device: CUDA));
        Assert.False(first.equal(second).any().ToBoolean());
        Assert.True(first.equal(Draws.Normal([1000], new Generator(1), device: CUDA)).all().ToBoolean());
        Assert.InRange(Draws.Uniform([100_000], random, device: CUDA).mean().ToDouble(), 0.49, 0.51);
    }

    [Fact]
    public void Dropout_hides_the_share_it_is_told_makes_up_for_it_and_asks_nothing_where_there_is_none()
    {
        using var scope = NewDisposeScope();
        var (random, x) = (new Generator(4), full(100, 200, 3f));
        var shown = Draws.Dropout(x, 0.25, random);
        Assert.InRange(shown.eq(0).to(ScalarType.Float64).mean().ToDouble(), 0.25 - 0.0123, 0.25 + 0.0123);                  // four deviations of 20,000
        Assert.True(shown.eq(4).logical_or(shown.eq(0)).all().ToBoolean());
        var before = random.get_state();
        Assert.True(Draws.Dropout(x, 0, random).eq(x).all().ToBoolean());
        Assert.True(random.get_state().eq(before).all().ToBoolean());
        foreach (var rate in new[] { -0.1, 1, double.NaN })
            Assert.Contains("[0, 1), got", Assert.Throws<ArgumentException>(() => Draws.Dropout(x, rate, random)).Message);
    }
}
