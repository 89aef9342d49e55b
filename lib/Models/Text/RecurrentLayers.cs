using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Gated recurrent units and tables of words whose first weights a generator decides.</summary>
internal static class RecurrentLayers
{
    private const double Spread = 0.1;                                              // of a word's numbers

    /// <summary>A GRU over (B, T, D), every weight from U(−1/√H, 1/√H) as torch draws them. Cho et al. (2014), arXiv:1406.1078.</summary>
    public static GRU Gated(int inputs, int hidden, Generator random)
    {
        var layer = GRU(inputs.RequireSize(), hidden.RequireSize(), batchFirst: true);
        var radius = 1 / Math.Sqrt(hidden);
        using var _ = no_grad();
        foreach (var (_, weight) in layer.named_parameters().OrderBy(named => named.name, StringComparer.Ordinal))
        {
            using var drawn = Draws.Uniform(weight.shape, random).mul_(2 * radius).sub_(radius);
            weight.copy_(drawn);
        }
        return layer;
    }

    /// <summary>A row of numbers for each word, N(0, 0.1²).</summary>
    public static Embedding Words(int count, int size, Generator random)
    {
        var table = Embedding(count.RequireSize(), size.RequireSize());
        using var _ = no_grad();
        using var drawn = Draws.Normal([count, size], random).mul_(Spread);
        table.weight!.copy_(drawn);
        return table;
    }
}
