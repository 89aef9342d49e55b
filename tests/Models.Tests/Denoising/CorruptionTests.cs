using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class CorruptionTests
{
    private const int Rows = 400, Columns = 500;                                    // 200,000 draws: a share has a deviation of about 0.001

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public void Masking_zeroes_its_share_and_leaves_the_rest(double rate)
    {
        using var scope = NewDisposeScope();
        var x = rand(Rows, Columns, generator: new Generator(1)) + 0.5;
        var corrupted = new MaskingNoise(rate).Apply(x, new Generator(2));
        var zero = corrupted.eq(0);
        Assert.InRange(zero.to(float32).mean().ToDouble(), rate - 0.005, rate + 0.005);
        Assert.True(corrupted.eq(x).logical_or(zero).all().ToBoolean());
    }

    [Fact]
    public void Gaussian_noise_has_mean_0_and_the_deviation_asked_for()
    {
        using var scope = NewDisposeScope();
        var x = rand(Rows, Columns, generator: new Generator(1));
        var noise = new GaussianNoise(0.3).Apply(x, new Generator(2)) - x;
        Assert.Equal(0, noise.mean().ToDouble(), 2.5e-3);
        Assert.Equal(0.3, noise.std().ToDouble(), 2.5e-3);
    }

    [Fact]
    public void Salt_and_pepper_falls_in_equal_parts()
    {
        using var scope = NewDisposeScope();
        var x = full([Rows, Columns], 0.5);
        var corrupted = new SaltAndPepperNoise(0.4).Apply(x, new Generator(2));
        Assert.Equal(0.2, Share(corrupted.eq(0)), 5e-3);
        Assert.Equal(0.2, Share(corrupted.eq(1)), 5e-3);
        Assert.Equal(0.6, Share(corrupted.eq(0.5)), 5e-3);

        static double Share(Tensor where) => where.to(float32).mean().ToDouble();
    }

    [Fact]
    public void The_examples_themselves_stay_clean_and_a_seed_fixes_the_draw()
    {
        using var scope = NewDisposeScope();
        foreach (var corruption in (Corruption[])[new MaskingNoise(0.5), new GaussianNoise(1), new SaltAndPepperNoise(0.5)])
        {
            var x = full([4, 4], 0.5);
            var once = corruption.Apply(x, new Generator(7));
            Assert.True(x.eq(0.5).all().ToBoolean());
            Assert.True(once.equal(corruption.Apply(x, new Generator(7))).all().ToBoolean());
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_rate_outside_zero_to_one_is_refused(double rate)
    {
        Assert.StartsWith("rate: expected a probability in [0, 1], got", Assert.Throws<ArgumentException>(() => new MaskingNoise(rate)).Message);
        Assert.StartsWith("rate: expected a probability in [0, 1], got", Assert.Throws<ArgumentException>(() => new SaltAndPepperNoise(rate)).Message);
    }

    [Fact]
    public void A_negative_deviation_is_refused() =>
        Assert.StartsWith("deviation: expected 0 or more, got -1.", Assert.Throws<ArgumentException>(() => new GaussianNoise(-1)).Message);
}
