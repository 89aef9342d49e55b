using System.Diagnostics;
using Workbook.Evaluation;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>Principal components of 60,000 images, a linear probe and k-means on 10,000 codes of 20 numbers: what classical.py does with scikit-learn and numpy.</summary>
internal static class Classical
{
    private const int Components = 20, Code = 20, Codes = 10_000, Classes = 10;

    /// <summary>Prints the examples per second of one fit, the second of two.</summary>
    public static void Speed(string row)
    {
        var random = new Generator(1);
        var (examples, fit) = Of(row, random);
        fit().Dispose();
        var clock = Stopwatch.StartNew();
        fit().Dispose();
        Console.WriteLine((examples / clock.Elapsed.TotalSeconds).ToString("F0"));
    }

    private static (int Examples, Func<IDisposable> Fit) Of(string row, Generator random)
    {
        if (row == "pca")
        {
            var x = Images.Read(random);
            return ((int)x.shape[0], () => Pca.Fit(x, Components));
        }
        var labels = randint(0, Classes, [Codes], dtype: int64, generator: random);
        var u = randn([Classes, Code], generator: random).index_select(0, labels) + randn([Codes, Code], generator: random);
        return (Codes, row == "probe" ? () => LinearProbe.Fit(u, labels) : () => KMeans.Fit(u, Classes, random));
    }
}
