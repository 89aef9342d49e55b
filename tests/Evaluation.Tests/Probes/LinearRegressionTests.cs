using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class LinearRegressionTests
{
    [Fact]
    public void The_line_through_three_points_explains_three_quarters_as_worked_by_hand()
    {
        // (0, 0), (1, 1), (2, 1): slope ½, intercept 1/6; Σ(v − v̂)² = 1/6 against Σ(v − v̄)² = 2/3.
        using var scope = NewDisposeScope();
        var (u, v) = (tensor(new double[,] { { 0 }, { 1 }, { 2 } }), tensor(new double[] { 0, 1, 1 }));
        using var line = LinearRegression.Fit(u, v);
        Assert.Equal(0.75, line.R2(u, v), 9);
        Assert.Equal([1 / 6.0, 1 / 6.0 + 0.5, 7 / 6.0], line.Predict(u).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void A_number_that_never_changes_and_one_that_repeats_another_add_nothing()
    {
        using var scope = NewDisposeScope();
        var (u, v) = (tensor(new double[,] { { 0, 3, 0 }, { 1, 3, 2 }, { 2, 3, 4 } }), tensor(new double[] { 0, 1, 1 }));
        using var line = LinearRegression.Fit(u, v);
        Assert.Equal(0.75, line.R2(u, v), 6);
    }

    [Fact]
    public void On_unseen_codes_a_linear_law_is_read_exactly_whatever_its_units()
    {
        using var scope = NewDisposeScope();
        var u = randn([300, 3], dtype: float64, generator: new Generator(1)) * tensor(new double[] { 1, 1e6, 1e-6 });
        var v = u.select(1, 0) - 1e-6 * u.select(1, 1) + 2e6 * u.select(1, 2) + 7;
        using var line = LinearRegression.Fit(u.narrow(0, 0, 200), v.narrow(0, 0, 200));
        Assert.Equal(1, line.R2(u.narrow(0, 200, 100), v.narrow(0, 200, 100)), 9);
    }

    [Fact]
    public void A_wrong_law_is_worse_than_the_mean()
    {
        using var scope = NewDisposeScope();
        var u = tensor(new double[,] { { 0 }, { 1 } });
        using var line = LinearRegression.Fit(u, tensor(new double[] { 0, 1 }));
        Assert.Equal(-3, line.R2(u, tensor(new double[] { 1, 0 })), 4);             // 1 − 2 / ½
    }

    [Fact]
    public void Nothing_to_explain_and_lengths_that_differ_are_refused()
    {
        using var line = LinearRegression.Fit(eye(2), arange(2));
        Assert.StartsWith("values: all 2 are equal", Assert.Throws<ArgumentException>(() => line.R2(eye(2), zeros(2))).Message);
        Assert.StartsWith("values: expected (2), got (3).", Assert.Throws<ArgumentException>(() => LinearRegression.Fit(eye(2), zeros(3))).Message);
    }
}
