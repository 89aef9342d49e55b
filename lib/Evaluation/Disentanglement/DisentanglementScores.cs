using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>One code by all five scores, from one table of factors.</summary>
/// <remarks>They do not ask the same, and a code may be first in one and last in another: Locatello et al., "Challenging common assumptions in the
/// unsupervised learning of disentangled representations" (2019), arXiv:1811.12359, Fig. 2. Notebook 16.</remarks>
/// <param name="BetaVae"><see cref="BetaVaeScore"/>.</param>
/// <param name="FactorVae"><see cref="FactorVaeScore"/>.</param>
/// <param name="Mig"><see cref="MutualInformationGap"/>.</param>
/// <param name="Sap"><see cref="SeparatedAttributePredictability"/>.</param>
/// <param name="Dci">Disentanglement of <see cref="DciScore"/>.</param>
/// <param name="Named">Informativeness of <see cref="DciScore"/>.</param>
public sealed record DisentanglementScores(double BetaVae, double FactorVae, double Mig, double Sap, double Dci, double Named)
{
    /// <summary>All of them, by 300 points and votes, and 500 codes for each regression: less than half a second for a short code.</summary>
    /// <param name="codes">(N, L): every combination of factors, or draws of them.</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <param name="unordered">Factors whose numbers are names only. Default: the first.</param>
    /// <param name="collapsed">Numbers of the code whose variance is not above this do not vote. Default: 0.</param>
    /// <param name="seed">Another seed, other pairs and votes.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public static DisentanglementScores Of(Tensor codes, Tensor factors, IReadOnlyList<int>? unordered = null, double collapsed = 0, int seed = 1)
    {
        using var random = new Generator((ulong)seed);
        var dci = DciScore.Of(codes, factors, random, most: 500, iterations: 40);
        return new(
            BetaVaeScore.Of(codes, factors, random, points: 300),
            FactorVaeScore.Of(codes, factors, random, votes: 300, collapsed: collapsed),
            MutualInformationGap.Of(codes, factors).Score,
            SeparatedAttributePredictability.Of(codes, factors, unordered ?? [0]).Score,
            dci.Disentanglement,
            dci.Informativeness);
    }

    /// <summary>The names of the scores, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["β-VAE", "FactorVAE", "MIG", "SAP", "DCI", "named"];

    /// <summary>The scores as numbers.</summary>
    public IReadOnlyList<double> Values => [BetaVae, FactorVae, Mig, Sap, Dci, Named];
}
