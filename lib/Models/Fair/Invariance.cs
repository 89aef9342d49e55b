using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>What a loss adds so that two groups cannot be told apart by their codes. Notebook 17.</summary>
public abstract class Invariance
{
    private protected Invariance(double weight) => Weight = weight.RequireNonNegative(nameof(weight));

    /// <summary>What it counts in the loss, 0 or more.</summary>
    public double Weight { get; }

    /// <summary>The term's name and its value, a scalar: of codes (B, L) and groups (B), int64, 0 or 1.</summary>
    public abstract (string Name, Tensor Value) Term(FairVae model, Tensor z, Tensor s);
}

/// <summary>λ · MMD² between the codes of the two groups: 0 where both have one distribution.</summary>
/// <remarks>
/// MMD² = ⟨k(u, u′)⟩ + ⟨k(v, v′)⟩ − 2 ⟨k(u, v)⟩ over pairs of different people of a batch. In a batch with fewer than two of a group it is 0: there is nothing to
/// compare. Louizos et al. (2016), §3, who approximate the Gaussian kernel by random features; a batch is small enough for all its pairs. Gretton et al. (2012), eq. 3.
/// </remarks>
/// <param name="weight">λ; the paper takes 100 times the examples of a batch.</param>
/// <param name="width">ℓ of a Gaussian kernel; √L if not said.</param>
public sealed class GroupDiscrepancy(double weight, double? width = null) : Invariance(weight)
{
    /// <summary>"MMD, λ = …, ℓ = …".</summary>
    public override string ToString() => FormattableString.Invariant($"MMD, λ = {Weight}, ℓ = {(width is { } ℓ ? ℓ.ToString(System.Globalization.CultureInfo.InvariantCulture) : "√L")}");

    /// <summary>MMD² between the two groups of a batch: (B, L) and (B), int64 → a scalar.</summary>
    /// <exception cref="ArgumentException">There is not one group each, or, on the CPU, a group is neither 0 nor 1.</exception>
    public Tensor Between(Tensor z, Tensor s)
    {
        s.RequireLabels(z.RequireMatrix(1).shape[0]);
        if (s.device_type == DeviceType.CPU && s.max().ToInt64() > 1) throw new ArgumentException($"{nameof(s)}: expected 0 or 1, got {s.max().ToInt64()}.", nameof(s));
        var pairs = KernelFunction.Gaussian(width ?? Math.Sqrt(z.shape[1])).Between(z, z);   // k of everybody with everybody: (B, B)
        var (zero, one) = (s.eq(0).to(z.dtype), s.eq(1).to(z.dtype));               // (B) each, so that a step on a GPU waits for no count
        var (n, m) = (zero.sum(), one.sum());
        var squared = Within(zero, n) + Within(one, m) - 2 * zero.matmul(pairs.matmul(one)) / (n * m).clamp(min: 1);
        return where(minimum(n, m).ge(2), squared, zeros_like(squared));

        Tensor Within(Tensor members, Tensor count) => (members.matmul(pairs.matmul(members)) - count) / (count * (count - 1)).clamp(min: 1);
    }

    /// <inheritdoc/>
    public override (string Name, Tensor Value) Term(FairVae model, Tensor z, Tensor s) => ("discrepancy", Weight * Between(z, s));
}

/// <summary>An adversary that guesses the group from the code and gets better at it, while the encoder learns the opposite: its gradient arrives with the factor −λ.</summary>
/// <remarks>
/// z′ = (1 + λ) z̄ − λ z, where z̄ is z without a graph, has the value of z and the derivative −λ: one loss for both, and one optimiser. The term is the adversary's
/// own, ⟨−log p(s | z)⟩ in nats, whatever λ. Ganin et al., "Domain-adversarial training of neural networks" (2016), arXiv:1505.07818, §4.2; for fairness Edwards and
/// Storkey, "Censoring representations with an adversary" (2016), arXiv:1511.05897.
/// </remarks>
/// <param name="weight">λ.</param>
public sealed class Adversary(double weight) : Invariance(weight)
{
    /// <summary>"adversary, λ = …".</summary>
    public override string ToString() => FormattableString.Invariant($"adversary, λ = {Weight}");

    /// <inheritdoc/>
    public override (string Name, Tensor Value) Term(FairVae model, Tensor z, Tensor s) =>
        ("adversary", functional.cross_entropy(model.GroupLogits(Reversed(z, Weight)), s));

    /// <summary>z itself, whose gradient is turned and multiplied by λ: any shape.</summary>
    public static Tensor Reversed(Tensor z, double weight) => (1 + weight) * z.detach() - weight * z;
}
