using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

/// <summary>What was fitted on codes can be kept and had back, to the last bit.</summary>
[Collection("torch's own generator")]
public sealed class FittedFileTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"workbook-fitted-{Guid.NewGuid():n}");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_linear_probe() => ComesBack(LinearProbe.Fit(Codes, Labels), probe => probe.LogProbabilities(Codes));

    [Fact]
    public void A_linear_regression() => ComesBack(LinearRegression.Fit(Codes, Codes.select(1, 0) * 3 + 1), line => line.Predict(Codes));

    [Fact]
    public void Clusters()
    {
        ComesBack(KMeans.Fit(Codes, 3, new Generator(1)), clusters => clusters.Assign(Codes));
        ComesBack(KMeans.Fit(Codes, 3, new Generator(1)), clusters => tensor(clusters.Inertia));
    }

    [Fact]
    public void Tensors_that_do_not_belong_together_are_refused()
    {
        using var scope = NewDisposeScope();
        new Torn().Save(file);
        Assert.Contains("it holds a Torn, not a LinearProbe", Assert.Throws<InvalidDataException>(() => FittedFile.Load<LinearProbe>(file)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearProbe.Of(new Torn().State));
        Assert.Throws<KeyNotFoundException>(() => KMeans.Of(new Torn().State));
    }

    private static Tensor Codes => rand([60, 4], generator: new Generator(2));

    private static Tensor Labels => arange(60).remainder(3);

    private void ComesBack<T>(T fitted, Func<T, Tensor> says) where T : IFitted<T>, IDisposable
    {
        using var scope = NewDisposeScope();
        fitted.Save(file);
        using var again = FittedFile.Load<T>(file);
        Assert.True(says(again).Equals(says(fitted)));
        fitted.Dispose();
    }

    private sealed class Torn : IFitted<Torn>
    {
        public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor> { ["weight"] = zeros(3, 4), ["bias"] = zeros(2), ["mean"] = zeros(4), ["deviation"] = zeros(4) };

        public static Torn Of(IReadOnlyDictionary<string, Tensor> state) => new();
    }
}
