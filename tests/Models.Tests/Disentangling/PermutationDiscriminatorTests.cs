using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class PermutationDiscriminatorTests
{
    [Fact]
    public void Dealt_out_each_number_keeps_its_values_and_loses_its_neighbours()
    {
        using var scope = NewDisposeScope();
        var z = arange(500).to(ScalarType.Float32).unsqueeze(1).repeat(1, 3);
        var dealt = PermutationDiscriminator.Permuted(z, new Generator(1));
        Assert.True(dealt.sort(0).Values.Equals(z));
        Assert.True(dealt.select(1, 0).eq(dealt.select(1, 1)).sum().ToInt64() < 10);
        Assert.False(dealt.Equals(PermutationDiscriminator.Permuted(z, new Generator(2))));
    }

    [Fact]
    public void A_critic_that_cannot_tell_pays_the_logarithm_of_two_and_the_vae_pays_gamma_times_its_logit()
    {
        using var scope = NewDisposeScope();
        var critic = new PermutationDiscriminator(2, [4], new Generator(1));
        var model = new GaussianVae([5, 4, 2], new BernoulliLikelihood(), new Generator(1));
        var x = rand(6, 5, generator: new Generator(2));
        var (terms, codes) = critic.Loss(model, x, 3, new Generator(3));
        Assert.Equal(3 * critic.call(codes).mean().ToDouble(), terms["total correlation"].ToDouble(), 5);
        Assert.Equal(model.Loss(x, new Generator(3)).ToDouble(), (terms["reconstruction"] + terms["divergence"]).ToDouble(), 4);
        using (no_grad()) foreach (var parameter in critic.parameters()) parameter.zero_();
        Assert.Equal(Math.Log(2), critic.Loss(codes, new Generator(4)).ToDouble(), 6);
    }

    [Fact]
    public void Its_mean_logit_comes_near_the_total_correlation_of_a_gaussian()
    {
        // Two normals with correlation 0.8 have TC = −½ log(1 − 0.64) = 0.511 nats.
        using var scope = NewDisposeScope();
        var critic = new PermutationDiscriminator(2, [32, 32], new Generator(1));
        var adam = optim.Adam(critic.parameters(), lr: 3e-3);
        var random = new Generator(2);
        for (var step = 0; step < 1500; step++)
        {
            using var inner = NewDisposeScope();
            adam.zero_grad();
            critic.Loss(Correlated(256, random), random).backward();
            adam.step();
        }
        Assert.Equal(0.511, critic.call(Correlated(20_000, random)).mean().ToDouble(), 0.1);
    }

    [Fact]
    public void The_encoder_learns_nothing_from_the_critics_loss()
    {
        using var scope = NewDisposeScope();
        var critic = new PermutationDiscriminator(2, [4], new Generator(1));
        var z = randn(8, 2, generator: new Generator(3)).requires_grad_();
        critic.Loss(z, new Generator(4)).backward();
        Assert.Null(z.grad);
        Assert.Throws<ArgumentException>(() => critic.call(zeros(3, 4)));
        Assert.Throws<ArgumentException>(() => critic.Loss(new GaussianVae([5, 2], new BernoulliLikelihood(), new Generator(1)), zeros(2, 5), -1, new Generator(1)));
    }

    private static Tensor Correlated(int count, Generator random)
    {
        var (a, b) = (randn(count, generator: random), randn(count, generator: random));
        return stack([a, 0.8 * a + 0.6 * b], 1);
    }
}
