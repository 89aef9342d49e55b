namespace Workbook.Training;

/// <summary>How the learning rate, or the weight of a term of the loss, changes: a factor on its own value, as a function of the epochs done, 0.5 being half of the first.</summary>
/// <remarks>A function of the position and of nothing else, so an interrupted training goes on with the right rate.</remarks>
public sealed record Schedule(Func<double, double> Factor)
{
    /// <summary>Half a cosine from 1 to 0: ½(1 + cos πt/T). Loshchilov and Hutter, "SGDR" (2017), arXiv:1608.03983, eq. 5.</summary>
    /// <param name="epochs">T, after which the rate stays 0; above 0.</param>
    public static Schedule Cosine(double epochs) => Over(epochs, done => 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done / epochs))));

    /// <summary>The rate times a factor at each of these epochs.</summary>
    /// <param name="factor">What each milestone multiplies the rate by.</param>
    /// <param name="milestones">Epochs done when it does.</param>
    /// <exception cref="ArgumentException">The factor is negative, or one of them all is not finite.</exception>
    public static Schedule Steps(double factor, params double[] milestones)
    {
        if (!(factor >= 0 && double.IsFinite(factor))) throw new ArgumentException($"{nameof(factor)}: expected 0 or more, got {factor}.", nameof(factor));
        if (!milestones.All(double.IsFinite)) throw new ArgumentException($"{nameof(milestones)}: expected finite numbers, got {string.Join(", ", milestones)}.", nameof(milestones));
        return new(done => Math.Pow(factor, milestones.Count(milestone => done >= milestone)));
    }

    /// <summary>A straight rise from 0 to 1: min(1, t/T). On the divergence of a VAE this is annealing: Bowman et al., "Generating sentences from a continuous space" (2016), arXiv:1511.06349, §3.1.</summary>
    /// <param name="epochs">T, after which the factor stays 1.</param>
    public static Schedule Rising(double epochs) => Over(epochs, done => Math.Min(1, done / epochs));

    /// <summary>Some of its values, and a number that all the others change: a checkpoint keeps it, and what goes on by another schedule is another training.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"Schedule {{ {string.Join(", ", ((double[])[0, 1, 10, 100]).Select(done => FormattableString.Invariant($"{Factor(done):G4} after {done}")))}, sum {Enumerable.Range(0, 4000).Sum(i => Factor(0.25 * i) * (1 + i % 97)):G8} }}");

    private static Schedule Over(double epochs, Func<double, double> factor) =>
        epochs > 0 && double.IsFinite(epochs) ? new(factor) : throw new ArgumentException($"{nameof(epochs)}: expected a positive number, got {epochs}.", nameof(epochs));

    /// <summary>This schedule, after a linear rise from 0 over the first epochs.</summary>
    /// <param name="epochs">How long the rise takes; the schedule itself starts at the beginning, not after it.</param>
    public Schedule WarmedUp(double epochs) => Over(epochs, done => Math.Min(1, done / epochs) * Factor(done));
}
