using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Every token looks at every other: Attention(Q, K, V) = softmax(QKᵀ / √d) V, in several heads.</summary>
/// <remarks>
/// Q = xW_Q, K = xW_K, V = xW_V with E numbers each, cut into H heads of d = E / H; a head's rows of softmax(QKᵀ / √d) sum to 1 and say how much token i takes of token j. Padding is not looked at.
/// Vaswani et al., "Attention is all you need" (2017), arXiv:1706.03762, eq. 1 and §3.2.2. Notebook 09.
/// </remarks>
public sealed class SelfAttention : Module<Tensor, Tensor, (Tensor Values, Tensor Weights)>
{
    private readonly TorchSharp.Modules.Linear queries, keys, values, output;

    /// <summary>A layer with first weights.</summary>
    /// <param name="size">E, the numbers of a token.</param>
    /// <param name="heads">H, which divides E.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A number is below 1, or H does not divide E.</exception>
    public SelfAttention(int size, int heads, Generator random) : base($"SelfAttention {size}, {heads} heads")
    {
        if (size.RequireSize() % heads.RequireSize() != 0) throw new ArgumentException($"{nameof(heads)}: expected a divisor of {size}, got {heads}.", nameof(heads));
        (Size, Heads) = (size, heads);
        queries = GlorotUniform.Linear(size, size, random);
        keys = GlorotUniform.Linear(size, size, random);
        values = GlorotUniform.Linear(size, size, random);
        output = GlorotUniform.Linear(size, size, random);
        RegisterComponents();
    }

    /// <summary>E.</summary>
    public int Size { get; }

    /// <summary>H.</summary>
    public int Heads { get; }

    /// <summary>What each token takes from the others, and how much from whom: (B, T, E) and (B, T) → (B, T, E) and (B, H, T, T).</summary>
    /// <param name="x">Tokens: (B, T, E).</param>
    /// <param name="padding">Where there is nothing to look at: (B, T), bool; a row of nothing else is not defined.</param>
    public override (Tensor Values, Tensor Weights) forward(Tensor x, Tensor padding)
    {
        var (batch, length) = (x.Require([-1, -1, Size]).shape[0], x.shape[1]);
        padding.Require([batch, length]);
        var (q, k, v) = (InHeads(queries), InHeads(keys), InHeads(values));        // (B, H, T, d)
        using var nobody = padding.unsqueeze(1).unsqueeze(2);                       // (B, 1, 1, T): the same for every head and whoever looks
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(Size / Heads);
        var weights = scores.masked_fill(nobody, float.NegativeInfinity).softmax(-1);
        return (output.call(weights.matmul(v).transpose(1, 2).reshape(batch, length, Size)), weights);

        Tensor InHeads(TorchSharp.Modules.Linear map) => map.call(x).reshape(batch, length, Heads, -1).transpose(1, 2);
    }
}
