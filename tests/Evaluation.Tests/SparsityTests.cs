using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class SparsityTests
{
    // a = ⟨u⟩²/⟨u²⟩ of (3, 1, 0, 0) is (1)²/(10/4) = 0.4, so S = 0.6/0.75 = 0.8; of equal numbers a = 1, of one alone a = ¼.
    [Fact]
    public void It_is_0_for_equal_numbers_1_for_one_alone_and_as_worked_by_hand_between()
    {
        using var scope = NewDisposeScope();
        var codes = tensor(new[,] { { 3.0, -1, 0, 0 }, { 2, 2, 2, 2 }, { 0, 0, 0.001, 0 }, { 0, 0, 0, 0 } });
        Assert.Equal([0.8, 0, 1, 1], Numbers(Sparsity.Population(codes)), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_lifetime_of_a_unit_is_the_population_of_the_transpose()
    {
        using var scope = NewDisposeScope();
        var codes = randn(20, 7, generator: new Generator(1));
        Assert.Equal(Numbers(Sparsity.Population(codes.t())), Numbers(Sparsity.Lifetime(codes)));
    }

    // One unit per example, taken in turn, is sparse both ways; one and the same unit is sparse across the population only.
    [Fact]
    public void The_two_directions_are_different_questions()
    {
        using var scope = NewDisposeScope();
        var same = cat([ones(10, 1), zeros(10, 9)], 1);
        Assert.Equal(1, Sparsity.Population(eye(10)).mean().ToDouble(), 12);
        Assert.Equal(1, Sparsity.Lifetime(eye(10)).mean().ToDouble(), 12);
        Assert.Equal(1, Sparsity.Population(same).mean().ToDouble(), 12);
        Assert.Equal(0, Numbers(Sparsity.Lifetime(same))[0], 12);
    }

    // For exponential activity ⟨u⟩²/⟨u²⟩ = 1/2, for a half-normal one 2/π.
    [Fact]
    public void Large_samples_have_the_sparsity_of_their_distribution_at_every_scale()
    {
        using var scope = NewDisposeScope();
        var uniform = rand(100_000, 1, dtype: float64, generator: new Generator(2));
        var normal = randn(100_000, 1, dtype: float64, generator: new Generator(3));
        Assert.Equal(0.5, Sparsity.Lifetime(-17 * (1 - uniform).log()).item<double>(), 0.01);
        Assert.Equal(1 - 2 / Math.PI, Sparsity.Lifetime(0.01 * normal).item<double>(), 0.01);
    }

    [Fact]
    public void A_unit_is_dead_if_nothing_moves_it_past_the_threshold()
    {
        using var codes = tensor(new[,] { { 0, 0.01, -2.0, 0 }, { 0, 0.005, 0, 0 } });
        Assert.Equal(2, Sparsity.Dead(codes));
        Assert.Equal(3, Sparsity.Dead(codes, threshold: 0.01));
    }

    [Fact]
    public void What_has_no_sparsity_is_refused()
    {
        using var row = ones(1, 5);
        Assert.StartsWith("codes: expected (N, K) with N ≥ 2 and K ≥ 1, got (1, 5).", Assert.Throws<ArgumentException>(() => Sparsity.Lifetime(row)).Message);
        Assert.StartsWith("codes: expected (N, K) with N ≥ 1 and K ≥ 2, got (5, 1).", Assert.Throws<ArgumentException>(() => Sparsity.Population(row.t())).Message);
        Assert.StartsWith("threshold: expected 0 or more, got -1.", Assert.Throws<ArgumentException>(() => Sparsity.Dead(row, -1)).Message);
    }

    private static double[] Numbers(Tensor tensor) => tensor.to(float64).data<double>().ToArray();
}
