using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class LocalContrastNormalizationTests
{
    [Fact]
    public void A_single_bright_pixel_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var h = zeros([1, 1, 5, 5], dtype: float64);
        h[0, 0, 2, 2] = 1;
        var normalization = new LocalContrastNormalization(3);                      // deviation ¾: weights 1, q beside it, q² at the corner
        var q = Math.Exp(-1 / (2 * 0.75 * 0.75));
        var all = (1 + 2 * q) * (1 + 2 * q);
        var g = normalization.Subtracted(h);
        Assert.Equal(1 - 1 / all, g[0, 0, 2, 2].ToDouble(), 1e-12);
        Assert.Equal(-q / all, g[0, 0, 2, 1].ToDouble(), 1e-12);
        Assert.Equal(-q * q / all, g[0, 0, 1, 1].ToDouble(), 1e-12);
        var power = Math.Pow(1 - 1 / all, 2) + 4 * q * Math.Pow(q / all, 2) + 4 * q * q * Math.Pow(q * q / all, 2);
        Assert.Equal((1 - 1 / all) / Math.Sqrt(power / all), normalization.Divided(g)[0, 0, 2, 2].ToDouble(), 1e-12);
    }

    [Fact]
    public void Two_maps_share_one_mean_and_one_contrast_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var h = tensor(new[] { 3.0, 7.0 }).reshape(1, 2, 1, 1);                      // mean 5, so −2 and 2; root of the mean square 2
        Assert.Equal([-1.0, 1.0], new LocalContrastNormalization(1).Apply(h).reshape(-1).data<double>().ToArray());
    }

    [Fact]
    public void Neither_brightness_nor_contrast_changes_what_comes_out()
    {
        using var scope = NewDisposeScope();
        var normalization = new LocalContrastNormalization(5);
        var h = rand([4, 3, 9, 9], dtype: float64, generator: new Generator(1));
        var usual = normalization.Apply(h);
        Assert.True(normalization.Apply(h + 10).allclose(usual, rtol: 1e-9, atol: 1e-9));
        Assert.True(normalization.Apply(7 * h - 3).allclose(usual, rtol: 1e-9, atol: 1e-9));
        Assert.False(normalization.Apply(-h).allclose(usual, rtol: 1e-2, atol: 1e-2));
    }

    [Fact]
    public void Contrast_below_the_floor_is_not_raised_and_a_constant_gives_zero_to_the_border()
    {
        using var scope = NewDisposeScope();
        var normalization = new LocalContrastNormalization(3, floor: 0.5);
        var faint = 1e-3 * randn([1, 1, 6, 6], dtype: float64, generator: new Generator(1));
        Assert.True(normalization.Apply(faint).allclose(normalization.Subtracted(faint) / 0.5, rtol: 1e-9, atol: 1e-12));
        Assert.InRange(normalization.Apply(full([1, 2, 6, 6], 0.7, dtype: float64)).abs().max().ToDouble(), 0, 1e-12);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences_also_on_a_constant()
    {
        using var scope = NewDisposeScope();
        var normalization = new LocalContrastNormalization(3, floor: 0.1);
        var weights = randn([2, 2, 4, 4], dtype: float64, generator: new Generator(2));
        var h = randn([2, 2, 4, 4], dtype: float64, generator: new Generator(1));
        h[0].fill_(0.3);
        h.requires_grad_(true);
        Assert.InRange(Gradients.Disagreement(() => (normalization.Apply(h) * weights).sum(), h), 0, 1e-5);
    }

    [Fact]
    public void A_window_without_a_middle_is_refused()
    {
        Assert.StartsWith("size: expected an odd number, so that the window has a middle, got 4.", Assert.Throws<ArgumentException>(() => new LocalContrastNormalization(4)).Message);
        Assert.Throws<ArgumentException>(() => new LocalContrastNormalization(3, floor: 0));
        Assert.Throws<ArgumentException>(() => new LocalContrastNormalization(3).Apply(zeros(3, 3)));
    }
}
