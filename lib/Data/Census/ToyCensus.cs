using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>A drawn table of people, in which it is known what gives the group away and how much: every probability can be enumerated.</summary>
/// <remarks>
/// A person has a group s and an ability a. Education depends on a; hours and occupation on both; the household on s alone, which is the leak; the region on
/// nothing. The label depends on a, and on s besides: it was not fairly given. So p(s | x) and p(y | x) are sums over three abilities, and no probe, however
/// strong, finds more of s in x than <see cref="GroupGiven"/>. Notebook 17.
/// </remarks>
public static class ToyCensus
{
    /// <summary>For people: "a drawn census".</summary>
    public const string Title = "a drawn census";

    private const double SecondGroup = 0.6;                                         // p(s = 1)
    private static readonly double[] ability = [0.35, 0.40, 0.25];                  // p(a)
    private static readonly double[,] labelled = { { 0.02, 0.20, 0.76 }, { 0.10, 0.48, 0.92 } };            // p(y = 1 | s, a)

    private static readonly Feature[] features =
    [
        new("education", ["none", "school", "college", "university"], (_, a) => a switch { 0 => [0.60, 0.33, 0.06, 0.01], 1 => [0.08, 0.52, 0.33, 0.07], _ => [0.02, 0.08, 0.30, 0.60] }),
        new("hours", ["part", "full", "over"], (s, a) => (s, a) switch { (0, 2) => [0.20, 0.60, 0.20], (0, _) => [0.40, 0.55, 0.05], (_, 2) => [0.05, 0.55, 0.40], _ => [0.12, 0.73, 0.15] }),
        new("occupation", ["care", "craft", "office", "sales", "managing"], (s, a) => (s, a) switch
        {
            (0, 2) => [0.20, 0.03, 0.32, 0.15, 0.30], (0, _) => [0.35, 0.05, 0.35, 0.20, 0.05],
            (_, 2) => [0.05, 0.15, 0.20, 0.15, 0.45], _ => [0.06, 0.46, 0.16, 0.22, 0.10],
        }),
        new("household", ["alone", "parent", "first partner", "second partner"], (s, _) => s == 0 ? [0.35, 0.25, 0.08, 0.32] : [0.35, 0.07, 0.50, 0.08]),
        new("region", ["north", "south", "east", "west"], (_, _) => [0.25, 0.25, 0.25, 0.25]),
    ];

    /// <summary>What each of the D numbers says.</summary>
    public static ImmutableArray<string> Features { get; } = [.. features.SelectMany(feature => feature.Levels.Select(level => $"{feature.Name}={level}"))];

    /// <summary>p(a) of the three abilities, whatever the group.</summary>
    public static ImmutableArray<double> Abilities { get; } = [.. ability];

    /// <summary>p(y = 1 | s, a), the chance of the label: of equal ability, group 0 gets it less often.</summary>
    /// <exception cref="IndexOutOfRangeException">The group is neither 0 nor 1, or the ability not 0, 1 or 2.</exception>
    public static double LabelGiven(int group, int ability) => labelled[group, ability];

    /// <summary>Draws people.</summary>
    /// <param name="train">How many to learn from.</param>
    /// <param name="test">How many are held out.</param>
    /// <param name="seed">Another seed, other people.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static Census Load(int train = 20_000, int test = 10_000, long seed = 1, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(train);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(test);
        return new(Title, Draw(train, seed, 0, device), Draw(test, seed, train, device), Features, ["group 0", "group 1"], "a loan granted");
    }

    /// <summary>p(s = 1 | x), exactly: (N, D) → (N), float64. Of what x is made, no one can know more of s.</summary>
    /// <exception cref="ArgumentException">x is not such a table: one level of each feature is 1.</exception>
    public static Tensor GroupGiven(Tensor x) => Given(x, (joint, _) => joint.select(1, 1).sum(1) / joint.sum([1L, 2L]));

    /// <summary>p(y = 1 | x), exactly: (N, D) → (N), float64.</summary>
    /// <exception cref="ArgumentException">x is not such a table: one level of each feature is 1.</exception>
    public static Tensor LabelGiven(Tensor x) => Given(x, (joint, device) => (joint * tensor(labelled, device: device)).sum([1L, 2L]) / joint.sum([1L, 2L]));

    // p(x, s, a) of each row: (N, 2, 3).
    private static Tensor Given(Tensor x, Func<Tensor, Device, Tensor> of)
    {
        if (x.dim() != 2 || x.shape[1] != Features.Length || !OneLevelEach(x))
            throw new ArgumentException($"{nameof(x)}: expected (N, {Features.Length}) with one level of each of {features.Length} features, got ({string.Join(", ", x.shape)}).", nameof(x));
        using var scope = NewDisposeScope();
        var joint = new double[2, 3];
        foreach (var (s, a) in Causes) joint[s, a] = (s == 1 ? SecondGroup : 1 - SecondGroup) * ability[a];
        var product = tensor(joint, device: x.device).unsqueeze(0);                 // p(s) p(a): (1, 2, 3)
        var first = 0;
        foreach (var feature in features)
        {
            var chances = new double[feature.Levels.Length, 6];                     // p(level | s, a)
            foreach (var (s, a) in Causes)
                for (var level = 0; level < feature.Levels.Length; level++) chances[level, 3 * s + a] = feature.Given(s, a)[level];
            var levels = x.narrow(1, first, feature.Levels.Length).to(ScalarType.Float64);
            product = product * levels.matmul(tensor(chances, device: x.device)).reshape(-1, 2, 3);
            first += feature.Levels.Length;
        }
        return of(product, x.device).MoveToOuterDisposeScope();
    }

    private static bool OneLevelEach(Tensor x)
    {
        using var scope = NewDisposeScope();
        if (x.ne(0).logical_and(x.ne(1)).any().ToBoolean()) return false;
        var first = 0;
        foreach (var feature in features)
        {
            if (x.narrow(1, first, feature.Levels.Length).sum(dim: 1).ne(1).any().ToBoolean()) return false;
            first += feature.Levels.Length;
        }
        return true;
    }

    private static IEnumerable<(int S, int A)> Causes => from s in Enumerable.Range(0, 2) from a in Enumerable.Range(0, 3) select (s, a);

    private static Population Draw(int count, long seed, long first, Device? device)
    {
        var (x, s, y) = (new float[count * Features.Length], new long[count], new long[count]);
        for (var row = 0; row < count; row++)
        {
            var random = new SplitMix(seed, first + row);
            s[row] = random.Uniform() < SecondGroup ? 1 : 0;
            var a = Drawn(ability, ref random);
            y[row] = random.Uniform() < labelled[s[row], a] ? 1 : 0;
            var place = row * Features.Length;
            foreach (var feature in features)
            {
                x[place + Drawn(feature.Given((int)s[row], a), ref random)] = 1;
                place += feature.Levels.Length;
            }
        }
        return new(tensor(x, [count, Features.Length], device: device), tensor(s, device: device), tensor(y, device: device));
    }

    private static int Drawn(double[] chances, ref SplitMix random)
    {
        var left = random.Uniform();
        for (var i = 0; i < chances.Length - 1; i++)
            if ((left -= chances[i]) < 0) return i;
        return chances.Length - 1;
    }

    /// <summary>A feature, its levels, and how probable each is for a group and an ability.</summary>
    private sealed record Feature(string Name, ImmutableArray<string> Levels, Func<int, int, double[]> Given);
}
