using Workbook.Data;

namespace Workbook.Course.Tests;

public sealed class SemiSupervisedRunTests
{
    private static readonly SemiSupervisedRun Small = new()
    {
        HiddenSizes = [64],
        CodeSize = 16,
        Epochs = 8,
        LabelsPerClass = 5,
        Examples = 1000,
        Progress = null,
    };

    [Fact]
    public void Both_heads_learn()
    {
        using var digits = Handwriting.Load(train: 1000, test: 300);
        using var both = (Small with { Epochs = 20 }).Train(digits);
        using var labels = (Small with { Alpha = 0 }).Train(digits);
        Assert.True(both.Accuracy > 0.3, both.ToString());                          // chance is 0.1
        Assert.True(both.Reconstruction < 0.6 * labels.Reconstruction, $"{both} against {labels}");
    }

    [Fact]
    public void A_question_groups_the_classes_and_the_pictures_stay_the_same()
    {
        using var digits = Handwriting.Load(train: 1000, test: 300);
        using var odd = (Small with { Question = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1] }).Train(digits);
        Assert.Equal(2, odd.Model.Classes);
        Assert.InRange(odd.Accuracy, 0.55, 1);                                      // chance is 0.5
    }

    [Fact]
    public void Pictures_without_a_label_are_nothing_to_a_network_that_only_learns_labels()
    {
        using var digits = Handwriting.Load(train: 1000, test: 100);
        var run = Small with { Alpha = 0, Epochs = 2 };
        using var few = (run with { Examples = 256 }).Train(digits);                 // 2 steps an epoch
        using var other = (run with { Examples = 128, Epochs = 4 }).Train(digits);   // 1 step an epoch, other pictures
        Assert.Equal(few.Accuracy, other.Accuracy, 1e-9);
        Assert.Equal(few.History.Steps, other.History.Steps, (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void A_question_that_forgets_a_class_is_refused()
    {
        using var digits = Handwriting.Load(train: 100, test: 10);
        Assert.StartsWith("Question: expected an answer for each of 10 classes, got 2.",
            Assert.Throws<ArgumentException>(() => (Small with { Question = [0, 1] }).Train(digits)).Message);
    }
}
