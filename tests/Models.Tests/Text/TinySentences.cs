using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>Two sentences of a table of nine tokens, and the weights that tests/oracles/models/sentences.py has.</summary>
internal static class TinySentences
{
    public static SentenceTokens Tokens { get; } = new(Count: 9, Padding: 0, Unknown: 1, Start: 2, End: 3);

    public static Tensor Two() => tensor(new long[,] { { 2, 5, 6, 8, 3, 0 }, { 2, 7, 3, 0, 0, 0 } });

    public static Tensor Noise() => tensor(new[,] { { 0.3, -1.2 }, { 0.9, 0.4 } });

    /// <summary>Every parameter holds 0.4 sin(1 + k + 0.7 i), float64.</summary>
    public static T Filled<T>(this T model) where T : nn.Module
    {
        model.to(ScalarType.Float64);
        using var _ = no_grad();
        foreach (var ((_, parameter), k) in model.named_parameters().OrderBy(named => named.name, StringComparer.Ordinal).Select((named, k) => (named, k)))
            parameter.copy_((0.4 * (1 + k + 0.7 * arange(parameter.numel(), dtype: ScalarType.Float64)).sin()).reshape(parameter.shape));
        return model;
    }

    public static void Agree(double[] expected, Tensor actual)
    {
        Assert.Equal(expected.Length, actual.numel());
        foreach (var (wanted, i) in expected.Select((wanted, i) => (wanted, i))) Assert.Equal(wanted, actual.reshape(-1)[i].ToDouble(), 9);
    }
}
