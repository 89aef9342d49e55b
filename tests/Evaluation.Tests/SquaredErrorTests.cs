using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public sealed class SquaredErrorTests
{
    [Fact]
    public void The_squared_error_is_summed_over_features()
    {
        using var scope = NewDisposeScope();
        var (x, reconstruction) = (tensor(new double[,] { { 1, 2 }, { 0, 0 } }), tensor(new double[,] { { 4, -2 }, { 0, 1 } }));
        Assert.Equal([25, 1], SquaredError.PerExample(x, reconstruction).data<double>().ToArray());
        Assert.Equal(13, SquaredError.Mean(x, _ => reconstruction));
    }

    [Fact]
    public void A_data_set_larger_than_a_block_is_averaged_over_its_examples()
    {
        using var scope = NewDisposeScope();
        var x = arange(5000, dtype: ScalarType.Float64).unsqueeze(1);
        Assert.Equal(4999.0 * 5000 * 9999 / 6 / 5000, SquaredError.Mean(x, batch => zeros_like(batch)), 1e-3);  // Σn² / N
    }

    [Fact]
    public void A_reconstruction_of_another_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.StartsWith("reconstruction: expected (2, 3), got (3).",
            Assert.Throws<ArgumentException>(() => SquaredError.PerExample(zeros(2, 3), zeros(3))).Message);
    }
}
