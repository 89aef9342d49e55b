using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using TorchSharp;
using Workbook.Data;
using Workbook.Engine;

namespace Workbook.Course;

/// <summary>One experiment from several seeds: what a difference between two experiments has to be held against.</summary>
public static class Repeated
{
    /// <summary>What an experiment gives with each seed, in their order; on the CPU as many at a time as there are cores, which changes no number.</summary>
    /// <remarks>A step of a small network is mostly calls and little arithmetic, so that two trainings side by side, a core each, are done sooner
    /// than one after the other on two cores. Nothing that waits for its finalizer is freed meanwhile: <see cref="Finalizers"/>. Notebooks 01, 09, 10 and 14 to 18.</remarks>
    /// <param name="seeds">The seeds.</param>
    /// <param name="experiment">The experiment: what it draws must come from the seed alone. Where it fails, its own exception comes out.</param>
    public static T[] Over<T>(IEnumerable<int> seeds, Func<int, T> experiment)
    {
        using var held = Finalizers.Hold();
        var threads = torch.get_num_threads();
        try
        {
            var each = Partitioner.Create(seeds.ToArray(), loadBalance: true);              // whoever is done takes the next one
            return [.. each.AsParallel().AsOrdered().WithDegreeOfParallelism(Compute.HasGpu ? 1 : Environment.ProcessorCount).Select(Alone)];
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
            throw;
        }

        // How many threads torch takes is each thread's own affair once it has asked; before, it takes as many as anyone has set last. Threads come from a pool.
        T Alone(int seed)
        {
            if (Compute.HasGpu) return experiment(seed);
            _ = torch.get_num_threads();
            torch.set_num_threads(1);
            try
            {
                return experiment(seed);
            }
            finally
            {
                torch.set_num_threads(threads);
            }
        }
    }

    /// <summary>The same for several experiments, all side by side: what each of them gives with each seed.</summary>
    /// <param name="experiments">What differs between them.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="experiment">One experiment with one seed.</param>
    public static TResult[][] Over<TExperiment, TResult>(IReadOnlyList<TExperiment> experiments, IReadOnlyList<int> seeds, Func<TExperiment, int, TResult> experiment)
    {
        var each = Over(Enumerable.Range(0, experiments.Count * seeds.Count), at => experiment(experiments[at / seeds.Count], seeds[at % seeds.Count]));
        return [.. experiments.Select((_, i) => each[(i * seeds.Count)..((i + 1) * seeds.Count)])];
    }

    /// <summary>One training for each seed, at the scale that is set: <see cref="Over{T}(IEnumerable{int}, Func{int, T})"/>.</summary>
    /// <param name="run">The experiment.</param>
    /// <param name="pictures">What it learns from, and what it is measured on.</param>
    /// <param name="seeds">The seeds.</param>
    public static TResult[] Train<TRun, TModel, TResult>(this PictureRun<TRun, TModel, TResult> run, ImageSet pictures, IEnumerable<int> seeds)
        where TRun : PictureRun<TRun, TModel, TResult> where TModel : torch.nn.Module =>
        Over(seeds, seed => ((TRun)(run with { Seed = seed })).AtScale().Train(pictures));
}
