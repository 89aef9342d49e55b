using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class SensitivityTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void A_rotated_and_scaled_normal_cloud_moves_by_half_the_noise_squared(double noise)
    {
        // x ~ N(0, I): E‖a σ ε‖² / (2 a² tr I) = σ²/2, whatever a is.
        using var scope = NewDisposeScope();
        var x = randn([40_000, 3], generator: new Generator(1));
        Assert.Equal(noise * noise / 2, Sensitivity.Of(y => 7 * y.flip(1), x, noise, new Generator(2)), 0.02 * noise * noise);
    }

    [Fact]
    public void Relative_noise_does_not_care_for_the_units_of_the_input()
    {
        using var scope = NewDisposeScope();
        var x = randn([2000, 3], dtype: float64, generator: new Generator(1));
        var scaled = x * tensor(new double[] { 1, 100, 0.01 });
        Assert.Equal(
            Sensitivity.Of(y => y, x, 0.1, new Generator(2), relative: true),
            Sensitivity.Of(y => y / tensor(new double[] { 1, 100, 0.01 }), scaled, 0.1, new Generator(2), relative: true), 9);
    }

    [Fact]
    public void Without_noise_nothing_moves() => Assert.Equal(0, Sensitivity.Of(y => y, eye(4), 0, new Generator(2)));

    [Fact]
    public void A_threshold_forgives_what_does_not_cross_it()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, Sensitivity.Of(y => y.gt(0.5).to(float32), eye(4), 0.01, new Generator(2)));
    }

    [Fact]
    public void A_map_to_one_place_is_refused()
    {
        Assert.StartsWith("map: it gives the same output for every example", Assert.Throws<ArgumentException>(() => Sensitivity.Of(y => zeros_like(y), eye(4), 0.1, new Generator(1))).Message);
        Assert.StartsWith("noise: expected 0 or more, got -1.", Assert.Throws<ArgumentException>(() => Sensitivity.Of(y => y, eye(4), -1, new Generator(1))).Message);
        Assert.StartsWith("x: expected (N, K) with N ≥ 2 and K ≥ 1, got (1, 4).", Assert.Throws<ArgumentException>(() => Sensitivity.Of(y => y, zeros(1, 4), 0.1, new Generator(1))).Message);
    }
}
