using System.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Engine;

/// <summary>TorchSharp's AdamW with the whole step made in one pass over memory, where all of it is 32-bit numbers in order on the CPU.</summary>
/// <remarks>
/// p ← p·(1 − lr·λ) − lr·m̂ / (√v̂ + ε), with m̂ and v̂ the unbiased running means of the gradient and of its square: Kingma and Ba (2015),
/// arXiv:1412.6980, algorithm 1; Loshchilov and Hutter (2019), arXiv:1711.05101. TorchSharp makes nine passes, each an operator of its own.
/// State, options, saving and loading are <see cref="AdamW"/>'s; so is a step that cannot be made in one pass (in other precisions, with
/// amsgrad). On a GPU the states of all parameters lie side by side and one operator changes them all. Each element is computed by itself, by the same operations in the same order however the work is
/// divided: the result does not depend on the number of threads. Means below 10⁻³⁰ become 0, far below rounding: those of a unit that gets
/// no gradient any more would else stay at numbers too small for the processor's fast path, and steps take three times as long.
/// </remarks>
public sealed class OnePassAdamW : AdamW
{
    private FlatAdam? flat;                                                         // on a GPU

    /// <summary>AdamW on these parameters; build the model and move it to its device first.</summary>
    /// <exception cref="ArgumentException">A rate, β or ε is outside its range.</exception>
    public OnePassAdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : base([.. parameters], lr, beta1, beta2, eps, weight_decay) { }

    /// <summary>Takes the gradients away, as PyTorch does: the next backward pass writes them instead of adding to zeros.</summary>
    public override void zero_grad()
    {
        foreach (var parameter in parameters()) parameter.grad = null;
    }

    /// <summary>One step; the closure, if any, evaluates the loss again.</summary>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        var slots = new List<OnePass.Slot>();
        using var scope = NewDisposeScope();
        Tensor? loss = null;
        if (closure is not null)
            using (enable_grad()) loss = closure().MoveToOuterDisposeScope();
        foreach (var group in _parameter_groups)
        {
            var options = (Options)group.Options;
            foreach (var parameter in group.Parameters)
                if (parameter.grad is { } gradient) slots.Add(new(parameter, gradient, (State)_state[parameter.Handle], options));
        }
        if (slots.TrueForAll(slot => slot.Fits)) OnePass.Step(slots);
        else if (slots.Count > 0 && slots[0].Parameter.device_type != DeviceType.CPU && FlatAdam.Fits(slots)) (flat = FlatAdam.For(slots, flat)).Step(slots);
        else base.step();
        return loss!;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) flat?.Dispose();
    }
}

/// <summary>The pass itself.</summary>
internal static unsafe class OnePass
{
    private const int Block = 1 << 15;
    private const float Least = 1e-30f;

    /// <summary>A parameter with its gradient, what is remembered of it, and how it is to be changed.</summary>
    internal readonly record struct Slot(Tensor Parameter, Tensor Gradient, AdamW.State State, AdamW.Options Options)
    {
        /// <summary>Whether the pass can be made.</summary>
        public bool Fits => Options is { amsgrad: false, maximize: false } && InOrder(Parameter) && InOrder(Gradient) && InOrder(State.exp_avg) && InOrder(State.exp_avg_sq);

        private static bool InOrder(Tensor tensor) =>
            tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && !tensor.is_sparse && tensor.is_contiguous() && tensor.numel() < int.MaxValue / sizeof(float);
    }

    // The numbers of one step, as libtorch's own operators would round them.
    private readonly record struct Numbers(float Shrink, float Beta1, float Beta2, float Rest1, float Rest2, float Root2, float Eps, float Rate)
    {
        public static Numbers Of(AdamW.Options options, long step)
        {
            var (beta1, beta2, rate, decay) = (options.beta1!.Value, options.beta2!.Value, options.LearningRate!.Value, options.weight_decay!.Value);
            return new(
                (float)(1 - rate * decay), (float)beta1, (float)beta2, (float)(1 - beta1), (float)(1 - beta2),
                (float)Math.Sqrt(1 - Math.Pow(beta2, step)), (float)options.eps!.Value, (float)(-rate / (1 - Math.Pow(beta1, step))));
        }
    }

    private readonly record struct Piece(nint Parameter, nint Gradient, nint Mean, nint Square, int Length, Numbers Numbers);

    /// <summary>Makes the step, in pieces that several threads may take.</summary>
    internal static void Step(List<Slot> slots)
    {
        var pieces = new List<Piece>();
        foreach (var slot in slots)
        {
            var numbers = Numbers.Of(slot.Options, ++slot.State.step);
            var (p, g, m, v) = (Data(slot.Parameter), Data(slot.Gradient), Data(slot.State.exp_avg), Data(slot.State.exp_avg_sq));
            var count = (int)slot.Parameter.numel();
            for (var at = 0; at < count; at += Block)
            {
                var offset = (nint)at * sizeof(float);
                pieces.Add(new(p + offset, g + offset, m + offset, v + offset, Math.Min(Block, count - at), numbers));
            }
        }
        var threads = get_num_threads();
        if (pieces.Count <= 2 || threads == 1) pieces.ForEach(Step);
        else Parallel.ForEach(pieces, new ParallelOptions { MaxDegreeOfParallelism = threads }, Step);
        using var frozen = no_grad();
        foreach (var slot in slots) TellAutograd(slot.Parameter);
        GC.KeepAlive(slots);
    }

    // Where a tensor's numbers lie.
    private static nint Data(Tensor tensor)
    {
        fixed (byte* first = tensor.bytes) return (nint)first;
    }

    // Written past autograd's back: changing none of its elements counts as a change of the whole tensor.
    private static void TellAutograd(Tensor parameter)
    {
        using var flat = parameter.view(-1);
        using var nothing = flat.narrow(0, 0, 0);
        nothing.zero_();
    }

    private static void Step(Piece piece)
    {
        var k = piece.Numbers;
        float* p = (float*)piece.Parameter, g = (float*)piece.Gradient, m = (float*)piece.Mean, v = (float*)piece.Square;
        var i = 0;
        for (; i <= piece.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var gradient = Vector.Load(g + i);
            var mean = OrZero(Vector.Load(m + i) * k.Beta1 + gradient * k.Rest1);
            var square = OrZero(Vector.Load(v + i) * k.Beta2 + gradient * k.Rest2 * gradient);
            var divisor = Vector.SquareRoot(square) / new Vector<float>(k.Root2) + new Vector<float>(k.Eps);
            Vector.Store(mean, m + i);
            Vector.Store(square, v + i);
            Vector.Store(Vector.Load(p + i) * k.Shrink + mean * k.Rate / divisor, p + i);
        }
        for (; i < piece.Length; i++)
        {
            m[i] = OrZero(m[i] * k.Beta1 + g[i] * k.Rest1);
            v[i] = OrZero(v[i] * k.Beta2 + g[i] * k.Rest2 * g[i]);
            p[i] = p[i] * k.Shrink + m[i] * k.Rate / (MathF.Sqrt(v[i]) / k.Root2 + k.Eps);
        }
    }

    private static Vector<float> OrZero(Vector<float> value) => Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(value), new Vector<float>(Least)), Vector<float>.Zero, value);

    private static float OrZero(float value) => MathF.Abs(value) < Least ? 0 : value;          // NaN stays
}
