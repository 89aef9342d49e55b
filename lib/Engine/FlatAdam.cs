using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Engine;

/// <summary>AdamW's step with the running means of all parameters side by side in one tensor: some ten operators and one a parameter, where TorchSharp's own has nine a parameter.</summary>
/// <remarks>
/// On a GPU a step of a small network is as long as the operators in it are many. What is remembered of each parameter is a view of the
/// whole, so that saving, loading and a step by <see cref="AdamW"/> itself see the numbers where they expect them. The same operations in the
/// same order for each element, so the same numbers to rounding.
/// </remarks>
internal sealed class FlatAdam : IDisposable
{
    private readonly Tensor mean, square;
    private readonly Tensor[] means, squares;

    private FlatAdam(IReadOnlyList<OnePass.Slot> slots)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        mean = cat([.. slots.Select(slot => slot.State.exp_avg.reshape(-1))]).DetachFromDisposeScope();
        square = cat([.. slots.Select(slot => slot.State.exp_avg_sq.reshape(-1))]).DetachFromDisposeScope();
        means = Views(mean, slots);
        squares = Views(square, slots);
        for (var i = 0; i < slots.Count; i++)
        {
            slots[i].State.exp_avg.Dispose();
            slots[i].State.exp_avg_sq.Dispose();
            (slots[i].State.exp_avg, slots[i].State.exp_avg_sq) = (means[i], squares[i]);
        }
    }

    /// <summary>Whether one step can be made of all: 32-bit numbers on one device, changed alike and equally often.</summary>
    public static bool Fits(IReadOnlyList<OnePass.Slot> slots) =>
        slots.Count > 0 && slots.All(slot => slot.Options is { amsgrad: false, maximize: false } && ReferenceEquals(slot.Options, slots[0].Options)
            && slot.State.step == slots[0].State.step && slot.Parameter.dtype == ScalarType.Float32 && slot.Gradient.dtype == ScalarType.Float32
            && !slot.Gradient.is_sparse
            && (slot.Parameter.device_type, slot.Parameter.device_index) == (slots[0].Parameter.device_type, slots[0].Parameter.device_index));

    /// <summary>This, if it still is what these parameters' states are views of; else a new one, made of what their states hold.</summary>
    public static FlatAdam For(IReadOnlyList<OnePass.Slot> slots, FlatAdam? before)
    {
        if (before is not null && before.Holds(slots)) return before;
        var flat = new FlatAdam(slots);
        before?.Dispose();
        return flat;
    }

    /// <summary>Makes the step.</summary>
    public void Step(IReadOnlyList<OnePass.Slot> slots)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var options = slots[0].Options;
        var (beta1, beta2, rate, decay) = (options.beta1!.Value, options.beta2!.Value, options.LearningRate!.Value, options.weight_decay!.Value);
        foreach (var slot in slots) slot.State.step++;
        var step = slots[0].State.step;
        var gradient = cat([.. slots.Select(slot => slot.Gradient.reshape(-1))]);
        mean.mul_(beta1).add_(gradient, alpha: 1 - beta1);
        square.mul_(beta2).addcmul_(gradient, gradient, value: 1 - beta2);
        var divisor = square.sqrt().div_(Math.Sqrt(1 - Math.Pow(beta2, step))).add_(options.eps!.Value);
        var change = mean.div(divisor).mul_(-rate / (1 - Math.Pow(beta1, step)));
        long start = 0;
        foreach (var slot in slots)
        {
            if (decay != 0) slot.Parameter.mul_(1 - rate * decay);
            slot.Parameter.add_(change.narrow(0, start, slot.Parameter.numel()).view(slot.Parameter.shape));
            start += slot.Parameter.numel();
        }
    }

    /// <summary>The whole goes; the views of it are the states'.</summary>
    public void Dispose()
    {
        mean.Dispose();
        square.Dispose();
    }

    private bool Holds(IReadOnlyList<OnePass.Slot> slots)
    {
        if (slots.Count != means.Length) return false;
        for (var i = 0; i < means.Length; i++)
            if (!ReferenceEquals(slots[i].State.exp_avg, means[i]) || !ReferenceEquals(slots[i].State.exp_avg_sq, squares[i])) return false;
        return true;
    }

    private static Tensor[] Views(Tensor whole, IReadOnlyList<OnePass.Slot> slots)
    {
        var views = new Tensor[slots.Count];
        long start = 0;
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = whole.narrow(0, start, slots[i].Parameter.numel()).view(slots[i].Parameter.shape).DetachFromDisposeScope();
            start += slots[i].Parameter.numel();
        }
        return views;
    }
}
