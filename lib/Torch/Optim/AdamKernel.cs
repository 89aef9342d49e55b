using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A whole step of Adam or AdamW in one pass over memory, for 32-bit numbers that lie in order on the CPU.</summary>
/// <remarks>Each element is computed by itself, by the same operations in the same order however the work is divided: the result is the same bit for bit.</remarks>
internal static unsafe class AdamKernel
{
    private const int Block = 1 << 15;

    /// <summary>The numbers of one step, as libtorch's own operators would round them.</summary>
    internal readonly record struct Numbers(float Sign, float Decay, float Shrink, float Beta1, float Beta2, float Rest1, float Rest2, float Root2, float Eps, float Rate)
    {
        internal static Numbers Of(AdaptiveMoments.Options options, long step, bool decayApart)
        {
            var (beta1, beta2, rate, decay) = (options.beta1!.Value, options.beta2!.Value, options.LearningRate!.Value, options.weight_decay!.Value);
            return new(
                options.maximize!.Value ? -1 : 1, decayApart ? 0 : (float)decay, decayApart ? (float)(1 - rate * decay) : 1,
                (float)beta1, (float)beta2, (float)(1 - beta1), (float)(1 - beta2), (float)Math.Sqrt(1 - Math.Pow(beta2, step)),
                (float)options.eps!.Value, (float)(-rate / (1 - Math.Pow(beta1, step))));
        }
    }

    private readonly record struct Piece(nint Parameter, nint Gradient, nint Mean, nint Square, int Length);

    /// <summary>Whether a tensor is such that the pass can be made.</summary>
    internal static bool Fits(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && !tensor.is_sparse && tensor.is_contiguous();

    /// <summary>Makes the step on tensors that all fit.</summary>
    internal static void Step(Tensor[] parameters, Tensor[] gradients, Tensor[] means, Tensor[] squares, Numbers numbers)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < parameters.Length; i++)
        {
            var (p, g, m, v) = ((nint)parameters[i].DataPointer, (nint)gradients[i].DataPointer, (nint)means[i].DataPointer, (nint)squares[i].DataPointer);
            var count = parameters[i].numel();
            for (var at = 0L; at < count; at += Block)
            {
                var offset = (nint)(at * sizeof(float));
                pieces.Add(new(p + offset, g + offset, m + offset, v + offset, (int)Math.Min(Block, count - at)));
            }
        }
        if (pieces.Count <= 2 || get_num_threads() == 1) pieces.ForEach(piece => Step(piece, numbers));
        else Parallel.ForEach(pieces, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, piece => Step(piece, numbers));
        GC.KeepAlive((parameters, gradients, means, squares));
        foreach (var parameter in parameters) TellAutograd(parameter);
    }

    // Written past autograd's back: changing none of its elements counts as a change of the whole tensor.
    private static void TellAutograd(Tensor parameter)
    {
        using var flat = parameter.view(-1);
        using var nothing = flat.narrow(0, 0, 0);
        nothing.zero_();
    }

    private static void Step(Piece piece, Numbers k)
    {
        float* p = (float*)piece.Parameter, g = (float*)piece.Gradient, m = (float*)piece.Mean, v = (float*)piece.Square;
        var i = 0;
        for (; i <= piece.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var parameter = Vector.Load(p + i);
            var gradient = Vector.Load(g + i) * k.Sign + parameter * k.Decay;
            var mean = Vector.Load(m + i) * k.Beta1 + gradient * k.Rest1;
            var square = Vector.Load(v + i) * k.Beta2 + gradient * k.Rest2 * gradient;
            var divisor = Vector.SquareRoot(square) / new Vector<float>(k.Root2) + new Vector<float>(k.Eps);
            Vector.Store(mean, m + i);
            Vector.Store(square, v + i);
            Vector.Store(parameter * k.Shrink + mean * k.Rate / divisor, p + i);
        }
        for (; i < piece.Length; i++)
        {
            var gradient = g[i] * k.Sign + p[i] * k.Decay;
            m[i] = m[i] * k.Beta1 + gradient * k.Rest1;
            v[i] = v[i] * k.Beta2 + gradient * k.Rest2 * gradient;
            p[i] = p[i] * k.Shrink + m[i] * k.Rate / (MathF.Sqrt(v[i]) / k.Root2 + k.Eps);
        }
    }
}
