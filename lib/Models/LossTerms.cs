using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A loss as the sum of named terms, kept apart so that each can be plotted: <c>new(("reconstruction", r), ("divergence", d))</c>.</summary>
/// <remarks>Each term is a mean over the batch, as a rule in nats per example. Where a tensor is wanted it is its sum, and a tensor is a loss of one term, "loss".</remarks>
public sealed class LossTerms
{
    private readonly (string Name, Tensor Value)[] terms;

    /// <summary>A loss of these terms.</summary>
    /// <param name="terms">Each a name and a scalar: the mean over the batch.</param>
    /// <exception cref="ArgumentException">There is no term, a name comes twice, or a term is not a scalar.</exception>
    public LossTerms(params (string Name, Tensor Value)[] terms)
    {
        if (terms.Length == 0 || terms.DistinctBy(term => term.Name).Count() < terms.Length)
            throw new ArgumentException($"{nameof(terms)}: expected one or more terms of different names, got {terms.Length}: {string.Join(", ", terms.Select(term => term.Name))}.", nameof(terms));
        foreach (var (name, value) in terms)
            if (value.numel() != 1)
                throw new ArgumentException($"{nameof(terms)}: expected the term '{name}' to be one number, the mean over the batch, got ({string.Join(", ", value.shape)}).", nameof(terms));
        this.terms = terms;
    }

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => terms.Select(term => term.Name);

    /// <summary>The term of that name: a scalar.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Tensor this[string name] => terms.FirstOrDefault(term => term.Name == name).Value
        ?? throw new ArgumentException($"{nameof(name)}: expected {string.Join(" or ", Names)}, got {name}.", nameof(name));

    /// <summary>The sum of all terms: what is minimised.</summary>
    public Tensor Total => terms.Skip(1).Aggregate(terms[0].Value, (sum, term) => sum + term.Value);

    /// <summary>A loss of one term, named "loss".</summary>
    public static implicit operator LossTerms(Tensor loss) => new(("loss", loss));

    /// <summary>The sum of the terms.</summary>
    public static implicit operator Tensor(LossTerms loss) => loss.Total;

    /// <summary>This and more terms.</summary>
    public LossTerms And(params (string Name, Tensor Value)[] more) => new([.. terms, .. more]);

    /// <summary>The sum of the terms as a number.</summary>
    public double ToDouble() => Total.ToDouble();

    /// <summary>The gradient of the sum, added to that of every parameter.</summary>
    public void backward() => Total.backward();

    /// <summary>The values side by side, without a graph, float64: (T).</summary>
    public Tensor Values() => stack(terms.Select(term => term.Value.detach().reshape([]).to_type(ScalarType.Float64)).ToArray());

    /// <summary>The terms and their sum: "reconstruction 75.2 + penalty 1.3 = 76.5".</summary>
    public override string ToString()
    {
        var sum = string.Join(" + ", terms.Select(term => FormattableString.Invariant($"{term.Name} {term.Value.ToDouble():G5}")));
        return terms.Length == 1 ? sum : FormattableString.Invariant($"{sum} = {ToDouble():G5}");
    }
}
