using System.Globalization;
using System.Text.RegularExpressions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Data.Tests;

/// <summary>Handwriting is neither trivial nor noise; the accuracies that data/README.md publishes are measured here.</summary>
public sealed class HandwritingDifficultyTests : IDisposable
{
    private readonly ImageSet digits = Handwriting.Load();

    public void Dispose() => digits.Dispose();

    [Fact]
    public void A_linear_classifier_is_right_as_often_as_published_and_between_85_and_93_percent()
    {
        manual_seed(1);
        using var linear = Linear(784, 10);
        var accuracy = Trained(linear, epochs: 15, rate: 0.01, size: 500);
        Assert.InRange(accuracy, 0.85, 0.93);
        Assert.Equal(Published("Multinomial logistic regression"), accuracy, 0.005);
    }

    [Fact]
    public void A_small_network_is_right_as_often_as_published_and_above_97_percent()
    {
        manual_seed(1);
        using var network = Sequential(("hidden", Linear(784, 256)), ("relu", ReLU()), ("output", Linear(256, 10)));
        var accuracy = Trained(network, epochs: 8, rate: 0.002, size: 200);
        Assert.InRange(accuracy, 0.97, 0.995);
        Assert.Equal(Published("784-256-10 with rectifiers"), accuracy, 0.004);
    }

    /// <summary>Minimises the cross-entropy by Adam, its rate falling to zero, and returns the accuracy on the held-out pictures.</summary>
    private double Trained(Module<Tensor, Tensor> model, int epochs, double rate, int size)
    {
        var batches = Batches.Shuffled(digits.Train, size, seed: 1);
        using var adam = optim.Adam(model.parameters(), rate);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var group in adam.ParamGroups) group.LearningRate = rate * (epochs - epoch) / epochs;
            foreach (var (images, labels) in batches.Epoch(epoch))
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                functional.cross_entropy(model.call(images), labels).backward();
                adam.step();
            }
        }
        using var quiet = no_grad();
        using var held = NewDisposeScope();
        return model.call(digits.Test.Images).argmax(1).eq(digits.Test.Labels).to(ScalarType.Float64).mean().item<double>();
    }

    /// <summary>The figure in the row of the table that begins so.</summary>
    private static double Published(string row)
    {
        var readme = File.ReadAllText(Path.Combine(Folders.Own(), "README.md"));
        var figure = Regex.Match(readme, $@"^\| {Regex.Escape(row)}.*?([\d.]+) %", RegexOptions.Multiline).Groups[1].Value;
        return double.Parse(figure, CultureInfo.InvariantCulture) / 100;
    }
}
