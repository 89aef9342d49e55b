using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The directions in which an example may change and its code follows: J = U S Vᵀ, the leading rows of Vᵀ.</summary>
/// <remarks>
/// Where the encoder is contractive nearly everywhere, the few directions that it resists contracting span the tangent plane of the
/// data's manifold. Rifai, Dauphin, Vincent, Bengio and Muller, "The manifold tangent classifier" (2011), §3. Notebook 06.
/// </remarks>
/// <param name="Directions">Vᵀ, orthonormal rows of each example by falling singular value: (B, T, D).</param>
/// <param name="SingularValues">S, all of them: (B, min(K, D)).</param>
public sealed record Tangents(Tensor Directions, Tensor SingularValues) : IDisposable
{
    private const int Rows = 32;                                                    // Jacobians at a time: 32 × 1000 × 784 numbers are 100 MB

    /// <summary>The leading tangents of an encoder at each example, by the singular value decomposition of its Jacobian there.</summary>
    /// <param name="encode">f: (B, D) → (B, K).</param>
    /// <param name="x">Where: (B, D).</param>
    /// <param name="count">T.</param>
    /// <exception cref="ArgumentException">T is below 1 or above min(K, D), or there is no example.</exception>
    public static Tangents Of(Func<Tensor, Tensor> encode, Tensor x, int count)
    {
        if (x.dim() != 2 || x.shape[0] == 0) throw new ArgumentException($"{nameof(x)}: expected (B, D) with one example or more, got ({string.Join(", ", x.shape)}).", nameof(x));
        using var scope = NewDisposeScope();
        var parts = new List<(Tensor Directions, Tensor Values)>();
        Rowwise.Each(x, Rows, rows =>
        {
            var (_, values, axes) = linalg.svd(Jacobian.Of(encode, rows), fullMatrices: false);
            if (count < 1 || count > values.shape[1])
                throw new ArgumentException($"{nameof(count)}: expected 1 to {values.shape[1]} tangents, got {count}.", nameof(count));
            parts.Add((axes.narrow(1, 0, count).clone().MoveToOuterDisposeScope(), values.MoveToOuterDisposeScope()));
        });
        return new(Together(part => part.Directions), Together(part => part.Values));

        Tensor Together(Func<(Tensor Directions, Tensor Values), Tensor> of) => cat(parts.Select(of).ToArray()).MoveToOuterDisposeScope();
    }

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        Directions.Dispose();
        SingularValues.Dispose();
    }
}
