using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class ClusterAgreementTests
{
    [Theory]                                       // recorded by tests/oracles/training/clustering.py
    [InlineData(new long[] { 0, 0, 0, 1, 1, 1, 2, 2, 2, 2 }, new long[] { 1, 1, 0, 0, 2, 2, 2, 2, 1, 0 }, 0.267336920399946, -0.022727272727273)]
    [InlineData(new long[] { 0, 0, 1, 1, 2, 2 }, new long[] { 5, 5, 5, 3, 3, 3 }, 0.515803742979389, 0.242424242424242)]
    [InlineData(new long[] { 0, 1, 0, 1 }, new long[] { 0, 0, 1, 1 }, 0, -0.5)]
    public void Both_agree_with_recorded_values(long[] first, long[] second, double nmi, double ari)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(nmi, ClusterAgreement.NormalisedMutualInformation(tensor(first), tensor(second)), 12);
        Assert.Equal(ari, ClusterAgreement.AdjustedRandIndex(tensor(first), tensor(second)), 12);
    }

    [Fact]
    public void What_the_groups_are_called_does_not_matter()
    {
        using var scope = NewDisposeScope();
        var (first, renamed) = (tensor(new long[] { 0, 0, 1, 2, 2 }), tensor(new long[] { 7, 7, 0, 4, 4 }));
        Assert.Equal(1, ClusterAgreement.NormalisedMutualInformation(first, renamed), 12);
        Assert.Equal(1, ClusterAgreement.AdjustedRandIndex(first, renamed), 12);
    }

    [Fact]
    public void All_in_one_group_twice_is_agreement_and_all_in_one_against_some_is_none()
    {
        using var scope = NewDisposeScope();
        var (one, two) = (tensor(new long[] { 3, 3, 3, 3 }), tensor(new long[] { 0, 0, 1, 1 }));
        Assert.Equal(1, ClusterAgreement.NormalisedMutualInformation(one, one));
        Assert.Equal(1, ClusterAgreement.AdjustedRandIndex(one, one));
        Assert.Equal(0, ClusterAgreement.NormalisedMutualInformation(one, two), 12);
        Assert.Equal(0, ClusterAgreement.AdjustedRandIndex(one, two), 12);
    }

    [Fact]
    public void Lengths_that_differ_are_refused() => Assert.StartsWith("second: expected one group number for each of (2) things, got (3).",
        Assert.Throws<ArgumentException>(() => ClusterAgreement.AdjustedRandIndex(zeros([2], dtype: int64), zeros([3], dtype: int64))).Message);
}
