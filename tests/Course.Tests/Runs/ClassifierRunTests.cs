using Workbook.Data;
using Workbook.Models;

namespace Workbook.Course.Tests;

public sealed class ClassifierRunTests
{
    private static readonly ClassifierRun Small = new() { HiddenSizes = [60], Epochs = 15, LearningRate = 3e-3, Progress = null };

    [Fact]
    public void It_learns_to_read_the_drawn_digits()
    {
        using var digits = Handwriting.Load(train: 2000, test: 500);
        using var result = Small.Train(digits.Train, digits.Test, 10);
        Assert.InRange(result.TestAccuracy, 0.8, 1);                                // a linear classifier has 85 % and more with all 60,000
        Assert.Equal(100 - 100 * result.TestAccuracy, result.TestError, 1e-9);
    }

    [Fact]
    public void A_warm_start_begins_at_the_features_it_was_given()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var stack = new StackRun { Sizes = [60], CodeActivation = Activation.Sigmoid, Epochs = 1, Progress = null }.Train(digits.Train.Images);
        using var result = (Small with { Epochs = 0 }).Train(digits.Train, digits.Test, 10, stack.Stack.Features());
        Assert.Equal(stack.Stack.Encode(digits.Test.Images).Numbers(), result.Model.Features(digits.Test.Images).Numbers());
        Assert.InRange(result.TestAccuracy, 0, 0.35);                               // the output layer knows nothing yet
    }

    [Fact]
    public void The_same_record_gives_the_same_numbers_and_only_so_many_pictures_are_used()
    {
        using var digits = Handwriting.Load(train: 300, test: 100);
        var run = Small with { Epochs = 2, Examples = 100 };
        using var first = run.Train(digits.Train, digits.Test, 10);
        using var again = run.Train(digits.Train.First(100), digits.Test, 10);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(2, first.History.Steps.Count);                                 // one batch an epoch
    }

    [Fact]
    public void What_is_masked_while_learning_cannot_be_learned_from()
    {
        using var digits = Handwriting.Load(train: 300, test: 100);
        double[] Steps(Corruption? corruption)
        {
            using var result = (Small with { Corruption = corruption }).Train(digits.Train, digits.Test, 10);
            return [.. result.History.Steps];
        }
        Assert.Equal(Steps(null), Steps(new MaskingNoise(0)));
        Assert.InRange(Steps(new MaskingNoise(1)).Min(), 0.9 * Math.Log(10), double.PositiveInfinity);     // nothing but the classes' shares
    }

    [Fact]
    public void Weight_decay_takes_its_share_of_every_weight_in_every_step()
    {
        using var digits = Handwriting.Load(train: 300, test: 100);
        using var free = Small.Train(digits.Train, digits.Test, 10);
        using var held = (Small with { DecoupledWeightDecay = 10 }).Train(digits.Train, digits.Test, 10);
        Assert.True(Size(held) < 0.5 * Size(free));

        static double Size(ClassifierResult result) => result.Model.parameters().Sum(parameter => parameter.square().sum().item<float>());
    }
}
