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
        var rows = empty([batch.Nodes.Count, size], dtype: leaves.dtype, device: leaves.device);
        var lengths = form.Normalise ? empty([batch.Phrases, 1], dtype: leaves.dtype, device: leaves.device) : empty(0);
        rows.narrow(0, 0, batch.Leaves).copy_(leaves);
        var turned = weight.t();
        foreach (var (first, count) in batch.Levels)
        {
            using var level = NewDisposeScope();
            var at = first - batch.Leaves;
            var parts = rows.index_select(0, batch.Parts.narrow(0, 2 * at, 2 * count)).view(count, 2 * size);   // [c₁; c₂]: (count, 2K)
            var p = form.Activation.Apply(inputs.narrow(0, at, count).addmm(parts, turned, beta: 1, alpha: 1));
            if (form.Normalise)
            {
                var length = lengths.narrow(0, at, count);
                length.copy_(p.norm(1, keepdim: true, p: 2).clamp_min(Composition.Shortest));
                p = p / length;
            }
            rows.narrow(0, first, count).copy_(p);
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
        var delta = empty([batch.Phrases, size], dtype: rows.dtype, device: rows.device);                       // ∂E/∂(W [c₁; c₂] + x)
        var fromParents = zeros([2 * batch.Phrases + 1, size], dtype: rows.dtype, device: rows.device);         // Wᵀδ; the last row is that of no parent
        foreach (var (first, count) in batch.Levels.Reverse())
        {
            using var level = NewDisposeScope();
            var at = first - batch.Leaves;
            var (value, gradient) = (rows.narrow(0, first, count), Gradient(first, count));
            if (form.Normalise)
            {
                var length = lengths.narrow(0, at, count);                          // p̂ = p / r: ∂E/∂p = (g − p̂ (p̂ · g)) / r
                gradient = (gradient - value * (value * gradient).sum(1, keepdim: true)) / length;
                value = value * length;
            }
            var here = Composition.Slope(form.Activation, value).mul_(gradient);
            delta.narrow(0, at, count).copy_(here);
            fromParents.narrow(0, 2 * at, 2 * count).copy_(here.mm(weight).view(2 * count, size));
        }
        var ofLeaves = Gradient(0, batch.Leaves).MoveToOuterDisposeScope();
        var ofWeight = delta.t().mm(rows.index_select(0, batch.Parts).view(batch.Phrases, 2 * size)).MoveToOuterDisposeScope();
        List<Tensor> gradients = [ofLeaves, ofWeight, delta.MoveToOuterDisposeScope(), null!];
        ctx.save_data(Kept, gradients);                                             // until libtorch has taken them
        return gradients;

        Tensor Gradient(int first, int count) => grad_output.narrow(0, first, count) + fromParents.index_select(0, batch.Slots.narrow(0, first, count));
    }

    private sealed record Composing(TreeBatch Batch, Activation Activation, bool Normalise);
}
