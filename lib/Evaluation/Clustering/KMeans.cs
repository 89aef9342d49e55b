using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>k-means: centres c that make Σₙ minₖ ‖xₙ − cₖ‖² small, begun by k-means++ and improved by Lloyd's steps.</summary>
/// <remarks>
/// Lloyd, "Least squares quantization in PCM" (1982); Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding" (2007):
/// each further centre is a point drawn with probability proportional to its squared distance from those there are. Notebook 03.
/// </remarks>
public sealed class KMeans : IFitted<KMeans>, IDisposable
{
    private KMeans(Tensor centres, double inertia) => (Centres, Inertia) = (centres, inertia);

    /// <summary>c, one a row, float64: (k, D).</summary>
    public Tensor Centres { get; }

    /// <summary>Σₙ minₖ ‖xₙ − cₖ‖² over the points it was fitted on.</summary>
    public double Inertia { get; }

    /// <summary>Finds centres, several times from other beginnings, and keeps the best.</summary>
    /// <param name="x">The points: (N, D).</param>
    /// <param name="clusters">k, at most N.</param>
    /// <param name="random">Where the beginnings come from, on the device of the points.</param>
    /// <param name="restarts">Beginnings. Default: 5.</param>
    /// <param name="iterations">Lloyd's steps at most, each time. Default: 100.</param>
    /// <exception cref="ArgumentException">x is not (N, D) of finite numbers, or k is not 1 … N.</exception>
    public static KMeans Fit(Tensor x, int clusters, Generator random, int restarts = 5, int iterations = 100)
    {
        if (x.dim() != 2) throw new ArgumentException($"{nameof(x)}: expected (N, D), got ({string.Join(", ", x.shape)}).", nameof(x));
        if (clusters < 1 || clusters > x.shape[0])
            throw new ArgumentException($"{nameof(clusters)}: expected 1 to {x.shape[0]} clusters of {x.shape[0]} points, got {clusters}.", nameof(clusters));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(restarts);
        x.RequireFinite();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var points = x.to(float64);
        var best = Enumerable.Range(0, restarts).Select(i => Lloyd(points, Beginning(points, clusters, random), iterations)).MinBy(found => found.Inertia)!;
        return new(best.Centres.DetachFromDisposeScope(), best.Inertia);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor> { ["centres"] = Centres, ["inertia"] = tensor(Inertia) };

    /// <inheritdoc/>
    public static KMeans Of(IReadOnlyDictionary<string, Tensor> state) => new(state["centres"].Require([-1, -1]), state["inertia"].ToDouble());

    /// <summary>The nearest centre of each point, int64: (B, D) → (B).</summary>
    public Tensor Assign(Tensor x)
    {
        using var scope = NewDisposeScope();
        return Squares(x.Require([-1, Centres.shape[1]]).RequireFinite().to(float64), Centres).argmin(1).MoveToOuterDisposeScope();
    }

    /// <summary>Disposes the centres.</summary>
    public void Dispose() => Centres.Dispose();

    private static Tensor Beginning(Tensor points, int clusters, Generator random)
    {
        var weights = ones([points.shape[0]], dtype: float64, device: points.device);
        Tensor? centres = null;
        for (var k = 0; k < clusters; k++)
        {
            var next = points.narrow(0, Drawn(weights, random), 1);
            centres = centres is null ? next : cat([centres, next], 0);
            weights = Squares(points, centres).amin([1]);
        }
        return centres!;
    }

    // A row with probability proportional to its weight; the first row if all weigh nothing.
    private static long Drawn(Tensor weights, Generator random)
    {
        var sums = weights.cumsum(0);
        using var draw = Draws.Uniform([1], random, ScalarType.Float64, weights.device);
        return Math.Min(sums.le(draw.ToDouble() * sums.select(0, -1).ToDouble()).sum().ToInt64(), weights.shape[0] - 1);
    }

    private static KMeans Lloyd(Tensor points, Tensor centres, int iterations)
    {
        var inertia = double.PositiveInfinity;
        for (var i = 0; i < iterations; i++)
        {
            using var scope = NewDisposeScope();
            var (nearest, owner) = Squares(points, centres).min(1);
            var now = nearest.sum().ToDouble();
            if (now >= inertia) break;
            inertia = now;
            var members = nn.functional.one_hot(owner, centres.shape[0]).to(float64);   // (N, k)
            var counts = members.sum([0]).unsqueeze(1);
            var farthest = points.narrow(0, nearest.argmax().ToInt64(), 1);         // where a centre goes that has lost all its points
            var means = members.t().matmul(points) / counts.clamp_min(1);
            centres = where(counts.gt(0), means, farthest).MoveToOuterDisposeScope();
        }
        return new(centres, Squares(points, centres).amin([1]).sum().ToDouble());
    }

    private static Tensor Squares(Tensor a, Tensor b) => cdist(a, b, compute_mode: compute_mode.donot_use_mm_for_euclid_dist).square();
}
