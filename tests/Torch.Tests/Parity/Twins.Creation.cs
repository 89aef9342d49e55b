using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>Our twins of the recorded cases: tensors made from nothing, and from a seed.</summary>
public static partial class Twins
{
    private static readonly Dictionary<string, Twin> Creation = new()
    {
        ["eye(2, 3)"] = (_, _, _) => [eye(2, 3, float64)],
        ["arange(5)"] = (_, _, _) => [arange(5)],
        ["arange(1, 2, 0.25)"] = (_, _, _) => [arange(1, 2, 0.25, float64)],
        ["linspace(0, 1, 5)"] = (_, _, _) => [linspace(0, 1, 5, float64)],
        ["logspace(0, 2, 3)"] = (_, _, _) => [logspace(0, 2, 3, dtype: float64)],
        ["full(2, 2, 1.5)"] = (_, _, _) => [full(2, 2, 1.5, float64)],
        ["tril_indices(3, 3)"] = (_, _, _) => [tril_indices(3, 3)],
        ["triu_indices(3, 3, 1)"] = (_, _, _) => [triu_indices(3, 3, 1)],
        ["rand(5)"] = (_, _, _) => [Seeded(() => rand(5))],
        ["randn(20)"] = (_, _, _) => [Seeded(() => randn(20))],
        ["randn(5) of doubles"] = (_, _, _) => [Seeded(() => randn(5, float64))],
        ["randint(10, [5])"] = (_, _, _) => [Seeded(() => randint(10, new long[] { 5 }))],
        ["randperm(6)"] = (_, _, _) => [Seeded(() => randperm(6))],
        ["normal_(1, 2)"] = (_, _, _) => [Seeded(() => empty(4).normal_(1, 2))],
        ["uniform_(-1, 1)"] = (_, _, _) => [Seeded(() => empty(4).uniform_(-1, 1))],
        ["bernoulli(0.3)"] = (_, _, _) => [Seeded(() => full(8, 0.3f).bernoulli())],
        ["bernoulli_(0.3)"] = (_, _, _) => [Seeded(() => empty(8).bernoulli_(0.3))],
        ["exponential_(2)"] = (_, _, _) => [Seeded(() => empty(4).exponential_(2))],
        ["multinomial(5)"] = (_, _, _) => [Seeded(() => tensor(new[] { 0.1f, 0.2f, 0.7f }).multinomial(5, replacement: true))],
        ["poisson"] = (_, _, _) => [Seeded(() => full(5, 3f).poisson())],
    };
}
