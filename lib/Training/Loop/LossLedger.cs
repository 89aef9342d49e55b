using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>The loss terms of every step of one epoch, left on the device and read from it only when asked.</summary>
/// <remarks>Recording makes no kernel wait; <see cref="Read"/> does, once for all the steps since it was last called.</remarks>
internal sealed class LossLedger : IDisposable
{
    private readonly List<double[]> rows = [];
    private readonly List<long> examples = [];
    private readonly List<Tensor> unread = [];                                      // (T) each
    private int firstBad = -1;

    /// <summary>The names of the terms; empty before the first step.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The rows read so far, one a step.</summary>
    public IReadOnlyList<double[]> Rows => rows;

    /// <summary>How many examples each recorded step saw.</summary>
    public IReadOnlyList<long> Examples => examples;

    /// <summary>The mean of each term over the examples of the steps read so far.</summary>
    public IReadOnlyDictionary<string, double> Means()
    {
        double seen = examples.Take(rows.Count).Sum();
        return Names.Select((name, term) => (name, mean: rows.Select((row, step) => row[term] * examples[step]).Sum() / seen))
            .ToDictionary(pair => pair.name, pair => pair.mean);
    }

    /// <summary>Writes down one step, on the device.</summary>
    public void Record(LossTerms terms, long count)
    {
        if (Names.Count == 0) Names = [.. terms.Names];
        unread.Add(terms.Values().DetachFromDisposeScope());
        examples.Add(count);
    }

    /// <summary>Brings the steps not yet read to this side.</summary>
    /// <returns>The first of all steps whose terms are not all finite, or −1.</returns>
    public int Read()
    {
        if (unread.Count == 0) return firstBad;
        using var scope = NewDisposeScope();
        using var numbers = stack(unread).cpu().data<double>();
        foreach (var row in numbers.ToArray().Chunk(Names.Count))
        {
            if (firstBad < 0 && !row.All(double.IsFinite)) firstBad = rows.Count;
            rows.Add(row);
        }
        Release();
        return firstBad;
    }

    /// <summary>Goes on from an epoch that was interrupted.</summary>
    public void Restore(IReadOnlyList<string> names, IEnumerable<double[]> terms, IEnumerable<long> counts)
    {
        Names = names;
        rows.AddRange(terms);
        examples.AddRange(counts);
    }

    /// <summary>Forgets the epoch.</summary>
    public void Clear()
    {
        Release();
        rows.Clear();
        examples.Clear();
    }

    public void Dispose() => Release();

    private void Release()
    {
        foreach (var values in unread) values.Dispose();
        unread.Clear();
    }
}
