using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class TangentPropagationTests
{
    private readonly Classifier classifier = Doubled(new Classifier([5, 4, 3], Activation.Tanh, new Generator(1)));
    private readonly Tensor x = randn(6, 5, dtype: float64, generator: new Generator(2));
    private readonly Tensor labels = tensor(new long[] { 0, 1, 2, 0, 1, 2 });
    private readonly Tensor tangents = randn(6, 2, 5, dtype: float64, generator: new Generator(3));

    private static Classifier Doubled(Classifier single)
    {
        single.to(float64);
        return single;
    }

    [Fact]
    public void It_is_the_motion_of_the_probabilities_by_finite_differences()
    {
        const double Step = 1e-6;
        using var scope = NewDisposeScope();
        var motion = 0.0;
        foreach (var tangent in Enumerable.Range(0, 2).Select(t => tangents.select(1, t)))
        {
            var difference = classifier.call(x + Step * tangent).softmax(1) - classifier.call(x - Step * tangent).softmax(1);
            motion += (difference / (2 * Step)).square().sum(1).mean().ToDouble();
        }
        var terms = new TangentPropagation(0.3).Loss(classifier, x, labels, tangents);
        Assert.Equal(0.3 * motion, terms["motion along tangents"].ToDouble(), 1e-8);
        Assert.Equal(classifier.Loss(x, labels).ToDouble(), terms["label"].ToDouble(), 12);
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        foreach (var parameter in classifier.parameters())
            Assert.InRange(Gradients.Disagreement(Loss, parameter), 0, 1e-7);

        Tensor Loss()
        {
            var terms = new TangentPropagation(2).Loss(classifier, x, labels, tangents);
            return terms["label"] + terms["motion along tangents"];
        }
    }

    [Fact]
    public void Copied_features_are_the_encoders_and_are_trained_apart_from_it()
    {
        using var scope = NewDisposeScope();
        var encoder = new TiedAutoencoder(5, 4, new Generator(7));
        var copy = encoder.CopyEncoder();
        var data = rand(3, 5, generator: new Generator(8));
        Assert.True(copy.call(data).allclose(encoder.Encode(data)));
        using (no_grad()) copy.parameters().First().zero_();
        Assert.NotEqual(0, encoder.Weight.abs().max().ToDouble());
    }

    [Fact]
    public void Tangents_of_other_examples_and_a_negative_weight_are_refused()
    {
        Assert.StartsWith("tangents: expected (6, N, 5), got (2, 2, 5).",
            Assert.Throws<ArgumentException>(() => new TangentPropagation(1).Loss(classifier, x, labels, tangents[..2])).Message);
        Assert.StartsWith("weight: expected 0 or more, got -1.", Assert.Throws<ArgumentException>(() => new TangentPropagation(-1)).Message);
    }
}
