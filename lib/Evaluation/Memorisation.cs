using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Whether pictures that a model made are copies of its training set: how near they lie to it, against how near held-out ones do.</summary>
/// <remarks>
/// Held-out examples were never seen, so their distance is what "new and from the same source" looks like. A ratio far below 1 speaks of
/// copies, or of pictures smoother than any real one; far above 1 of pictures unlike the data. Distances are Euclidean. Notebook 03.
/// </remarks>
/// <param name="Distance">⟨min ‖x̃ − xₙ‖⟩ from the pictures in question to the training set.</param>
/// <param name="HeldOutDistance">The same from the held-out examples.</param>
/// <param name="Copies">The share of the pictures that lie nearer to some training example than 99 % of the held-out ones do; 0.01 is what new data would show.</param>
public sealed record Memorisation(double Distance, double HeldOutDistance, double Copies)
{
    private const double Suspicious = 0.01;

    /// <summary>⟨distance of the pictures⟩ / ⟨distance of held-out examples⟩.</summary>
    public double Ratio => Distance / HeldOutDistance;

    /// <summary>Audits pictures.</summary>
    /// <param name="made">Samples or reconstructions: (M, D).</param>
    /// <param name="training">What the model learned from: (N, D).</param>
    /// <param name="heldOut">What it never saw: (L, D).</param>
    /// <exception cref="ArgumentException">One of the three is empty or not of D numbers each.</exception>
    public static Memorisation Audit(Tensor made, Tensor training, Tensor heldOut)
    {
        foreach (var (pictures, name) in new[] { (made, nameof(made)), (training, nameof(training)), (heldOut, nameof(heldOut)) })
            if (pictures.dim() != 2 || pictures.shape[0] == 0 || pictures.shape[1] != training.shape[^1])
                throw new ArgumentException($"{name}: expected (N, {training.shape[^1]}) with one example or more, got ({string.Join(", ", pictures.shape)}).", name);
        using var scope = NewDisposeScope();
        var (near, usual) = (ToNearest(made, training), ToNearest(heldOut, training));
        var bound = usual.quantile(tensor(Suspicious, dtype: float64, device: usual.device));
        return new(near.mean().ToDouble(), usual.mean().ToDouble(), near.lt(bound).to(float64).mean().ToDouble());
    }

    /// <summary>min ‖x̃ − xₙ‖ of each picture, float64: (M, D) and (N, D) → (M).</summary>
    public static Tensor ToNearest(Tensor made, Tensor training)
    {
        using var scope = NewDisposeScope();
        using var labels = zeros([training.shape[0]], dtype: int64, device: training.device);
        return new NearestNeighbours(training, labels).Find(made).Distances.squeeze(1).to(float64).MoveToOuterDisposeScope();
    }
}
