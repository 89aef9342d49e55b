using static TorchSharp.torch;

namespace Workbook.Data.Tests;

/// <summary>Facts that are known of the published files.</summary>
public sealed class MnistTests
{
    [SkippableFact]
    public void Mnist_has_the_counts_labels_mean_and_deviation_everyone_knows()
    {
        using var mnist = Local(Sources.Mnist, Mnist.Load);
        Assert.Equal([60_000L, 784], mnist.Train.Images.shape);
        Assert.Equal([10_000L, 784], mnist.Test.Images.shape);
        Assert.Equal([5L, 0, 4, 1, 9, 2, 1, 3, 1, 4], FirstLabels(mnist.Train));
        Assert.Equal([7L, 2, 1, 0, 4, 1, 4, 9, 5, 9], FirstLabels(mnist.Test));
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Histogram(mnist.Train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], Histogram(mnist.Test));
        using var scope = NewDisposeScope();
        Assert.Equal(0.1307, mnist.Train.Images.mean().item<float>(), 0.00005);
        Assert.Equal(0.3081, mnist.Train.Images.std().item<float>(), 0.00005);
    }

    [SkippableFact]
    public void Fashion_mnist_has_its_counts_labels_mean_and_deviation()
    {
        using var fashion = Local(Sources.FashionMnist, FashionMnist.Load);
        Assert.Equal([9L, 0, 0, 3, 0], FirstLabels(fashion.Train)[..5]);
        Assert.All(Histogram(fashion.Train), count => Assert.Equal(6000, count));
        Assert.All(Histogram(fashion.Test), count => Assert.Equal(1000, count));
        using var scope = NewDisposeScope();
        Assert.Equal(0.2860, fashion.Train.Images.mean().item<float>(), 0.00005);
        Assert.Equal(0.3530, fashion.Train.Images.std().item<float>(), 0.00005);
    }

    /// <summary>Loads a set that is on this machine; a test never downloads.</summary>
    private static ImageSet Local(Source source, Func<Device?, Store?, ImageSet> load)
    {
        var store = Store.Default with { Online = false };
        var here = source.Files.All(file => File.Exists(Path.Combine(store.Given ?? "", source.Name, file.Name)) || File.Exists(Path.Combine(store.Own, source.Name, file.Name)));
        Skip.IfNot(here, $"{source.Title} is neither under $WORKBOOK_DATA nor in data/.");
        return load(null, store);
    }

    private static List<long> FirstLabels(LabelledImages part) => [.. part.First(10).Labels.data<long>().ToArray()];

    private static List<int> Histogram(LabelledImages part) =>
        [.. part.Labels.data<long>().ToArray().CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value)];
}
