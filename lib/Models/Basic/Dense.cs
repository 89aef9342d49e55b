using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Affine layers whose first weights come from a generator that the caller owns, so that a seed decides them.</summary>
public static class Dense
{
    /// <summary>h = W x + b with b = 0 and W ~ U(−r, r), r = gain · √(6 / (inputs + outputs)).</summary>
    /// <remarks>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010), eq. 16.</remarks>
    public static Linear Layer(long inputs, long outputs, Generator random, double gain = 1)
    {
        var layer = nn.Linear(inputs, outputs);
        using var _ = no_grad();
        using var weights = Glorot(outputs, inputs, random, gain);
        layer.weight.copy_(weights);
        layer.bias!.zero_();
        return layer;
    }

    /// <summary>Weights as eq. 16 draws them: (outputs, inputs).</summary>
    public static Tensor Glorot(long outputs, long inputs, Generator random, double gain = 1)
    {
        var radius = gain * Math.Sqrt(6.0 / (inputs + outputs));
        return rand(outputs, inputs, generator: random).mul_(2 * radius).sub_(radius);
    }
}
