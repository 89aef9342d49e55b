namespace Workbook.Ledger;

/// <summary>One row of the ledger: a published figure, what we ask of ourselves, and the experiment that decides.</summary>
public abstract class Claim
{
    private static readonly string states = Path.Combine(".workbook", "ledger");        // of the repository, where the command stands

    private protected Claim() { }

    /// <summary>What the command calls it: <c>deep-autoencoder</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, on what data, in which unit.</summary>
    public abstract string What { get; }

    /// <summary>The figure in print, and where; "as we recall it" where nobody looked it up.</summary>
    public abstract string Published { get; }

    /// <summary>What must hold, in words.</summary>
    public abstract string Target { get; }

    /// <summary>How long a seed trains, on how many examples.</summary>
    public abstract string Length { get; }

    /// <summary>The seeds that are averaged over.</summary>
    public virtual IReadOnlyList<int> Seeds => [1, 2, 3];

    /// <summary>The experiment with one seed: named numbers, in the order of the table.</summary>
    /// <exception cref="Workbook.Data.MissingDataException">The real data are not here.</exception>
    public abstract IReadOnlyDictionary<string, double> Measure(int seed);

    /// <summary>Whether the target holds for the means over the seeds.</summary>
    public abstract bool Holds(IReadOnlyDictionary<string, double> means);

    /// <summary>Throws away what a seed kept of itself, once it has been measured.</summary>
    public void Forget(int seed)
    {
        if (!Directory.Exists(states)) return;
        foreach (var file in Directory.EnumerateFiles(states, $"{Name}-{seed}-*")) File.Delete(file);
    }

    /// <summary>Where a part of a long seed keeps its state, so that one that was stopped goes on.</summary>
    private protected string State(int seed, string part) => Path.Combine(states, $"{Name}-{seed}-{part}");

    /// <summary>Every row there is.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new PcaClaim(),
        new DeepAutoencoderClaim(),
        new StackedDenoisingClaim(),
        new ContractiveJacobianClaim(),
        new SelfTaughtClaim(),
        new JacobianCostClaim(),
        new FaceNeuronClaim(),
        new VaeClaim(samples: 0, target: 87.8, published: "86.76: Burda et al. (2016), table 1; 87.75 and 87.78 in two public re-implementations"),
        new VaeClaim(samples: 5, target: 85.5, published: "85.54: Burda et al. (2016), table 1; 85.50 and 85.46 in two public re-implementations"),
        new VaeClaim(samples: 50, target: 84.8, published: "84.78: Burda et al. (2016), table 1; 84.65 and 84.59 in two public re-implementations"),
        new QuadrantClaim(given: 1, target: 71.8, published: Pyro("71.8", "100.4")),
        new QuadrantClaim(given: 2, target: 51.0, published: Pyro("51.0", "61.9")),
        new QuadrantClaim(given: 3, target: 24.2, published: Pyro("24.2", "25.4")),
        new SemiSupervisedVaeClaim(labels: 100, stacked: false, target: 93, published: "88.03 ± 1.71: Kingma et al. (2014), table 1; 93.2 and 92.9 in two public re-implementations"),
        new SemiSupervisedVaeClaim(labels: 1000, stacked: false, target: 95, published: "96.40 ± 0.56: Kingma et al. (2014), table 1; 94.9 and 96.7 in two public re-implementations"),
        new SemiSupervisedVaeClaim(labels: 100, stacked: true, target: 96, published: "96.67 ± 0.14: Kingma et al. (2014), table 1, its deviation as we recall it; 97.2 in a public re-implementation"),
        new BetaVaeClaim(),
        new FairVaeClaim(),
        new MaskedWordsClaim(),
        new TreebankClaim(),
        new RtPolarityClaim(),
        new PtbClaim(),
    ];

    private static string Pyro(string conditional, string network) =>
        $"{conditional}, and {network} for a network without z: Pyro's example, on grey pixels, whose figure of the model is −ELBO and whose epoch was chosen on the test images";
}
