using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class ClassifierTests
{
    [Fact]
    public void A_classifier_that_knows_nothing_loses_log_C_nats()
    {
        using var scope = NewDisposeScope();
        using var classifier = new Classifier([4, 8, 10], Activation.Sigmoid, new Generator(1));
        using (no_grad())
            foreach (var parameter in classifier.parameters()) parameter.zero_();
        Assert.Equal(Math.Log(10), classifier.Loss(rand(5, 4, generator: new Generator(2)), tensor(new long[] { 0, 1, 2, 8, 9 })).ToDouble(), 6);
    }

    [Fact]
    public void Features_that_were_learned_elsewhere_go_on_learning()
    {
        using var scope = NewDisposeScope();
        var features = new Perceptron([4, 3], Activation.Tanh, Activation.Tanh, new Generator(1));
        using var classifier = new Classifier(features, 4, 3, 2, new Generator(2));
        var x = rand(6, 4, generator: new Generator(3));
        Assert.True(classifier.Features(x).equal(features.call(x)).all().ToBoolean());
        Assert.Equal(4, classifier.parameters().Count());                          // the features' own two and the output's two
        classifier.to(float64);
        x = x.to(float64);
        foreach (var parameter in classifier.parameters())
            Assert.InRange(Gradients.Disagreement(() => classifier.Loss(x, tensor(new long[] { 0, 1, 0, 1, 1, 0 })), parameter), 0, 1e-7);
    }

    [Fact]
    public void One_label_each_is_wanted() => Assert.StartsWith("labels: expected 2 numbers of type Int64, one a row, got (3)", Assert.Throws<ArgumentException>(() =>
        new Classifier([4, 3, 2], Activation.Relu, new Generator(1)).Loss(zeros(2, 4), zeros([3], dtype: int64))).Message);
}
