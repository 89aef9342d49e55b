using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class AdversarialNetworksTests
{
    [Fact]
    public void The_losses_are_the_papers_logarithms_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var (data, made) = (tensor([Math.Log(4), 0.0]), tensor([-Math.Log(3), Math.Log(3)]));             // D = 0.8 and 0.5; 0.25 and 0.75
        var loss = AdversarialNetworks.DiscriminatorLoss(data, made);
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.5)) / 2, loss["data"].ToDouble(), 12);
        Assert.Equal(-(Math.Log(0.75) + Math.Log(0.25)) / 2, loss["made"].ToDouble(), 12);
        Assert.Equal(-(Math.Log(0.25) + Math.Log(0.75)) / 2, AdversarialNetworks.GeneratorLoss(made).ToDouble(), 12);
    }

    [Fact]
    public void The_best_discriminator_of_two_known_distributions_pays_two_log_two_less_twice_their_jensen_shannon_divergence()
    {
        using var scope = NewDisposeScope();
        var (p, q) = (tensor([0.5, 0.3, 0.2]), tensor([0.1, 0.3, 0.6]));
        var best = (p / q).log();                                                   // D = p / (p + q)
        double Cost(Tensor logits) => ((p * nn.functional.softplus(-logits)).sum() + (q * nn.functional.softplus(logits)).sum()).ToDouble();
        var m = (p + q) / 2;
        var shannon = ((p * (p / m).log()).sum() + (q * (q / m).log()).sum()).ToDouble() / 2;
        Assert.Equal(2 * Math.Log(2) - 2 * shannon, Cost(best), 12);
        Assert.True(Cost(best + 0.1) > Cost(best) && Cost(best - 0.1) > Cost(best));
    }

    [Fact]
    public void A_trained_discriminator_gives_the_log_ratio_of_the_densities()
    {
        using var scope = NewDisposeScope();
        using var gan = new AdversarialNetworks(1, 1, [32], new Generator(1));
        using var adam = optim.Adam(gan.Discriminating.parameters(), lr: 5e-3);
        var random = new Generator(2);
        for (var step = 0; step < 600; step++)
        {
            using var inner = NewDisposeScope();
            var (x, y) = (1 + randn(500, 1, generator: random), randn(500, 1, generator: random));
            Tensor loss = AdversarialNetworks.DiscriminatorLoss(gan.Judge(x), gan.Judge(y));
            adam.zero_grad();
            loss.backward();
            adam.step();
        }
        var at = tensor(new[] { -0.5f, 0.5f, 1.5f }).unsqueeze(1);
        Assert.True((gan.Judge(at) - (at.squeeze(1) - 0.5)).abs().max().ToDouble() < 0.25);                // log N(x; 1, 1)/N(x; 0, 1) = x − ½
    }

    [Fact]
    public void The_generators_gradient_passes_through_the_discriminator_and_none_reaches_it_from_detached_images()
    {
        using var scope = NewDisposeScope();
        using var gan = new AdversarialNetworks(6, 3, [5], new Generator(1));
        var made = gan.Generate(4, new Generator(2));
        Assert.InRange(made.min().ToDouble(), 0, 1);
        gan.Judge(made.detach()).sum().backward();
        Assert.All(gan.Generating.parameters(), parameter => Assert.True(parameter.grad is null));
        AdversarialNetworks.GeneratorLoss(gan.Judge(made)).backward();
        Assert.All(gan.Generating.parameters(), parameter => Assert.True(parameter.grad!.abs().sum().ToDouble() > 0));
        Assert.Contains("(N, 3)", Assert.Throws<ArgumentException>(() => gan.call(zeros(2, 4))).Message);
    }
}
