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

    [SkippableFact]
    public void Each_has_one_thread_of_torch_whatever_its_own_thread_did_before()
    {
        Skip.If(Compute.HasGpu, "On a GPU one follows the other.");
        Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).ForAll(_ =>
        {
            torch.set_num_threads(2);
            Thread.Sleep(1);
        });
        Assert.All(Repeated.Over(Enumerable.Range(1, 16), _ =>
        {
            Thread.Sleep(1);
            return torch.get_num_threads();
        }), threads => Assert.Equal(1, threads));
    }

    [SkippableFact]
    public void One_that_ends_gives_no_thread_to_another_that_has_not_computed_yet()
    {
        Skip.If(Compute.HasGpu || Environment.ProcessorCount < 2, "One follows the other.");
        using var begun = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var threads = Repeated.Over([1, 2], seed =>
        {
            if (seed == 1)
            {
                begun.Wait(TimeSpan.FromSeconds(5));
                ended.Set();
            }
            else
            {
                begun.Set();
                ended.Wait(TimeSpan.FromSeconds(5));
                Thread.Sleep(100);                                  // by now the first has put back what it found
            }
            return torch.get_num_threads();
        });
        Assert.Equal([1, 1], threads);
    }

    [Fact]
    public void Experiments_side_by_side_come_back_in_their_order_each_with_its_seeds()
    {
        int[][] found = Repeated.Over([100, 200, 300, 400], [1, 2, 3], (experiment, seed) =>
        {
            Thread.Sleep(seed == 1 ? 20 : 1);                       // the first of each is done last
            return experiment + seed;
        });
        Assert.Equal([[101, 102, 103], [201, 202, 203], [301, 302, 303], [401, 402, 403]], found);
    }

    [Fact]
    public void Threads_are_as_many_afterwards_as_before_also_where_it_fails()
    {
        var threads = torch.get_num_threads();
        Assert.Contains("seed 2", Assert.Throws<InvalidOperationException>(() => Repeated.Over([1, 2, 3], seed => seed == 2 ? throw new InvalidOperationException("seed 2") : seed)).Message);
        Assert.Equal(threads, torch.get_num_threads());
    }
}
