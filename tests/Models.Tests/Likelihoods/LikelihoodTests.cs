using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class LikelihoodTests
{
    private static Tensor Matrix(double[,] rows) => tensor(rows);

    [Theory]
    [InlineData(0, 0, 0.69314718055994529)]        // an undecided unit costs log 2 whatever comes
    [InlineData(0, 1, 0.69314718055994529)]
    [InlineData(2, 1, 0.12692801104297263)]        // log(1 + e⁻²)
    [InlineData(2, 0, 2.1269280110429727)]         // log(1 + e²)
    [InlineData(-1000, 1, 1000)]                   // where σ(l) is 0 in any floating point, −log σ(l) is still 1000
    [InlineData(1000, 1, 0)]
    public void Bernoulli_matches_the_closed_form_worked_by_hand(double logit, double pixel, double nats)
    {
        using var scope = NewDisposeScope();
        var value = new BernoulliLikelihood().NegativeLogLikelihood(Matrix(new[,] { { logit } }), Matrix(new[,] { { pixel } }));
        Assert.Equal(nats, value.ToDouble(), 12);
    }

    [Fact]
    public void Bernoulli_sums_over_features_and_averages_over_examples_as_torch_recorded()
    {
        // l = [[-2, 0, 3], [40, -100, 1]], x = [[0, .25, 1], [0, 1, .5]]; F.binary_cross_entropy_with_logits(l, x, reduction='none').sum(1)
        using var scope = NewDisposeScope();
        var logits = Matrix(new[,] { { -2.0, 0, 3 }, { 40, -100, 1 } }).requires_grad_();
        var x = Matrix(new[,] { { 0, 0.25, 1 }, { 0, 1, 0.5 } });
        var likelihood = new BernoulliLikelihood();

        var each = likelihood.NegativeLogLikelihood(logits, x);
        Assert.Equal(0.8686625431766598, each[0].ToDouble(), 13);
        Assert.Equal(140.81326168751824, each[1].ToDouble(), 11);

        likelihood.Loss(logits, x).backward();
        double[] recorded = [0.05960146101105877, 0.125, -0.023712936588783318, 0.5, -0.5, 0.11552928931500245];
        Assert.All(recorded.Zip(logits.grad!.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 14));
    }

    [Theory]
    [InlineData(ScalarType.Float64, 1e-12)]
    [InlineData(ScalarType.Float32, 2e-5)]
    public void Bernoulli_is_the_same_where_no_gradient_is_asked_for(ScalarType type, double relative)
    {
        using var scope = NewDisposeScope();
        var random = new Generator(3);
        var logits = (randn([5, 4, 30], generator: random, dtype: ScalarType.Float64) * 20).to(type);       // five draws of z for each of four x
        logits[0, 0, 0] = 800;
        logits[1, 1, 1] = -800;
        logits[2, 2, 2] = 39.999;                                                                            // on either side of where softplus is taken as the line
        logits[3, 3, 3] = 40.001;
        var x = rand([4, 30], generator: random, dtype: ScalarType.Float64).to(type);
        var plain = new BernoulliLikelihood().NegativeLogLikelihood(logits, x);
        var graph = new BernoulliLikelihood().NegativeLogLikelihood(logits.clone().requires_grad_(), x).detach();
        Assert.Equal([5, 4], plain.shape);
        Assert.False(plain.requires_grad);
        Assert.InRange(((plain - graph).abs() / graph).max().ToDouble(), 0, relative);
    }

    [Fact]
    public void Gaussian_matches_torchs_recorded_log_density()
    {
        // −torch.distributions.Normal(m, ½).log_prob(x) summed, for the same x and m = [[-2, 0, 3], [4, -1, 1]]: σ² = ¼
        using var scope = NewDisposeScope();
        var each = new GaussianLikelihood(0.25).NegativeLogLikelihood(
            Matrix(new[,] { { -2.0, 0, 3 }, { 4, -1, 1 } }), Matrix(new[,] { { 0, 0.25, 1 }, { 0, 1, 0.5 } }));
        Assert.Equal(16.80237405793418, each[0].ToDouble(), 12);
        Assert.Equal(41.17737405793418, each[1].ToDouble(), 12);
    }

    [Fact]
    public void Half_a_unit_of_variance_makes_the_gaussian_the_squared_error_and_a_constant()
    {
        using var scope = NewDisposeScope();
        var (mean, x) = (Matrix(new[,] { { 1.0, 2 } }), Matrix(new[,] { { 4.0, -2 } }));                  // ‖x − m‖² = 9 + 16
        var nats = new GaussianLikelihood(0.5).NegativeLogLikelihood(mean, x).ToDouble();
        Assert.Equal(25 + Math.Log(Math.PI), nats, 12);                                                  // (2/2) log 2π½
    }

    [Fact]
    public void No_variance_explains_the_residuals_better_than_the_fitted_one()
    {
        using var scope = NewDisposeScope();
        var (mean, x) = (zeros(50, 3, dtype: ScalarType.Float64), rand(50, 3, dtype: ScalarType.Float64, generator: new Generator(1)));
        var fitted = GaussianLikelihood.Fitted(mean, x);
        var best = fitted.Loss(mean, x).ToDouble();
        Assert.Equal(1.5 * (Math.Log(2 * Math.PI * fitted.Variance) + 1), best, 12);
        Assert.All((double[])[0.9, 0.99, 1.01, 1.1], factor =>
            Assert.True(new GaussianLikelihood(factor * fitted.Variance).Loss(mean, x).ToDouble() > best));
    }

    [Fact]
    public void The_mean_of_a_bernoulli_is_the_sigmoid_and_the_mean_of_a_gaussian_is_the_output()
    {
        using var scope = NewDisposeScope();
        var parameters = Matrix(new[,] { { 0, Math.Log(3) } });
        Assert.Equal([0.5, 0.75], new BernoulliLikelihood().Mean(parameters).data<double>().ToArray().Select(p => Math.Round(p, 12)));
        Assert.Equal([0, Math.Log(3)], new GaussianLikelihood().Mean(parameters).data<double>().ToArray());
    }

    [Theory]
    [InlineData(1.5, "x: expected numbers in [0, 1], got 0.5 to 1.5. Pixels are to be divided by 255 first.")]
    [InlineData(-0.25, "x: expected numbers in [0, 1], got -0.25 to 0.5.")]
    [InlineData(double.NaN, "x: expected numbers in [0, 1], got some that are not numbers.")]
    public void Pixels_outside_the_unit_interval_are_refused_by_name(double pixel, string sentence)
    {
        using var scope = NewDisposeScope();
        var refusal = Assert.Throws<ArgumentException>(() =>
            new BernoulliLikelihood().Loss(zeros(1, 2, dtype: ScalarType.Float64), Matrix(new[,] { { 0.5, pixel } })));
        Assert.Equal("x", refusal.ParamName);
        Assert.StartsWith(sentence, refusal.Message);
    }

    [Fact]
    public void A_later_batch_is_looked_at_as_the_first_was()
    {
        using var scope = NewDisposeScope();
        var likelihood = new BernoulliLikelihood();
        likelihood.Loss(zeros(1, 1), zeros(1, 1));
        Assert.Throws<ArgumentException>(() => likelihood.Loss(zeros(1, 1), full(1, 1, 255)));
    }

    [Fact]
    public void A_shape_that_does_not_fit_is_refused_with_both_shapes()
    {
        using var scope = NewDisposeScope();
        var refusal = Assert.Throws<ArgumentException>(() => new GaussianLikelihood().Loss(zeros(2, 3), zeros(3)));
        Assert.StartsWith("x: expected (2, 3), got (3).", refusal.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_variance_must_be_positive(double variance) =>
        Assert.StartsWith("variance: expected a positive number", Assert.Throws<ArgumentException>(() => new GaussianLikelihood(variance)).Message);

    [Fact]
    public void A_learned_variance_costs_what_torchs_normal_says_and_ends_where_it_is_told_to()
    {
        using var scope = NewDisposeScope();
        var (mean, logVariance, x) = (Matrix(new[,] { { 0.2, -0.4 } }), Matrix(new[,] { { -1.3, 0.6 } }), Matrix(new[,] { { 0.5, 0.1 } }));
        var likelihood = new LearnedGaussianLikelihood();
        var expected = -distributions.Normal(mean, (0.5 * logVariance).exp()).log_prob(x).sum();
        Assert.Equal(expected.ToDouble(), likelihood.NegativeLogLikelihood(cat([mean, logVariance], 1), x).ToDouble(), 12);
        Assert.True(likelihood.Mean(cat([mean, logVariance], 1)).equal(mean).all().ToBoolean());
        var known = likelihood.NegativeLogLikelihood(Matrix(new[,] { { 0.5, 0.1, -1e6, -1e6 } }), x).ToDouble();
        Assert.Equal(Math.Log(2 * Math.PI) + LearnedGaussianLikelihood.MinLogVariance, known, 10);       // two features known for certain are two of σ = 0.01
    }

    [Fact]
    public void A_categorical_pixel_costs_the_cross_entropy_of_its_level()
    {
        using var scope = NewDisposeScope();
        var likelihood = new CategoricalLikelihood(3);
        var logits = randn(2, 4, 3, dtype: ScalarType.Float64, generator: new Generator(1));
        var levels = tensor(new long[,] { { 0, 1, 2, 1 }, { 2, 2, 0, 1 } });
        var expected = nn.functional.cross_entropy(logits.reshape(8, 3), levels.reshape(8), reduction: nn.Reduction.None).reshape(2, 4).sum(dim: 1);
        var x = levels.to(float64) / 2;
        Assert.True(likelihood.NegativeLogLikelihood(logits.reshape(2, 12), x).allclose(expected, 1e-12, 1e-12));
        var probabilities = nn.functional.softmax(logits, 2);
        Assert.True(likelihood.Mean(logits.reshape(2, 12)).allclose(0.5 * probabilities.select(2, 1) + probabilities.select(2, 2), 1e-12, 1e-12));
        Assert.Throws<ArgumentException>(() => new CategoricalLikelihood(1));
        Assert.Throws<ArgumentException>(() => likelihood.NegativeLogLikelihood(logits.reshape(2, 12), 2 * x));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parameters_may_have_draws_before_the_examples_and_examples_of_another_shape_are_refused(int perFeature)
    {
        using var scope = NewDisposeScope();
        Likelihood likelihood = perFeature switch { 1 => new BernoulliLikelihood(), 2 => new LearnedGaussianLikelihood(), _ => new CategoricalLikelihood(3) };
        var parameters = randn(5, 2, 4 * perFeature, dtype: ScalarType.Float64, generator: new Generator(1));
        var x = rand(2, 4, dtype: ScalarType.Float64, generator: new Generator(2)).round();
        var all = likelihood.NegativeLogLikelihood(parameters, x);
        Assert.Equal([5, 2], all.shape);
        for (var k = 0; k < 5; k++) Assert.True(all[k].allclose(likelihood.NegativeLogLikelihood(parameters[k], x), 1e-12, 1e-12));
        Assert.Throws<ArgumentException>(() => likelihood.NegativeLogLikelihood(parameters, x[.., ..3]));
        Assert.Throws<ArgumentException>(() => likelihood.NegativeLogLikelihood(parameters, x[..1]));
        Assert.Throws<ArgumentException>(() => likelihood.NegativeLogLikelihood(parameters, tensor(0.5)));
    }
}
