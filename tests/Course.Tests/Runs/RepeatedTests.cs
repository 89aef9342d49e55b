using TorchSharp;
using Workbook.Data;

namespace Workbook.Course.Tests;

public sealed class RepeatedTests
{
    [Fact]
    public void Side_by_side_each_seed_gives_the_numbers_that_it_gives_alone()
    {
        using var pictures = new Sprites { Side = 8, Scales = 1, Rotations = 1, Places = 3 }.Load(heldOut: 6);
        var run = new DisentanglingRun { BatchSize = 7, Epochs = 4, Progress = null };
        var together = run.Train(pictures, [3, 1, 2]);
        Assert.Equal([3, 1, 2], together.Select(result => result.Run.Seed));
        Assert.All(together, result => Assert.Equal(run.Train(pictures, [result.Run.Seed]).Single().History.Steps, result.History.Steps));
        Assert.NotEqual(together[0].History.Steps, together[1].History.Steps);
    }

    [Fact]
    public void Threads_are_as_many_afterwards_as_before_also_where_it_fails()
    {
        var threads = torch.get_num_threads();
        Assert.Contains("seed 2", Assert.Throws<InvalidOperationException>(() => Repeated.Over([1, 2, 3], seed => seed == 2 ? throw new InvalidOperationException("seed 2") : seed)).Message);
        Assert.Equal(threads, torch.get_num_threads());
    }
}
