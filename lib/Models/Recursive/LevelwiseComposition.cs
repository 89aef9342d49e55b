using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>p = f(W [c₁; c₂] + x) at every phrase of a batch of trees, one matrix product a level, with its own way back.</summary>
/// <remarks>
/// Back-propagation through structure: Goller and Küchler, "Learning task-dependent distributed representations by backpropagation through structure" (1996).
/// Down the levels goes δ = f′ ⊙ (∂E/∂p + Wᵀδ of the parent); the gradient of W is then one product over all phrases, Σ δ [c₁; c₂]ᵀ. torch's own
/// way back would copy all rows again at every level.
/// </remarks>
internal sealed class LevelwiseComposition : autograd.SingleTensorFunction<LevelwiseComposition>
{
    private const string Form = nameof(Form), Kept = nameof(Kept);

    /// <inheritdoc/>
    public override string Name => nameof(LevelwiseComposition);

    /// <summary>The vectors of all rows: (L, K), (K, 2K) and (M, K) → (N, K).</summary>
    /// <param name="leaves">Vectors of the words: (L, K).</param>
    /// <param name="weight">W: (K, 2K).</param>
    /// <param name="inputs">x of each phrase, its bias: (M, K).</param>
    /// <param name="batch">The trees.</param>
    /// <param name="activation">f: one whose slope is known from its value.</param>
    /// <param name="normalise">Whether p is divided by its length.</param>
    public static Tensor Of(Tensor leaves, Tensor weight, Tensor inputs, TreeBatch batch, Activation activation, bool normalise) =>
        apply(leaves, weight, inputs, new Composing(batch, activation, normalise));

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        using var scope = NewDisposeScope();
        var (leaves, weight, inputs, form) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Composing)vars[3]);
        var (batch, size) = (form.Batch, leaves.shape[1]);
        var rows = cat([leaves, inputs], 0);                                        // x stands where p will
        var lengths = form.Normalise ? empty([batch.Phrases, 1], dtype: leaves.dtype, device: leaves.device) : empty(0);
        var turned = weight.t();
        foreach (var (first, count, partRows, _) in batch.LevelRows)
        {
            using var level = NewDisposeScope();
            var parts = rows.index_select(0, partRows).view(count, 2 * size);       // [c₁; c₂]: (count, 2K)
            var here = rows.narrow(0, first, count);
            var p = form.Activation.Apply(here.addmm_(parts, turned, beta: 1, alpha: 1));
            if (form.Normalise)
            {
                var length = lengths.narrow(0, first - batch.Leaves, count);
                length.copy_(p.norm(1, keepdim: true, p: 2).clamp_min(Composition.Shortest));
                p = p / length;
            }
            here.copy_(p);
        }
        rows.MoveToOuterDisposeScope();
        lengths.MoveToOuterDisposeScope();
        ctx.save_for_backward([rows, weight, lengths]);
        ctx.save_data(Form, form);
        return rows;
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using var scope = NewDisposeScope();
        var (saved, form) = (ctx.get_saved_variables(), (Composing)ctx.get_data(Form));
        var (rows, weight, lengths, batch) = (saved[0], saved[1], saved[2], form.Batch);
        var size = rows.shape[1];
        var values = rows.narrow(0, batch.Leaves, batch.Phrases);
        var delta = Composition.Slope(form.Activation, form.Normalise ? values * lengths : values);             // f′; becomes ∂E/∂(W [c₁; c₂] + x)
        var fromParents = zeros([2 * batch.Phrases + 1, size], dtype: rows.dtype, device: rows.device);         // Wᵀδ; the last row is that of no parent
        var inPairs = fromParents.narrow(0, 0, 2 * batch.Phrases).view(batch.Phrases, 2 * size);
        foreach (var (first, count, _, slots) in batch.LevelRows.Reverse())
        {
            using var level = NewDisposeScope();
            var at = first - batch.Leaves;
            var gradient = Gradient(first, count, slots);
            if (form.Normalise)
            {
                var value = rows.narrow(0, first, count);                           // p̂ = p / r: ∂E/∂p = (g − p̂ (p̂ · g)) / r
                gradient = (gradient - value * (value * gradient).sum(1, keepdim: true)) / lengths.narrow(0, at, count);
            }
            inPairs.narrow(0, at, count).addmm_(delta.narrow(0, at, count).mul_(gradient), weight, beta: 0, alpha: 1);
        }
        var ofLeaves = Gradient(0, batch.Leaves, batch.LeafSlots).MoveToOuterDisposeScope();
        var ofWeight = delta.t().mm(rows.index_select(0, batch.Parts).view(batch.Phrases, 2 * size)).MoveToOuterDisposeScope();
        List<Tensor> gradients = [ofLeaves, ofWeight, delta.MoveToOuterDisposeScope(), null!];
        ctx.save_data(Kept, gradients);                                             // until libtorch has taken them
        return gradients;

        Tensor Gradient(int first, int count, Tensor slots) => fromParents.index_select(0, slots).add_(grad_output.narrow(0, first, count));
    }

    private sealed record Composing(TreeBatch Batch, Activation Activation, bool Normalise);
}
