using Workbook.Data;

namespace Workbook.Course.Tests;

public sealed class KramerRunTests
{
    [Fact]
    public void Too_little_capacity_underfits_and_too_much_overfits()
    {
        // Two dozen noisy points of a spiral: a bottle of one or two sigmoids cannot follow it; forty follow the noise.
        using var few = Ring.Sample(20, noise: 0.2, seed: 1);
        using var heldOut = Ring.Sample(500, noise: 0.2, seed: 2);
        var weak = new KramerRun { MappingSize = 1, Steps = 1500 }.Train(few.Points, heldOut.Points);
        var strong = new KramerRun { MappingSize = 40, Steps = 1500 }.Train(few.Points, heldOut.Points);
        Assert.True(strong.TrainError < 0.2 * weak.TrainError, $"{strong.TrainError} against {weak.TrainError}");
        Assert.True(strong.TestError > 2 * strong.TrainError, $"held out {strong.TestError}, trained {strong.TrainError}");
    }

    [Fact]
    public void The_same_record_gives_the_same_numbers()
    {
        using var points = Ring.Sample(50);
        var run = new KramerRun { Steps = 50 };
        using var first = run.Train(points.Points);
        using var again = run.Train(points.Points);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(first.TrainError, again.TestError);
    }
}
