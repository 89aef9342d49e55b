using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class LatentUseTests
{
    // Three examples, three numbers: one moves, one is far off but the same for all, one is the prior.
    private static readonly DiagonalGaussian posterior = new(tensor(new[,] { { 1.0, 5, 0 }, { 3.0, 5, 0 }, { 2.0, 5, 0 } }), tensor(new[,] { { -2.0, 0, 0 }, { -2.0, 0, 0 }, { -2.0, 0, 0 } }));

    [Fact]
    public void Its_two_measures_are_those_worked_by_hand()
    {
        var use = LatentUse.Of(new Fixed(posterior), zeros(3, 4));
        Assert.Equal([1, 0, 0], use.Variances);                                     // of 1, 3, 2: ½ (1 + 1 + 0)
        Assert.Equal(0.5 * (14 / 3.0 + Math.Exp(-2) + 2 - 1), use.Divergences[0], 12);
        Assert.Equal(12.5, use.Divergences[1], 12);                                 // costs much, and says nothing
        Assert.Equal(0, use.Divergences[2], 12);
        Assert.Equal(1, use.Active());
        Assert.Equal(0, use.Active(threshold: 1));
    }

    [Fact]
    public void One_example_has_no_variance() => Assert.Throws<ArgumentException>(() => LatentUse.Of(new Fixed(posterior), zeros(1, 4)));

    private sealed class Fixed(DiagonalGaussian q) : ILatentVariableModel
    {
        public int LatentSize => 3;

        public DiagonalGaussian Posterior(Tensor x) => q;

        public Tensor LogJoint(Tensor x, Tensor z) => zeros(1);
    }
}
