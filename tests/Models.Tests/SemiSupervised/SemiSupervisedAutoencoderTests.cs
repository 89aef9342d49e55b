using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SemiSupervisedAutoencoderTests
{
    private const long None = SemiSupervisedAutoencoder.Unlabelled;
    private readonly Tensor x = rand(5, 6, dtype: float64, generator: new Generator(1));

    private static SemiSupervisedAutoencoder Model()
    {
        var model = new SemiSupervisedAutoencoder([6, 5, 3], classes: 4, new Generator(2), activation: Activation.Tanh);
        model.to(float64);
        return model;
    }

    private static Tensor Labels(params long[] labels) => tensor(labels);

    private static double[] Gradient(SemiSupervisedAutoencoder model, Func<Tensor> loss)
    {
        foreach (var parameter in model.parameters()) parameter.grad?.zero_();
        loss().backward();
        return [.. model.parameters().SelectMany(parameter => parameter.grad is { } grad ? grad.data<double>().ToArray() : new double[parameter.numel()])];
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void Each_heads_gradient_agrees_with_finite_differences(double alpha)
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var labels = Labels(0, None, 3, None, 1);
        foreach (var parameter in model.parameters())
            Assert.InRange(Gradients.Disagreement(() => Total(model.Loss(x, labels, alpha)), parameter), 0, 1e-7);
    }

    [Fact]
    public void At_one_end_it_is_an_autoencoder_at_the_other_a_classifier()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var labels = Labels(0, 2, 3, 1, 1);
        var output = model.call(x);
        var (autoencoder, classifier) = (model.Loss(x, labels, 1), model.Loss(x, labels, 0));
        Assert.Equal(model.Likelihood.Loss(output.Reconstruction, x).ToDouble(), autoencoder["reconstruction"].ToDouble(), 12);
        Assert.Equal(0, autoencoder["label"].ToDouble());
        Assert.Equal(nn.functional.cross_entropy(output.LabelLogits, labels).ToDouble(), classifier["label"].ToDouble(), 12);
        Assert.Equal(0, classifier["reconstruction"].ToDouble());
    }

    [Fact]
    public void Between_them_it_is_the_weighted_sum()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var labels = Labels(0, 2, 3, 1, 1);
        var (rec, label) = (Total(model.Loss(x, labels, 1)).ToDouble(), Total(model.Loss(x, labels, 0)).ToDouble());
        Assert.Equal(0.2 * rec + 0.8 * label, Total(model.Loss(x, labels, 0.2)).ToDouble(), 12);
    }

    [Fact]
    public void An_unlabelled_example_has_no_part_in_the_label_term()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var all = Gradient(model, () => model.Loss(x, Labels(0, None, 3, None, 1), 0)["label"]);
        var known = x.index_select(0, Labels(0, 2, 4));
        Assert.Equal(Gradient(model, () => model.Loss(known, Labels(0, 3, 1), 0)["label"]), all, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.NotEqual(0, all.Sum(Math.Abs));
    }

    [Fact]
    public void A_batch_without_a_label_still_reconstructs_and_has_no_label_gradient()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var labels = Labels(None, None, None, None, None);
        Assert.Equal(0, model.Loss(x, labels, 0.5)["label"].ToDouble());
        Assert.All(Gradient(model, () => model.Loss(x, labels, 0.5)["label"]), slope => Assert.Equal(0, slope));
        Assert.True(model.Loss(x, labels, 0.5)["reconstruction"].ToDouble() > 0);
    }

    [Fact]
    public void What_it_says_of_a_label_it_reads_off_the_code_it_reconstructs_from()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var output = model.call(x);
        Assert.True(model.LabelLogits(x).allclose(output.LabelLogits));
        Assert.True(model.Reconstruct(x).allclose(model.Likelihood.Mean(output.Reconstruction)));
        Assert.Equal([5, 3], model.Encode(x).shape);
    }

    [Fact]
    public void Weights_and_labels_that_do_not_fit_are_refused()
    {
        var model = Model();
        Assert.StartsWith("alpha: expected α in [0, 1], got 1.5.", Assert.Throws<ArgumentException>(() => model.Loss(x, Labels(0, 0, 0, 0, 0), 1.5)).Message);
        Assert.StartsWith("labels: expected 0 to 3, or -1 for none, got 0 to 4.", Assert.Throws<ArgumentException>(() => model.Loss(x, Labels(0, 1, 2, 3, 4), 0.5)).Message);
        Assert.StartsWith("labels: expected (5), got (2).", Assert.Throws<ArgumentException>(() => model.Loss(x, Labels(0, 1), 0.5)).Message);
        Assert.StartsWith("classes: expected two or more, got 1.", Assert.Throws<ArgumentException>(() => new SemiSupervisedAutoencoder([6, 3], 1, new Generator(1))).Message);
    }

    private static Tensor Total(LossTerms terms) => terms.Total;
}
