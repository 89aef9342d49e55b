using Workbook.Figures;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What a number of a code does: an example is encoded, one number is moved, and what it then decodes to is shown.</summary>
/// <remarks>Higgins et al., "β-VAE" (2017), Fig. 1 and 7. Notebook 16.</remarks>
public static class Traversal
{
    private const double Reach = 2;                                                 // leaves out one code in twenty of N(0, 1)

    /// <summary>One number from −reach to reach while the others stay: (steps, D).</summary>
    /// <param name="model">Whose code.</param>
    /// <param name="x">One example: (1, D).</param>
    /// <param name="number">Which, from 0.</param>
    /// <param name="steps">How many places.</param>
    /// <param name="reach">How far. Default: 2, which leaves out one code in twenty of N(0, 1).</param>
    public static Tensor Along(IAutoencoder model, Tensor x, int number, int steps = 7, double reach = Reach)
    {
        x.Require([1, -1]);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var codes = model.Encode(x).repeat(steps.RequireSize(), 1);
        codes.select(1, number).copy_(linspace(-reach, reach, steps, device: x.device));
        return model.Decode(codes).MoveToOuterDisposeScope();
    }

    /// <summary>One row for each number of the code, the dearest on top: its mean divergence from the prior stands before it.</summary>
    /// <param name="model">Whose code.</param>
    /// <param name="x">One example: (1, D).</param>
    /// <param name="divergences">KL(q(zⱼ | x) ‖ p(zⱼ)) of each number, in nats.</param>
    /// <param name="rows">How many numbers are shown. Default: all.</param>
    /// <param name="steps">Pictures in a row.</param>
    public static ImageGrid Grid(IAutoencoder model, Tensor x, IReadOnlyList<double> divergences, int? rows = null, int steps = 7)
    {
        int[] order = [.. Enumerable.Range(0, divergences.Count).OrderByDescending(j => divergences[j]).Take(rows ?? divergences.Count)];
        using var scope = NewDisposeScope();
        return Gallery.Images(cat([.. order.Select(j => Along(model, x, j, steps))]), columns: steps)
            .RowCaptions(order.Select(j => FormattableString.Invariant($"{divergences[j]:F2} nats")))
            .ColumnCaptions(Enumerable.Range(0, steps).Select(i => FormattableString.Invariant($"{Reach * (2.0 * i / (steps - 1) - 1):F1}")));
    }
}
