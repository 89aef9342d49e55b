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
        var middle = x.mean([0], type: float64);
        var points = x.to(float64) - middle;                                        // about zero, so that squares of distances may be told by products
        var rounded = x.dtype == ScalarType.Float32 ? points.to(float32) : points;  // no more is asked of the steps than the data have
        var columns = rounded.t().contiguous();                                     // (D, N): over rows of many numbers sums and minima are quickest
        var (centres, inertia) = Enumerable.Range(0, restarts).Select(_ => Lloyd(points, rounded, columns, Beginning(columns, clusters, random), iterations)).MinBy(found => found.Inertia);
        return new((centres + middle).DetachFromDisposeScope(), inertia);
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

    private static Tensor Beginning(Tensor columns, int clusters, Generator random)
    {
        var weights = ones([columns.shape[1]], dtype: columns.dtype, device: columns.device);
        var centres = new List<Tensor>();
        while (centres.Count < clusters)
        {
            var next = columns.narrow(1, Drawn(weights, random), 1);
            var squares = (columns - next).square().sum([0]);
            weights = centres.Count == 0 ? squares : weights.minimum(squares);
            centres.Add(next);
        }
        return cat([.. centres], 1).t();
    }

    // A row with probability proportional to its weight; the first row if all weigh nothing.
    private static long Drawn(Tensor weights, Generator random)
    {
        var sums = weights.to(float64).cumsum(0);
        using var draw = Draws.Uniform([1], random, ScalarType.Float64, weights.device);
        return Math.Min(sums.le(draw.ToDouble() * sums.select(0, -1).ToDouble()).sum().ToInt64(), weights.shape[0] - 1);
    }

    // The steps on rounded points, what comes of them from the points themselves.
    private static (Tensor Centres, double Inertia) Lloyd(Tensor points, Tensor rounded, Tensor columns, Tensor centres, int iterations)
    {
        var numbers = arange(centres.shape[0], device: points.device).unsqueeze(1);
        Tensor? owner = null;
        for (var i = 0; i < iterations; i++)
        {
            using var scope = NewDisposeScope();
            var (_, now) = addmm(centres.square().sum(1, keepdim: true), centres, columns, beta: 1, alpha: -2).min(0);     // of ‖cₖ‖² − 2 cₖ·x, which is ‖x − cₖ‖² − ‖x‖²
            if (owner is not null && !now.ne(owner).any().ToBoolean()) break;
            (owner, centres) = (now.MoveToOuterDisposeScope(), Means(rounded, now, numbers, centres).MoveToOuterDisposeScope());
        }
        using var last = NewDisposeScope();
        var found = centres.to(float64);
        var means = owner is null ? found : Means(points, owner, numbers, found);
        return (means.MoveToOuterDisposeScope(), Squares(points, means).amin([1]).sum().ToDouble());
    }

    // The mean of each centre's points; one that has lost all of its own goes to the point that is farthest from any.
    private static Tensor Means(Tensor points, Tensor owner, Tensor numbers, Tensor before)
    {
        var members = owner.eq(numbers).to(points.dtype);                           // (k, N)
        var counts = members.sum([1], keepdim: true);
        var means = members.matmul(points) / counts.clamp_min(1);
        return counts.min().ToDouble() > 0 ? means : where(counts.gt(0), means, points.narrow(0, Squares(points, before).amin([1]).argmax().ToInt64(), 1));
    }

    private static Tensor Squares(Tensor a, Tensor b) => cdist(a, b, compute_mode: compute_mode.donot_use_mm_for_euclid_dist).square();
}
