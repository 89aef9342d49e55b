using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>One layer of an encoder: h = x + Attention(norm(x)), then y = h + W₂ a(W₁ norm(h)).</summary>
/// <remarks>Vaswani et al. (2017), arXiv:1706.03762, §3.1 and §3.3, with the norms before each part and not behind it, so that small networks train without warm-up: Xiong et al., "On layer
/// normalization in the transformer architecture" (2020), arXiv:2002.04745. Notebook 09.</remarks>
public sealed class TransformerLayer : Module<Tensor, Tensor, (Tensor Output, Tensor Weights)>
{
    private const int Wider = 4;
    private readonly LayerNorm before, between;
    private readonly SelfAttention attention;
    private readonly Perceptron mixer;

    /// <summary>A layer with first weights; its hidden layer has 4 E units.</summary>
    /// <param name="size">E, the numbers of a token.</param>
    /// <param name="heads">H, which divides E.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A number is below 1, or H does not divide E.</exception>
    public TransformerLayer(int size, int heads, Generator random) : base($"TransformerLayer {size}")
    {
        attention = new(size, heads, random);
        mixer = new([size, Wider * size, size], Activation.Silu, Activation.Identity, random);
        (before, between) = (LayerNorm(size), LayerNorm(size));
        RegisterComponents();
    }

    /// <summary>(B, T, E) and (B, T) → (B, T, E), and the weights of its attention: (B, H, T, T).</summary>
    /// <param name="x">Tokens: (B, T, E).</param>
    /// <param name="padding">Where there is nothing to look at: (B, T), bool.</param>
    public override (Tensor Output, Tensor Weights) forward(Tensor x, Tensor padding)
    {
        var (values, weights) = attention.call(before.call(x), padding);
        var h = x + values;
        return (h + mixer.call(between.call(h)), weights);
    }
}
