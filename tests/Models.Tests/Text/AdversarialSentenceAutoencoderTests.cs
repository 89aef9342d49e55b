using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class AdversarialSentenceAutoencoderTests
{
    private static AdversarialSentenceAutoencoder Model() => new AdversarialSentenceAutoencoder(TinySentences.Tokens, codeSize: 3, wordSize: 3, hiddenSize: 4, new Generator(1)).Filled();

    private static Tensor Noise() => tensor(new[,] { { 0.3, -1.2, 0.5 }, { 0.9, 0.4, -0.7 } });

    [Fact]
    public void Codes_of_sentences_and_generated_ones_have_length_1()
    {
        using var scope = NewDisposeScope();
        TinySentences.Agree([1, 1], Model().Encode(TinySentences.Two()).norm(1));
        TinySentences.Agree([1, 1], Model().call(Noise()).norm(1));
    }

    [Fact]
    public void The_critic_s_gradient_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        foreach (var parameter in model.OfCritic)
            Assert.InRange(Gradients.Disagreement(() => model.CriticLoss(model.Encode(TinySentences.Two()), model.call(Noise())).Total, parameter), 0, 1e-6);
    }

    [Fact]
    public void The_gradient_against_the_critic_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        foreach (var parameter in model.AgainstCritic)
            Assert.InRange(Gradients.Disagreement(() => model.AdversarialLoss(model.Encode(TinySentences.Two()), model.call(Noise())).Total, parameter), 0, 1e-6);
    }

    [Fact]
    public void The_two_losses_of_the_game_are_each_other_s_negative_and_the_critic_s_trains_the_critic_alone()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var (c, made) = (model.Encode(TinySentences.Two()), model.call(Noise()));
        var (critic, against) = (model.CriticLoss(c, made), model.AdversarialLoss(c, made));
        Assert.Equal(-critic.ToDouble(), against.ToDouble(), 12);
        Assert.Equal(model.Judge(made).mean().ToDouble() - model.Judge(c).mean().ToDouble(), critic.ToDouble(), 12);
        critic.backward();
        Assert.All(model.AgainstCritic, parameter => Assert.Null(parameter.grad));
        Assert.All(model.OfCritic.SkipLast(1), parameter => Assert.NotNull(parameter.grad));
    }

    [Fact]
    public void Clipping_puts_every_weight_of_the_critic_within_its_bounds_and_no_other()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        model.ClipCritic();
        Assert.All(model.OfCritic, parameter => Assert.InRange(parameter.abs().max().ToDouble(), 0, 0.01));
        Assert.Contains(model.OfAutoencoder, parameter => parameter.abs().max().ToDouble() > 0.3);
        Assert.Contains(model.AgainstCritic, parameter => parameter.abs().max().ToDouble() > 0.3);
    }

    [Fact]
    public void Its_reconstruction_is_a_decoder_s_likelihood_at_the_code_and_its_gradient_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model(), TinySentences.Two());
        var bias = model.named_parameters().Single(named => named.name == "encoder.last.bias").parameter;
        Assert.InRange(Gradients.Disagreement(() => model.Reconstruction(x, new Generator(1), noise: 0.1), bias), 0, 1e-6);
        Assert.Equal(model.Reconstruction(x, new Generator(1)).ToDouble(), model.Reconstruction(x, new Generator(2)).ToDouble());
        Assert.NotEqual(model.Reconstruction(x, new Generator(1), 0.1).ToDouble(), model.Reconstruction(x, new Generator(2), 0.1).ToDouble());
    }

    [Fact]
    public void Its_three_sets_of_weights_are_all_there_are()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var together = model.OfAutoencoder.Concat(model.OfCritic).Concat(model.AgainstCritic).Select(parameter => parameter.Handle).Distinct().Count();
        Assert.Equal(model.parameters().Count(), together);
        Assert.Contains("0 or more, got -1", Assert.Throws<ArgumentException>(() => model.Reconstruction(TinySentences.Two(), new Generator(1), noise: -1)).Message);
    }
}
