using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class NoiseScheduleTests
{
    private readonly NoiseSchedule schedule = new(20);

    [Fact]
    public void Steps_one_after_another_have_the_mean_and_variance_of_the_closed_form()
    {
        var (mean, variance) = (1.0, 0.0);
        for (var t = 1; t <= 20; t++)
        {
            (mean, variance) = (mean * Math.Sqrt(1 - schedule.Noise(t)), variance * (1 - schedule.Noise(t)) + schedule.Noise(t));
            Assert.Equal(Math.Sqrt(schedule.Kept[t]), mean, 12);
            Assert.Equal(1 - schedule.Kept[t], variance, 12);
        }
        Assert.InRange(schedule.Kept[20], 0, 1e-4);
    }

    [Fact]
    public void The_way_back_is_bayes_rule_for_gaussians()
    {
        using var scope = NewDisposeScope();
        var (x0, xt) = (tensor(new[,] { { 0.7 } }), tensor(new[,] { { -0.4 } }));
        for (var t = 2; t <= 20; t++)
        {
            // prior N(√ᾱₜ₋₁ x₀, 1 − ᾱₜ₋₁), and xₜ = √(1 − β) xₜ₋₁ + noise of variance β: precisions add up
            var (β, before) = (schedule.Noise(t), schedule.Kept[t - 1]);
            var precision = 1 / (1 - before) + (1 - β) / β;
            var mean = (Math.Sqrt(before) * 0.7 / (1 - before) + Math.Sqrt(1 - β) * -0.4 / β) / precision;
            Assert.Equal(1 / precision, schedule.PosteriorVariance(t), 10);
            Assert.Equal(mean, schedule.PosteriorMean(x0, xt, t).ToDouble(), 10);
        }
    }

    [Fact]
    public void Two_means_differ_by_what_the_signal_to_noise_ratios_say()
    {
        using var scope = NewDisposeScope();
        var (one, other, xt) = (tensor(new[,] { { 1.0 } }), tensor(new[,] { { 0.25 } }), tensor(new[,] { { 0.6 } }));
        for (var t = 2; t <= 20; t++)
        {
            var apart = (schedule.PosteriorMean(one, xt, t) - schedule.PosteriorMean(other, xt, t)).square().ToDouble() / (2 * schedule.PosteriorVariance(t));
            var said = (schedule.SignalToNoise(t - 1) - schedule.SignalToNoise(t)) / 2 * 0.75 * 0.75;
            Assert.Equal(1, apart / said, 8);
        }
    }

    [Fact]
    public void Each_example_is_noised_by_its_own_time()
    {
        using var scope = NewDisposeScope();
        var (x, ε) = (tensor(new[,] { { 1f, -1 }, { 1, -1 } }), tensor(new[,] { { 0.5f, 2 }, { 0.5f, 2 } }));
        var noised = schedule.Noised(x, tensor([3L, 15L]), ε);
        foreach (var (row, t) in new[] { (0, 3), (1, 15) })
            Assert.Equal(-Math.Sqrt(schedule.Kept[t]) + 2 * Math.Sqrt(1 - schedule.Kept[t]), noised[row, 1].ToDouble(), 5);
        Assert.Contains("2 or more", Assert.Throws<ArgumentException>(() => new NoiseSchedule(1)).Message);
    }
}
