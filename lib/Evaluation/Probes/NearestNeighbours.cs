using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>The codes of a training set, asked who lies near: a classifier without training, and a search for copies.</summary>
/// <remarks>Cover and Hart, "Nearest neighbor pattern classification" (1967). Distances are Euclidean and exact. Notebook 03.</remarks>
/// <param name="codes">What is searched: (N, K).</param>
/// <param name="labels">y, int64, from 0: (N).</param>
public sealed class NearestNeighbours(Tensor codes, Tensor labels)
{
    private const int Rows = 256;

    /// <summary>The distance to, and the row of, the nearest codes of each query, nearest first: (B, K) → twice (B, k).</summary>
    /// <exception cref="ArgumentException">k is not 1 … N, a number is not finite, or the queries have another width.</exception>
    public (Tensor Distances, Tensor Indices) Find(Tensor queries, int k = 1)
    {
        if (k < 1 || k > codes.shape[0]) throw new ArgumentException($"{nameof(k)}: expected 1 to {codes.shape[0]} neighbours, got {k}.", nameof(k));
        queries.Require([-1, codes.RequireMatrix(1).RequireFinite().shape[1]]).RequireFinite();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var middle = codes.mean([0], type: float64);                                // subtracted, or a year beside a share decides all by its rounding
        var known = codes.to(float64).sub_(middle);                                 // (N, K)
        var norms = known.square().sum(1);                                          // (N)
        var (distances, indices) = (new List<Tensor>(), new List<Tensor>());
        Rowwise.Each(queries, Rows, query =>
        {
            var squares = addmm(norms.unsqueeze(0), query.to(float64).sub_(middle), known.t(), beta: 1, alpha: -2);   // ‖c‖² − 2 q·c, the order of the distances: (B, N)
            var nearest = squares.topk(k, 1, largest: false, sorted: true).indexes;
            var exact = (query.Real().unsqueeze(1) - codes.Real().index_select(0, nearest.reshape(-1)).reshape(query.shape[0], k, -1)).square().sum(2).sqrt();
            distances.Add(exact.MoveToOuterDisposeScope());
            indices.Add(nearest.MoveToOuterDisposeScope());
        });
        return (cat(distances, 0).MoveToOuterDisposeScope(), cat(indices, 0).MoveToOuterDisposeScope());
    }

    /// <summary>The share of queries whose class is the commonest among their k nearest; a tie goes to the smallest class number.</summary>
    /// <exception cref="ArgumentException">k is not 1 … N, or labels do not fit.</exception>
    public double Accuracy(Tensor queries, Tensor truth, int k = 5)
    {
        labels.RequireLabels(codes.RequireMatrix(1).shape[0]);
        truth.RequireLabels(queries.RequireMatrix(1).shape[0]);
        using var scope = NewDisposeScope();
        var classes = Math.Max(labels.max().ToInt64(), truth.max().ToInt64()) + 1;
        var (_, indices) = Find(queries, k);
        var votes = nn.functional.one_hot(labels.index_select(0, indices.reshape(-1)).reshape(indices.shape), classes).sum(1);   // (B, C)
        return Evaluation.Accuracy.Of(votes, truth, counts => counts);
    }
}
