using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>A loss as the sum of named terms, kept apart so that each can be plotted: <c>new(("reconstruction", r), ("divergence", d))</c>.</summary>
/// <remarks>A plain tensor becomes the single term "loss" by itself, so a loss function may return either.</remarks>
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

    /// <summary>The sum of all terms: what is minimised.</summary>
    public Tensor Total => terms.Skip(1).Aggregate(terms[0].Value, (sum, term) => sum + term.Value);

    /// <summary>A loss of one term, named "loss".</summary>
    public static implicit operator LossTerms(Tensor loss) => new(("loss", loss));

    /// <summary>The values side by side, without a graph: (T).</summary>
    internal Tensor Values() => stack(terms.Select(term => term.Value.detach().reshape([]).to_type(ScalarType.Float64)).ToArray());
}
