using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SentenceVaeTests
{
    private static SentenceVae Model() => new(TinySentences.Tokens, latentSize: 2, wordSize: 3, hiddenSize: 4, new Generator(1));

    [Fact]
    public void Its_posterior_and_its_likelihood_are_those_that_PyTorch_computes_with_the_same_weights()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var posterior = model.Posterior(x);
        TinySentences.Agree([0.475176864836692, 0.378638748364304, 0.466606937167356, 0.365949635154505], posterior.Mean);
        TinySentences.Agree([-0.033705108281718, 0.098830739328707, -0.001223248713288, 0.050309585034833], posterior.LogVariance);
        TinySentences.Agree([0.187385372281375, 0.176464468334982], posterior.DivergenceFromStandard().sum(dim: -1));
        TinySentences.Agree([-8.443750945452624, -4.339918615107669], model.LogLikelihood(x, posterior.At(TinySentences.Noise())));
    }

    [Fact]
    public void Its_gradient_through_decoder_code_and_encoder_is_PyTorch_s()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var loss = -model.LogLikelihood(x, model.Posterior(x).At(TinySentences.Noise())).mean();
        var bias = model.named_parameters().Single(named => named.name == "encoder.last.bias").parameter;
        TinySentences.Agree([0.079101787542020, 0.022638186047542, 0.042817463227130, 0.024405400604544], autograd.grad([loss], [bias])[0]);
    }

    [Fact]
    public void With_all_words_dropped_its_decoder_knows_the_code_and_the_place_alone()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var z = Model().Filled().Posterior(x).At(TinySentences.Noise());
        var decoder = new RecurrentDecoder(TinySentences.Tokens, 2, 3, 4, new Generator(1)).to(ScalarType.Float64);
        var named = model.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        using (no_grad())
            foreach (var (name, parameter) in decoder.named_parameters()) parameter.copy_(named[$"decoder.{name}"]);
        var read = TinySentences.Tokens.Drop(x, 1, new Generator(1));
        TinySentences.Agree([-8.397520844312409, -4.339850802521818], ((RecurrentDecoder)decoder).LogLikelihood(x, z, read));
    }

    [Fact]
    public void Its_loss_is_the_mean_of_both_terms_and_each_weight_counts_once()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var loss = model.Loss(x, new Generator(5), beta: 3);
        Assert.Equal(3 * (0.187385372281375 + 0.176464468334982) / 2, loss["divergence"].ToDouble(), 9);
        var z = model.Posterior(x).Sample(new Generator(5));
        Assert.Equal(-model.LogLikelihood(x, z).mean().ToDouble(), loss["reconstruction"].ToDouble(), 9);
    }

    [Fact]
    public void Its_dropout_is_that_of_the_decoder_s_states_and_leaves_the_divergence()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var (all, some) = (model.Loss(x, new Generator(5)), model.Loss(x, new Generator(5), dropout: 0.5));
        Assert.Equal(all["divergence"].ToDouble(), some["divergence"].ToDouble(), 12);
        Assert.NotEqual(all["reconstruction"].ToDouble(), some["reconstruction"].ToDouble());
        var draws = new Generator(5);
        var z = model.Posterior(x).Sample(draws);
        var decoder = (RecurrentDecoder)model.named_children().Single(child => child.name == "decoder").module;
        Assert.Equal(-decoder.LogLikelihood(x, z, shown: h => Draws.Dropout(h, 0.5, draws)).mean().ToDouble(), some["reconstruction"].ToDouble(), 12);
    }

    [Fact]
    public void A_decoder_that_does_not_look_at_z_gives_the_language_model_whatever_z_is()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var lm = new RecurrentLanguageModel(TinySentences.Tokens, 3, 4, new Generator(1)).Filled();
        using (no_grad())
        {
            var of = model.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
            of["decoder.first.weight"].zero_();
            of["decoder.first.bias"].zero_();
            of["decoder.cells.weight_ih_l0"].narrow(1, 3, 2).zero_();                 // the columns of z
            foreach (var (name, parameter) in lm.named_parameters())
                parameter.copy_(name.EndsWith("weight_ih_l0", StringComparison.Ordinal) ? of[name].narrow(1, 0, 3) : of[name]);
            of["encoder.last.weight"].zero_();
            of["encoder.last.bias"].zero_();                                        // and q(z | x) is the prior
        }
        var loss = model.Loss(x, new Generator(1));
        Assert.Equal(0, loss["divergence"].ToDouble(), 12);
        Assert.Equal(lm.Loss(x).ToDouble(), loss["reconstruction"].ToDouble(), 12);
    }

    [Fact]
    public void Many_draws_of_a_code_give_a_likelihood_above_the_bound_and_below_what_a_grid_says()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        using var _ = no_grad();
        var axis = linspace(-6, 6, 121, dtype: ScalarType.Float64);
        var grid = stack([axis.repeat(121), axis.repeat_interleave(121)], 1).unsqueeze(1).expand(-1, 2, -1);    // (G, B, L)
        var evidence = model.LogJoint(x, grid).logsumexp(0) + 2 * Math.Log(0.1);
        var bound = new ImportanceWeightedObjective(2000, new Generator(1)).Bound(model, x);
        var elbo = new ImportanceWeightedObjective(1, new Generator(1));
        var elbos = stack(Enumerable.Range(0, 500).Select(_ => elbo.Bound(model, x)).ToArray()).mean([0L]);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(evidence[i].ToDouble(), bound[i].ToDouble(), 1);
            Assert.True(elbos[i].ToDouble() < bound[i].ToDouble());
        }
    }

    [Fact]
    public void What_fills_a_row_up_changes_neither_its_code_nor_its_likelihood()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var wider = cat([x, zeros(2, 3, dtype: ScalarType.Int64)], 1);
        Assert.True(model.Posterior(wider).Mean.allclose(model.Posterior(x).Mean, 1e-12, 1e-12));
        Assert.True(model.LogLikelihood(wider, TinySentences.Noise()).allclose(model.LogLikelihood(x, TinySentences.Noise()), 1e-12, 1e-12));
        Assert.True(model.Posterior(wider[1..2, ..3]).Mean.allclose(model.Posterior(x).Mean[1], 1e-12, 1e-12));
    }

    [Fact]
    public void The_most_probable_words_are_said_one_after_another_and_end_in_padding()
    {
        using var scope = NewDisposeScope();
        var model = Model().Filled();
        var said = model.Say(TinySentences.Noise(), 7);
        for (var row = 0; row < 2; row++)
            for (var t = 1; t < 7; t++)
            {
                if (said[row, t - 1].ToInt64() is 0 or 3)
                {
                    Assert.Equal(0, said[row, t].ToInt64());
                    continue;
                }
                var prefix = said[row, ..t].unsqueeze(0);                           // the best next word, each tried in turn
                var each = Enumerable.Range(0, 9).Where(word => word is not (0 or 2)).ToDictionary(word => word,
                    word => model.LogLikelihood(cat([prefix, full([1, 1], word, dtype: ScalarType.Int64)], 1), TinySentences.Noise()[row].unsqueeze(0)).ToDouble());
                Assert.Equal(each.MaxBy(pair => pair.Value).Key, said[row, t].ToInt64());
            }
    }
}
