using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>From a square picture to the two halves of q(z | x): two convolutions that halve its side, then one affine layer.</summary>
/// <remarks>4 × 4 filters at stride 2, the scheme of Radford, Metz and Chintala, "Unsupervised representation learning with deep convolutional
/// generative adversarial networks" (2016), arXiv:1511.06434, without its normalisation. Notebook 13.</remarks>
public sealed class ConvolutionalEncoder : Module<Tensor, Tensor>
{
    private readonly Conv2d first, second;
    private readonly Linear last;
    private readonly int side;

    /// <summary>An encoder of pictures.</summary>
    /// <param name="side">Rows, and columns: a multiple of 4.</param>
    /// <param name="channels">Maps of the first convolution; the second has twice as many.</param>
    /// <param name="latentSize">L.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">The side is no multiple of 4, or a size is below 1.</exception>
    public ConvolutionalEncoder(int side, int channels, int latentSize, Generator random) : base(nameof(ConvolutionalEncoder))
    {
        this.side = side.RequireQuarters();
        first = Conv2d(1, channels.RequireSize(), 4, stride: 2, padding: 1L);
        second = Conv2d(channels, 2 * channels, 4, stride: 2, padding: 1L);
        last = GlorotUniform.Linear(2 * channels * (side / 4) * (side / 4), 2 * latentSize.RequireSize(), random);
        first.DrawGlorot(first.weight, first.bias!, random);
        second.DrawGlorot(second.weight, second.bias!, random);
        RegisterComponents();
    }

    /// <summary>(B, side²) → (B, 2L).</summary>
    public override Tensor forward(Tensor x)
    {
        var h = functional.relu(first.call(x.reshape(-1, 1, side, side)));          // (B, C, side/2, side/2)
        return last.call(functional.relu(second.call(h)).flatten(1));               // (B, 2L)
    }
}

/// <summary>From z back to a square picture: one affine layer, then two transposed convolutions that double its side.</summary>
/// <remarks>As <see cref="ConvolutionalEncoder"/>, the other way; 4 × 4 filters at stride 2 overlap evenly, so no chequered pattern: Odena,
/// Dumoulin and Olah, "Deconvolution and checkerboard artifacts" (2016).</remarks>
public sealed class ConvolutionalDecoder : Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly ConvTranspose2d second, last;
    private readonly int side, channels;

    /// <summary>A decoder of pictures.</summary>
    /// <param name="side">Rows, and columns: a multiple of 4.</param>
    /// <param name="channels">Maps of the last but one layer; the one before it has twice as many.</param>
    /// <param name="latentSize">L.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">The side is no multiple of 4, or a size is below 1.</exception>
    public ConvolutionalDecoder(int side, int channels, int latentSize, Generator random) : base(nameof(ConvolutionalDecoder))
    {
        (this.side, this.channels) = (side.RequireQuarters(), channels.RequireSize());
        first = GlorotUniform.Linear(latentSize.RequireSize(), 2 * channels * (side / 4) * (side / 4), random, Activation.Relu.Gain);
        second = ConvTranspose2d(2 * channels, channels, 4, stride: 2, padding: 1L);
        last = ConvTranspose2d(channels, 1, 4, stride: 2, padding: 1L);
        second.DrawGlorot(second.weight, second.bias!, random);
        last.DrawGlorot(last.weight, last.bias!, random);
        RegisterComponents();
    }

    /// <summary>(B, L) → (B, side²).</summary>
    public override Tensor forward(Tensor z)
    {
        var h = functional.relu(first.call(z)).reshape(-1, 2 * channels, side / 4, side / 4);
        return last.call(functional.relu(second.call(h))).flatten(1);
    }
}

/// <summary>What the two share.</summary>
internal static class Convolutions
{
    /// <summary>The side itself, if two halvings leave whole pixels.</summary>
    public static int RequireQuarters(this int side) => side >= 4 && side % 4 == 0 ? side
        : throw new ArgumentException($"{nameof(side)}: expected a multiple of 4, got {side}.", nameof(side));

    /// <summary>b = 0 and W ~ U(−r, r), r = √2 · √(6 / (inputs + outputs)): Glorot and Bengio (2010), eq. 16, with the gain of a ReLU.</summary>
    public static void DrawGlorot(this Module layer, Tensor weight, Tensor bias, Generator random)
    {
        using var _ = no_grad();
        var area = weight.shape[2] * weight.shape[3];
        var radius = Activation.Relu.Gain * Math.Sqrt(6.0 / ((weight.shape[0] + weight.shape[1]) * area));
        using var drawn = rand(weight.shape, generator: random).mul_(2 * radius).sub_(radius);
        weight.copy_(drawn);
        bias.zero_();
    }
}
