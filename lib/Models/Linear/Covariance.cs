using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The covariance of data, and its root: D rows that stand for N.</summary>
public static class Covariance
{
    private const int Rows = 8192, Band = 256;

    /// <summary>Σ = (x − m)ᵀ(x − m) / (N − 1): (N, D) → (D, D), in double precision, a block of rows at a time.</summary>
    /// <param name="x">The data: (N, D).</param>
    /// <param name="mean">m, their mean: (D).</param>
    public static Tensor Of(Tensor x, Tensor mean)
    {
        var (examples, features) = (x.shape[0], x.shape[1]);
        var sum = zeros(features, features, dtype: ScalarType.Float64, device: x.device);
        Rowwise.Each(x, Rows, rows =>
        {
            var centred = rows - mean;
            for (var from = 0L; from < features; from += Band)                      // what is left of the diagonal is what is above it
            {
                var (width, rest) = (Math.Min(Band, features - from), features - from);
                sum.narrow(0, from, width).narrow(1, from, rest).add_(centred.narrow(1, from, width).t().matmul(centred.narrow(1, from, rest)));
            }
        });
        return (sum.triu() + sum.triu(1).t()).div_(examples - 1);
    }

    /// <summary>R with RᵀR = Σ, symmetric: (N, D) → (D, D), in the precision of x.</summary>
    /// <remarks>
    /// ‖R − RAᵀ‖² = tr (I − A)Σ(I − A)ᵀ, which is the mean of ‖x − m − A(x − m)‖² up to N/(N − 1): for linear autoencoders these D rows
    /// carry all there is to know of the N examples, so a step over all of MNIST costs 784 rows instead of 60,000.
    /// </remarks>
    public static Tensor Root(Tensor x)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (values, vectors) = linalg.eigh(Of(x, x.mean([0])));
        return scope.MoveToOuter((vectors * values.clamp(min: 0).sqrt()).matmul(vectors.t()).to_type(x.dtype));
    }
}
