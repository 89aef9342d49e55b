using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class GroupFairnessTests
{
    // Group 0: 2 of 4 decided for, of 2 with the label 1 and of 2 without 1. Group 1: 4 of 5, of 3 with the label 3, of 2 without 1.
    private static readonly long[] decided = [1, 0, 1, 0, 1, 1, 1, 1, 0], label = [1, 1, 0, 0, 1, 1, 1, 0, 0], group = [0, 0, 0, 0, 1, 1, 1, 1, 1];

    [Fact]
    public void Its_measures_are_those_counted_by_hand()
    {
        var fairness = GroupFairness.Of(tensor(decided), tensor(label), tensor(group));
        Assert.Equal(6 / 9.0, fairness.Accuracy, 12);
        Assert.Equal(4 / 5.0 - 2 / 4.0, fairness.Discrimination, 12);
        Assert.Equal(1 - 1 / 2.0, fairness.OpportunityGap, 12);
        Assert.Equal(0, fairness.FalseAlarmGap, 12);                                // 1 of 2 in both
        Assert.Equal(3 / 4.0 - 1 / 2.0, fairness.PrecisionGap, 12);
    }

    [Fact]
    public void The_right_decision_has_no_gap_but_discriminates_as_the_labels_do()
    {
        var fairness = GroupFairness.Of(tensor(label), tensor(label), tensor(group));
        Assert.Equal((1, 0, 0, 0), (fairness.Accuracy, fairness.OpportunityGap, fairness.FalseAlarmGap, fairness.PrecisionGap));
        Assert.Equal(3 / 5.0 - 2 / 4.0, fairness.Discrimination, 12);
    }

    [Fact]
    public void People_of_one_group_and_other_numbers_than_0_and_1_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GroupFairness.Of(tensor(decided), tensor(label), zeros(9, dtype: int64)));
        Assert.Throws<ArgumentException>(() => GroupFairness.Of(2 * tensor(decided), tensor(label), tensor(group)));
        Assert.Throws<ArgumentException>(() => GroupFairness.Of(tensor(decided)[..8], tensor(label), tensor(group)));
        Assert.True(double.IsNaN(GroupFairness.Of(tensor(decided), tensor(group), tensor(group)).OpportunityGap));       // nobody of group 0 has the label 1
    }
}
