using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class CorrelationTests
{
    [Fact]
    public void Every_number_meets_every_factor_as_worked_by_hand()
    {
        // u = (1, 2, 3) with v = (1, 3, 2): cov 1/3, both variances 2/3, so r = ½; (3, 2, 1) is −1 with itself turned round; 5, 5, 5 never changes.
        using var scope = NewDisposeScope();
        var codes = tensor(new double[,] { { 1, 3, 5 }, { 2, 2, 5 }, { 3, 1, 5 } });
        var r = Correlation.Between(codes, tensor(new double[] { 1, 3, 2 }), tensor(new double[] { 10, 20, 30 }));
        Assert.Equal([3, 2], r.shape);
        Assert.Equal([0.5, 1, -0.5, -1, 0, 0], r.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void No_factor_or_one_of_another_length_is_refused()
    {
        Assert.StartsWith("factors: expected one factor or more, got none.", Assert.Throws<ArgumentException>(() => Correlation.Between(zeros(3, 2))).Message);
        Assert.StartsWith("factors: expected 3 numbers each, one a code, got (2).", Assert.Throws<ArgumentException>(() => Correlation.Between(zeros(3, 2), zeros(2))).Message);
    }
}
