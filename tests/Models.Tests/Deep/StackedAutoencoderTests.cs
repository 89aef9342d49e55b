using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class StackedAutoencoderTests
{
    private static readonly Activation Sigmoid = Activation.Sigmoid, Identity = Activation.Identity;

    private static Tensor Pictures(int count = 6) => rand(count, 8, generator: new Generator(9));

    private static StackedAutoencoder OfAutoencoders(bool tied = false) => new(
        new AutoencoderLayer(8, 6, Sigmoid, Sigmoid, new Generator(1), tied),
        new AutoencoderLayer(6, 4, Sigmoid, Sigmoid, new Generator(2), tied),
        new AutoencoderLayer(4, 2, Identity, Sigmoid, new Generator(3), tied));

    private static StackedAutoencoder OfMachines() => new(
        new RestrictedBoltzmannMachine(8, 6, new Generator(1)),
        new RestrictedBoltzmannMachine(6, 2, new Generator(2), HiddenUnits.Linear));

    public static TheoryData<string> Stacks => ["autoencoders", "tied autoencoders", "machines"];

    private static StackedAutoencoder Named(string stack) => stack switch
    {
        "machines" => OfMachines(),
        _ => OfAutoencoders(tied: stack[0] == 't'),
    };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_unrolled_network_does_what_the_layers_do_one_after_another(string of)
    {
        using var scope = NewDisposeScope();
        var (stack, x) = (Named(of), Pictures());
        using var network = stack.Unroll();
        var byHand = stack.Layers.Aggregate(x, (below, layer) => layer.Encode(below));
        Assert.True(network.Encode(x).equal(byHand).all().ToBoolean());
        for (var i = stack.Layers.Count - 1; i >= 0; i--) byHand = stack.Layers[i].Decode(byHand);
        Assert.Equal(0, (network.Reconstruct(x) - byHand).abs().max().ToDouble(), 1e-6);
        Assert.Equal(0, (stack.Reconstruct(x) - byHand).abs().max().ToDouble(), 1e-6);
    }

    [Fact]
    public void Transferred_features_are_the_stacks_bit_for_bit_and_learn_without_changing_it()
    {
        using var scope = NewDisposeScope();
        var (stack, x) = (OfAutoencoders(), Pictures());
        var before = stack.Encode(x).detach();
        using var classifier = new Classifier(stack.Features(), 8, 2, 3, new Generator(4));
        Assert.True(classifier.Features(x).equal(before).all().ToBoolean());

        var optimizer = optim.SGD(classifier.parameters(), 0.5);
        classifier.Loss(x, tensor(new long[] { 0, 1, 2, 0, 1, 2 })).backward();
        optimizer.step();
        Assert.False(classifier.Features(x).equal(before).all().ToBoolean());
        Assert.True(stack.Encode(x).equal(before).all().ToBoolean());
    }

    [Fact]
    public void A_classifier_on_the_encoder_itself_shares_its_weights()
    {
        using var scope = NewDisposeScope();
        var x = Pictures();
        using var network = OfAutoencoders().Unroll();
        using var classifier = new Classifier(network.Encoder, 8, 2, 3, new Generator(4));
        using (no_grad()) network.Encoder.Layers[0].weight.zero_();
        Assert.True(classifier.Features(x).equal(network.Encode(x)).all().ToBoolean());
    }

    [Fact]
    public void Unrolled_weights_that_were_tied_go_their_own_ways()
    {
        using var scope = NewDisposeScope();
        using var network = OfAutoencoders(tied: true).Unroll();
        var (up, down) = (network.Encoder.Layers[0].weight, network.Decoder.Layers[^1].weight);
        Assert.True(up.t().equal(down).all().ToBoolean());
        var optimizer = optim.SGD(network.parameters(), 0.1);
        network.Loss(Pictures()).backward();
        optimizer.step();
        Assert.False(up.t().equal(down).all().ToBoolean());
    }

    [Fact]
    public void A_greedy_stack_of_tied_linear_layers_spans_the_principal_plane()
    {
        using var scope = NewDisposeScope();
        var x = Ellipsoid();
        Assert.InRange(AngleToPrincipalPlane(Greedy(x, tied: true), x), 0, 1);      // WWᵀ = I at the minimum: codes keep all distances
    }

    [Fact]
    public void Untied_linear_layers_miss_it_until_they_are_fine_tuned_together()
    {
        using var scope = NewDisposeScope();
        var x = Ellipsoid();
        var stack = Greedy(x, tied: false);
        Assert.InRange(AngleToPrincipalPlane(new StackedAutoencoder(stack.Layers[0]), x), 0, 1);    // one layer alone has it
        Assert.True(AngleToPrincipalPlane(stack, x) > 5);                           // the second saw the plane stretched
        using var network = stack.Unroll();
        Descend(network.parameters(), () => network.Loss(x));
        Assert.InRange(AngleToPrincipalPlane(network, x), 0, 1);
    }

    [Fact]
    public void A_corrupted_layer_is_asked_for_the_clean_picture()
    {
        using var scope = NewDisposeScope();
        var layer = new AutoencoderLayer(8, 6, Sigmoid, Sigmoid, new Generator(1));
        var (x, seen) = (Pictures(), zeros(6, 8));
        var p = layer.Decode(layer.Encode(seen));
        var byHand = -(x * p.log() + (1 - x) * (1 - p).log()).sum(1).mean();
        Assert.Equal(byHand.ToDouble(), layer.Loss(x, seen).ToDouble(), 1e-4);
        var linear = new AutoencoderLayer(8, 6, Sigmoid, Identity, new Generator(1));
        Assert.Equal((x - linear.call(seen)).square().sum(1).mean().ToDouble(), linear.Loss(x, seen).ToDouble(), 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_layers_gradient_is_that_of_finite_differences(bool tied)
    {
        using var scope = NewDisposeScope();
        var layer = new AutoencoderLayer(8, 3, Sigmoid, Sigmoid, new Generator(1), tied);
        layer.to(float64);
        var x = Pictures().to(float64);
        Assert.Equal(tied ? 3 : 4, layer.parameters().Count());
        foreach (var parameter in layer.parameters()) Assert.InRange(Gradients.Disagreement(() => layer.Loss(x), parameter), 0, 1e-7);
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        var (wide, narrow) = (new AutoencoderLayer(8, 6, Sigmoid, Sigmoid, new Generator(1)), new AutoencoderLayer(4, 2, Identity, Sigmoid, new Generator(2)));
        Assert.StartsWith("layers: layer 1 makes 6 numbers, and layer 2 takes 4.", Assert.Throws<ArgumentException>(() => new StackedAutoencoder(wide, narrow)).Message);
        Assert.StartsWith("layers: expected one layer or more", Assert.Throws<ArgumentException>(() => new StackedAutoencoder()).Message);
        var mixed = new StackedAutoencoder(wide, new AutoencoderLayer(6, 4, Activation.Tanh, Activation.Relu, new Generator(3)));
        Assert.StartsWith("layers: expected one activation for all hidden units, got sigmoid, ReLU.", Assert.Throws<ArgumentException>(mixed.Unroll).Message);
    }

    /// <summary>Centred data whose variances fall by three tenths from axis to axis.</summary>
    private static Tensor Ellipsoid()
    {
        var random = new Generator(1);
        var axes = linalg.qr(randn(10, 10, generator: random)).Q;
        var x = (randn(500, 10, generator: random) * pow(0.7, arange(10, dtype: float32)).sqrt()).matmul(axes.t());
        return x - x.mean([0L]);
    }

    private static StackedAutoencoder Greedy(Tensor x, bool tied)
    {
        var first = new AutoencoderLayer(10, 6, Identity, Identity, new Generator(2), tied);
        Descend(first.parameters(), () => first.Loss(x));
        var below = first.Encode(x).detach();
        var second = new AutoencoderLayer(6, 3, Identity, Identity, new Generator(3), tied);
        Descend(second.parameters(), () => second.Loss(below));
        return new(first, second);
    }

    private static double AngleToPrincipalPlane(IAutoencoder model, Tensor x)
    {
        var size = (int)model.Encode(x).shape[1];
        using var pca = Pca.Fit(x, size);
        using var reached = Pca.Fit(model.Reconstruct(x), size);
        return PrincipalAngles.Largest(reached.Components.t(), pca.Components.t());
    }

    private static void Descend(IEnumerable<Parameter> parameters, Func<Tensor> loss)
    {
        const double Rate = 0.02;
        const int Steps = 1500;
        var optimizer = optim.Adam(parameters, lr: Rate);
        for (var step = 0; step < Steps; step++)
        {
            using var inner = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = Rate * 0.5 * (1 + Math.Cos(Math.PI * step / Steps));
            optimizer.zero_grad();
            loss().backward();
            optimizer.step();
        }
    }
}
