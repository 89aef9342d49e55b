using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The solution nobody wants: as many code units as data, W₁ = W₂ = g I, θ = η = −g/2. It copies and learns nothing.</summary>
/// <remarks>
/// With hard thresholds (g → ∞) every binary v comes back exactly: v ∈ {0, 1} → v − ½ = ∓½ → c = v → c − ½ = ∓½ → f = v.
/// Real sigmoids only come near: σ(g(σ(g(v − ½)) − ½)) is 0.469 and 0.531 for g = 1, 0.007 and 0.993 for g = 10. Notebook 01.
/// </remarks>
public sealed class TrivialAutoencoder : IAutoencoder
{
    private readonly double gain;

    /// <summary>A copier with sigmoid units of gain g; hard thresholds if not said.</summary>
    /// <param name="gain">g, the weight of every unit on its own input.</param>
    /// <exception cref="ArgumentException">The gain is not a positive number.</exception>
    public TrivialAutoencoder(double gain = double.PositiveInfinity) =>
        this.gain = gain > 0 ? gain : throw new ArgumentException($"{nameof(gain)}: expected a positive number, got {gain}.", nameof(gain));

    /// <summary>c = σ(g (v − ½)): (B, D) → (B, D).</summary>
    public Tensor Encode(Tensor x) => Unit(x);

    /// <summary>f = σ(g (c − ½)): (B, D) → (B, D).</summary>
    public Tensor Decode(Tensor code) => Unit(code);

    private Tensor Unit(Tensor input)
    {
        var distance = input - 0.5;                                                 // −½ for 0, ½ for 1
        return double.IsInfinity(gain) ? distance.gt(0).to_type(input.dtype) : sigmoid(gain * distance);
    }
}
