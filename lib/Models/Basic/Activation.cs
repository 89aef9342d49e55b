using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>What a layer does after its affine map, elementwise.</summary>
/// <param name="Name">As papers write it.</param>
/// <param name="Apply">The function, elementwise.</param>
/// <param name="Gain">How much wider than Glorot's the initial weights must be for the signal to keep its size through this function.</param>
public sealed record Activation(string Name, Func<Tensor, Tensor> Apply, double Gain)
{
    /// <summary>a(h) = h.</summary>
    public static Activation Identity { get; } = new("identity", h => h, 1);

    /// <summary>a(h) = max(0, h). Gain √2: He et al. (2015), arXiv:1502.01852.</summary>
    public static Activation Relu { get; } = new("ReLU", h => functional.relu(h), Math.Sqrt(2));

    /// <summary>a(h) = tanh h. Gain 1: Glorot and Bengio (2010), eq. 16.</summary>
    public static Activation Tanh { get; } = new("tanh", h => tanh(h), 1);

    /// <summary>a(h) = σ(h) = 1 / (1 + e⁻ʰ). Gain 4, as its slope at 0 is a quarter of tanh's.</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", h => sigmoid(h), 4);

    /// <summary>a(h) = h σ(h), a ReLU without its corner. Gain 1.677 = 1 / √E[a(h)²] for h ~ N(0, 1), He's rule: Elfwing, Uchibe and Doya,
    /// "Sigmoid-weighted linear units" (2018), arXiv:1702.03118.</summary>
    public static Activation Silu { get; } = new("SiLU", h => functional.silu(h), 1.677);
}
