using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>log Z of a restricted Boltzmann machine with binary units, without which its free energy is no density: log p(v) = −F(v) − log Z.</summary>
/// <remarks>
/// Z sums over all states. With few hidden units that can be done; with many, annealed importance sampling estimates it: Salakhutdinov and
/// Murray, "On the quantitative analysis of deep belief networks" (2008). Notebook 12.
/// </remarks>
public static class PartitionFunction
{
    /// <summary>The most hidden units of which every state is visited: a million states.</summary>
    public const int MostUnits = 20;

    /// <summary>log Z = log Σₕ exp(bᵀh + Σᵢ softplus(aᵢ + (Wᵀh)ᵢ)), every state of the hidden units in turn, in nats.</summary>
    /// <exception cref="ArgumentException">The hidden units are not binary, or more than <see cref="MostUnits"/>.</exception>
    public static double Exact(RestrictedBoltzmannMachine machine)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (w, b, a) = Weights(machine);
        if (w.shape[0] > MostUnits) throw new ArgumentException($"{nameof(machine)}: expected {MostUnits} hidden units or fewer, got {w.shape[0]}; Annealed estimates.", nameof(machine));
        var units = arange(w.shape[0], dtype: int64, device: w.device);
        var states = arange(1L << (int)w.shape[0], dtype: int64, device: w.device).unsqueeze(1);
        return Rowwise.Map(states, part =>
        {
            var h = part.bitwise_right_shift(units).bitwise_and(tensor(1L, device: w.device)).to(float64);   // (states, K)
            return h.matmul(b) + functional.softplus(h.matmul(w) + a).sum(dim: -1);
        }).logsumexp(0).ToDouble();
    }

    /// <summary>log Z by annealing from independent pixels, of which it is known, to the machine, βₖ from 0 to 1: in nats, with its standard error.</summary>
    /// <remarks>At β: log f(v) = (1 − β) cᵀv + β aᵀv + Σⱼ softplus(β(Wv + b)ⱼ), and a weight is the product of f at βₖ over f at βₖ₋₁ along a chain that follows. Its mean is Z / Z₀.</remarks>
    /// <param name="machine">Whose log Z.</param>
    /// <param name="pixels">How often each pixel is on where the chain begins, inside (0, 1): (D). Those of the data serve well.</param>
    /// <param name="steps">Temperatures.</param>
    /// <param name="chains">Weights that are averaged.</param>
    /// <param name="random">What decides the draws.</param>
    /// <exception cref="ArgumentException">The hidden units are not binary, a size is below 1, or the frequencies are not (D) or not inside (0, 1).</exception>
    public static PartitionEstimate Annealed(RestrictedBoltzmannMachine machine, Tensor pixels, int steps, int chains, Generator random)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (w, b, a) = Weights(machine);
        var c = pixels.Require([a.shape[0]]).to(float64).logit();
        if (!c.isfinite().all().ToBoolean()) throw new ArgumentException($"{nameof(pixels)}: expected numbers inside (0, 1), got 0, 1 or beyond.", nameof(pixels));
        var v = BinaryUnits.Sample(sigmoid(c).expand(chains.RequireSize(), -1), random);
        var weight = zeros(chains, dtype: float64, device: w.device);
        for (var k = 1; k <= steps.RequireSize(); k++)
        {
            using var inner = NewDisposeScope();
            double before = (k - 1.0) / steps, β = (double)k / steps;
            using var t = v.matmul(w.t()) + b;
            weight.add_((β - before) * v.matmul(a - c) + (functional.softplus(β * t) - functional.softplus(before * t)).sum(dim: -1));
            var h = BinaryUnits.Sample(sigmoid(β * t), random);
            v.copy_(BinaryUnits.Sample(sigmoid((1 - β) * c + β * (h.matmul(w) + a)), random));
        }
        var start = w.shape[0] * Math.Log(2) + functional.softplus(c).sum().ToDouble();
        var ratios = (weight - weight.max()).exp();
        return new(start + weight.logsumexp(0).ToDouble() - Math.Log(chains),
            chains == 1 ? double.NaN : (ratios.std() / ratios.mean()).ToDouble() / Math.Sqrt(chains));
    }

    private static (Tensor W, Tensor B, Tensor A) Weights(RestrictedBoltzmannMachine machine) => machine.Hidden == HiddenUnits.Binary
        ? (machine.Up.Weight.to(float64), machine.Up.Bias.to(float64), machine.Down.Bias.to(float64))
        : throw new ArgumentException($"{nameof(machine)}: expected binary hidden units, got {machine.Hidden}.", nameof(machine));
}

/// <summary>An estimate of a partition function.</summary>
/// <param name="LogZ">log Z, in nats.</param>
/// <param name="Error">The standard error of Z relative to Z, by which log Z is uncertain too, in nats; honest only where the chains keep up.</param>
public sealed record PartitionEstimate(double LogZ, double Error);
