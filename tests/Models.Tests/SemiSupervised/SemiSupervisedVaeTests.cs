using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SemiSupervisedVaeTests
{
    private readonly Tensor x = rand(5, 6, dtype: float64, generator: new Generator(2)).round();
    private readonly Tensor labels = tensor(new long[] { 2, 0, 1, 2, 2 });

    private static SemiSupervisedVae Model(Likelihood? likelihood = null)
    {
        var model = new SemiSupervisedVae([6, 5, 2], classes: 3, likelihood ?? new BernoulliLikelihood(), new Generator(1), Activation.Tanh);
        model.to(float64);
        return model;
    }

    [Fact]
    public void U_of_three_classes_is_what_one_works_out_by_hand()
    {
        using var scope = NewDisposeScope();
        var q = tensor(new[,] { { 0.5, 0.3, 0.2 }, { 0.1, 0.1, 0.8 } });
        var losses = tensor(new[,] { { 10.0, 12, 9 }, { 100, 90, 95 } });
        var u = SemiSupervisedVae.Marginal(losses, q.log());
        Assert.Equal(10.4 - 1.0296530140645737, u[0].ToDouble(), 12);                      // Σ q L = 5 + 3.6 + 1.8, H = 0.34657 + 0.36119 + 0.32189
        Assert.Equal(95 - 0.6390318596501768, u[1].ToDouble(), 12);                        // 10 + 9 + 76, H = 2 · 0.23026 + 0.17851
        Assert.True(u.allclose(SemiSupervisedVae.Marginal(losses, q.log() + 7)));          // logits are given up to a constant
    }

    [Fact]
    public void U_is_least_at_the_softmax_of_minus_L_where_it_is_minus_the_logarithm_of_the_sum()
    {
        using var scope = NewDisposeScope();
        var losses = tensor(new[,] { { 3.0, 1.5, 2.2 } });
        var least = -(-losses).logsumexp(1).ToDouble();
        Assert.Equal(least, SemiSupervisedVae.Marginal(losses, -losses).ToDouble(), 12);
        foreach (var seed in Enumerable.Range(1, 20))
            Assert.True(SemiSupervisedVae.Marginal(losses, 3 * randn(1, 3, dtype: float64, generator: new Generator((ulong)seed))).ToDouble() > least);
    }

    [Fact]
    public void Its_gradient_by_the_logits_is_q_times_how_much_dearer_than_U_a_label_is()
    {
        using var scope = NewDisposeScope();
        var (q, losses) = (new[] { 0.5, 0.3, 0.2 }, new[] { 10.0, 12, 9 });
        var logits = tensor(q).log().unsqueeze(0).requires_grad_();
        var u = SemiSupervisedVae.Marginal(tensor(losses).unsqueeze(0), logits);
        u.sum().backward();
        var byHand = q.Zip(losses, (share, loss) => share * (loss + Math.Log(share) - u.ToDouble())).ToArray();
        Assert.Equal(byHand, logits.grad!.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0, byHand.Sum(), 12);
    }

    [Theory]
    [InlineData("Bernoulli")]
    [InlineData("learned")]
    public void The_bound_over_all_labels_in_one_pass_is_the_enumerated_one(string name)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var model = Model(name == "learned" ? new LearnedGaussianLikelihood() : null);
        var output = model.named_parameters().Single(pair => pair.name == "encoder.rest.layers.0.bias").parameter;
        output[2..].fill_(-1e3);                                                            // σ = e⁻¹⁵: whatever is drawn, z is its mean
        var q = model.call(x).softmax(1);
        var enumerated = zeros(5, dtype: float64);
        for (var y = 0; y < 3; y++)
            enumerated += q.select(1, y) * (model.Labelled(x, full([5], y, dtype: int64), new Generator(9)) + q.select(1, y).log());
        Assert.InRange((model.Unlabelled(x, new Generator(4)) - enumerated).abs().max().ToDouble(), 0, 1e-5);
    }

    [Fact]
    public void Where_z_says_nothing_U_lies_above_minus_log_p_by_the_divergence_of_the_labels()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var model = Model();
        foreach (var (name, parameter) in model.named_parameters())
            if (name.StartsWith("encoder.") || name == "decoder.first.weight") parameter.zero_();        // q(z | x, y) = p(z), p(x | y, z) = p(x | y)
        var logits = model.Parameters(zeros(1, 2, dtype: float64), eye(3, dtype: float64));               // (3, 6)
        var joint = Math.Log(1 / 3.0) - stack([.. Enumerable.Range(0, 3).Select(y => model.Likelihood.NegativeLogLikelihood(logits[y].expand(5, 6), x))], 1);
        var evidence = joint.logsumexp(1);                                                                // exact: (5)
        var (q, posterior) = (model.call(x).log_softmax(1), joint - evidence.unsqueeze(1));
        var gap = (q.exp() * (q - posterior)).sum(1);
        Assert.True(model.Unlabelled(x, new Generator(1)).allclose(-evidence + gap, atol: 1e-10));
        Assert.True(model.ForEveryLabel(x, new Generator(1)).allclose(-joint, atol: 1e-10));
    }

    [Fact]
    public void L_is_reconstruction_divergence_and_the_label_worked_from_its_parts()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var y = nn.functional.one_hot(labels, 3).to(float64);
        var q = model.Posterior(x, y);
        var z = q.Mean + (0.5 * q.LogVariance).exp() * randn(5, 2, dtype: float64, generator: new Generator(6));
        var on = sigmoid(model.Parameters(z, y));
        var byHand = -(x * on.log() + (1 - x) * (1 - on).log()).sum(1) - Math.Log(1 / 3.0)
            + (0.5 * (q.Mean.square() + q.LogVariance.exp() - q.LogVariance - 1)).sum(1);
        Assert.True(byHand.allclose(model.Labelled(x, labels, new Generator(6)), atol: 1e-10));
    }

    [Fact]
    public void The_objective_is_the_papers_for_each_example_and_its_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var (few, many) = (x[..2], x[2..]);
        Tensor Loss() => model.Loss(many, few, labels[..2], new Generator(8), share: 0.4, alpha: 0.3).Total;
        var terms = model.Loss(many, few, labels[..2], new Generator(8), share: 0.4, alpha: 0.3);
        var draws = new Generator(8);
        Assert.Equal(0.4 * model.Labelled(few, labels[..2], draws).mean().ToDouble(), terms["labelled"].ToDouble(), 12);
        Assert.Equal(0.6 * model.Unlabelled(many, draws).mean().ToDouble(), terms["unlabelled"].ToDouble(), 12);
        var surprise = -(model.call(few).log_softmax(1)[0, 2] + model.call(few).log_softmax(1)[1, 0]).ToDouble() / 2;
        Assert.Equal(0.3 * surprise, terms["label"].ToDouble(), 12);
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(Loss, parameter), 0, 1e-7));
    }

    [Fact]
    public void Without_α_no_label_reaches_the_classifier_and_with_it_one_does()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        Assert.Equal(0, OfClassifier(alpha: 0));
        Assert.True(OfClassifier(alpha: 0.1) > 1e-3);

        double OfClassifier(double alpha)
        {
            model.zero_grad();
            var loss = model.Loss(x, x, labels, new Generator(3), share: 0.5, alpha);
            (loss["labelled"] + loss["label"]).backward();
            return model.named_parameters().Where(pair => pair.name.StartsWith("classifier.")).Sum(pair => pair.parameter.grad?.abs().sum().ToDouble() ?? 0);
        }
    }

    [Fact]
    public void Batches_without_a_label_with_nothing_else_or_of_one_class_have_their_terms()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        var none = model.Loss(x, x[..0], labels[..0], new Generator(1), share: 0.01, alpha: 0.1);
        Assert.Equal((0, 0), (none["labelled"].ToDouble(), none["label"].ToDouble()));
        Assert.Equal(0.99 * model.Unlabelled(x, new Generator(1)).mean().ToDouble(), none.ToDouble(), 12);
        var all = model.Loss(x[..0], x, labels, new Generator(1), share: 1, alpha: 0.1);
        Assert.Equal(0, all["unlabelled"].ToDouble());
        var one = full([5], 1, dtype: int64);
        var oneClass = model.Loss(x, x, one, new Generator(1), share: 0.5, alpha: 1);
        Assert.Equal(-model.call(x).log_softmax(1).select(1, 1).mean().ToDouble(), oneClass["label"].ToDouble(), 12);
    }

    [Fact]
    public void A_louder_label_begins_with_weights_as_much_wider_and_all_others_as_they_were()
    {
        using var scope = NewDisposeScope();
        SemiSupervisedVae Of(double gain) => new([6, 5, 2], 3, new BernoulliLikelihood(), new Generator(1), labelGain: gain);
        var louder = Of(4).named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        foreach (var (name, weight) in Of(1).named_parameters())
            Assert.True(louder[name].allclose(name.Contains("condition.weight", StringComparison.Ordinal) ? 4 * weight : weight), name);
        Assert.Equal(2, louder.Keys.Count(name => name.Contains("condition.weight", StringComparison.Ordinal)));
        Assert.StartsWith("conditionGain: expected", Assert.Throws<ArgumentException>(() => Of(0)).Message);
    }

    [Fact]
    public void With_dropout_the_label_is_told_from_the_numbers_that_are_left_and_nothing_else_changes()
    {
        using var scope = NewDisposeScope();
        SemiSupervisedVae Of(double dropout) => new([6, 5, 2], 3, new BernoulliLikelihood(), new Generator(1), labelDropout: dropout);
        var (plain, dropped) = ((SemiSupervisedVae)Of(0).to(float64), (SemiSupervisedVae)Of(0.25).to(float64));
        Assert.True(plain.call(x).equal(dropped.call(x)).all().ToBoolean());                                  // not where labels are asked for
        var terms = dropped.Loss(x[..0], x, labels, new Generator(3), share: 1, alpha: 2);
        var draws = new Generator(3);
        var bound = plain.Labelled(x, labels, draws).mean();                                                  // takes its draws first
        var shown = x * Draws.UniformLike(x, draws).ge(0.25).to(float64) / 0.75;
        Assert.Equal(bound.ToDouble(), terms["labelled"].ToDouble(), 12);
        Assert.Equal(2 * nn.functional.cross_entropy(plain.call(shown), labels).ToDouble(), terms["label"].ToDouble(), 12);
        var (unlabelled, again) = (dropped.Unlabelled(x, new Generator(3)), new Generator(3));
        var bounds = plain.ForEveryLabel(x, again);
        var seen = x * Draws.UniformLike(x, again).ge(0.25).to(float64) / 0.75;
        Assert.True(SemiSupervisedVae.Marginal(bounds, plain.call(seen)).allclose(unlabelled, rtol: 1e-12, atol: 1e-12));
        foreach (var share in new[] { -0.1, 1, double.NaN })
            Assert.StartsWith("labelDropout: expected a share in [0, 1), got", Assert.Throws<ArgumentException>(() => Of(share)).Message);
    }

    [Fact]
    public void What_it_cannot_take_is_refused()
    {
        using var scope = NewDisposeScope();
        var model = Model();
        string Refusal(Action action) => Assert.Throws<ArgumentException>(action).Message;
        var random = new Generator(1);
        Assert.StartsWith("labels: expected 0 to 2, got 3.", Refusal(() => model.Labelled(x, labels + 1, random)));
        Assert.StartsWith("labels: expected classes from 0, got -1.", Refusal(() => model.Loss(x, x, labels - 1, random, 0.5, 0.1)));
        Assert.StartsWith("labels: expected (5), got (2).", Refusal(() => model.Labelled(x, labels[..2], random)));
        Assert.StartsWith("x: expected (N, 6), got (5, 3).", Refusal(() => model.Unlabelled(x[.., ..3], random)));
        Assert.Contains("expected numbers in [0, 1]", Refusal(() => model.Unlabelled(2 * ones_like(x), random)));
        Assert.StartsWith("alpha: expected 0 or more, got -1.", Refusal(() => model.Loss(x, x, labels, random, 0.5, -1)));
        Assert.StartsWith("share: expected a share in [0, 1], got 2.", Refusal(() => model.Loss(x, x, labels, random, 2, 0.1)));
        Assert.StartsWith("classes: expected two or more, got 1.", Refusal(() => new SemiSupervisedVae([6, 5, 2], 1, new BernoulliLikelihood(), new Generator(1))));
        Assert.Equal([2, 6], model.Decode(zeros(2, 2, dtype: float64), labels[..2]).shape);
    }
}
