// Answers to the exercises of notebook 13. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 13.gap
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) =>
    (logQ - logLikelihood - logPrior).mean().ToDouble() + logEvidence;

// %% 13.gap right: by Bayes' rule first
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence)
{
    var logPosterior = logLikelihood + logPrior - logEvidence;
    return (logQ - logPosterior).mean().ToDouble();
}

// %% 13.gap right: evidence less the bound
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) =>
    logEvidence - (logLikelihood + logPrior - logQ).mean().ToDouble();

// %% 13.gap right: one draw after another
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) =>
    Enumerable.Range(0, (int)logQ.shape[0]).Average(i => logQ[i].ToDouble() - logLikelihood[i].ToDouble() - logPrior[i].ToDouble() + logEvidence);

// %% 13.gap wrong: as printed first
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) => (logQ - logLikelihood).mean().ToDouble();

// %% 13.gap wrong: as printed then
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) =>
    (logQ - logLikelihood - logEvidence).mean().ToDouble() + logEvidence;

// %% 13.gap wrong: the sign of the evidence
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) =>
    (logQ - logLikelihood - logPrior).mean().ToDouble() - logEvidence;

// %% 13.gap wrong: a sum over draws
static double Gap(Tensor logQ, Tensor logLikelihood, Tensor logPrior, double logEvidence) =>
    (logQ - logLikelihood - logPrior + logEvidence).sum().ToDouble();

// %% 13.best
(double Mean, double Variance) Best() => (1.5, 0.25);

// %% 13.best right
(double Mean, double Variance) Best() => (3 / 2.0, Math.Pow(0.5, 2));

// %% 13.best right: by trying
(double Mean, double Variance) Best() => (Enumerable.Range(0, 31).Select(i => i / 10.0).MinBy(mean => Math.Abs(mean - 1.5)), 1 / 4.0);

// %% 13.best right: by gradient descent
(double Mean, double Variance) Best()
{
    var (a, b) = (0.0, 0.0);                                           // mean, and log σ²
    for (var step = 0; step < 2000; step++) (a, b) = (a - 0.05 * 4 * (a - 1.5), b - 0.05 * (2 * Math.Exp(b) - 0.5));
    return (a, Math.Exp(b));
}

// %% 13.best wrong: the prior
(double Mean, double Variance) Best() => (0, 1);

// %% 13.best wrong: the deviation for the variance
(double Mean, double Variance) Best() => (1.5, 0.5);

// %% 13.best wrong: as printed, far away
(double Mean, double Variance) Best() => (100, 1);

// %% 13.best wrong: a narrow one in the right place
(double Mean, double Variance) Best() => (1.5, 0.01);

// %% 13.compute
static double Divergence(double[] μ, double[] σ) =>
    0.5 * μ.Zip(σ, (m, s) => m * m + s * s - 2 * Math.Log(s) - 1).Sum();

// %% 13.compute right: with log σ²
static double Divergence(double[] μ, double[] σ) => -0.5 * μ.Zip(σ, (m, s) => 1 + Math.Log(s * s) - m * m - s * s).Sum();

// %% 13.compute right: by the library
static double Divergence(double[] μ, double[] σ) =>
    new DiagonalGaussian(tensor(μ), 2 * tensor(σ).log()).DivergenceFromStandard().sum().ToDouble();

// %% 13.compute right: in a loop
static double Divergence(double[] μ, double[] σ)
{
    var sum = 0.0;
    for (var i = 0; i < μ.Length; i++) sum += (μ[i] * μ[i] + σ[i] * σ[i] - 1) / 2 - Math.Log(σ[i]);
    return sum;
}

// %% 13.compute wrong: one term too many
static double Divergence(double[] μ, double[] σ) => 0.5 * (μ.Zip(σ, (m, s) => m * m + s * s - 2 * Math.Log(s) - 1).Sum() - 1);

// %% 13.compute wrong: σ taken for σ²
static double Divergence(double[] μ, double[] σ) => 0.5 * μ.Zip(σ, (m, s) => m * m + s - Math.Log(s) - 1).Sum();

// %% 13.compute wrong: one σ for all
static double Divergence(double[] μ, double[] σ) => 0.5 * μ.Sum(m => m * m + σ[0] * σ[0] - 2 * Math.Log(σ[0]) - 1);

// %% 13.compute wrong: the mean over the code
static double Divergence(double[] μ, double[] σ) => 0.5 * μ.Zip(σ, (m, s) => m * m + s * s - 2 * Math.Log(s) - 1).Average();

// %% 13.bug
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => μ + (0.5 * logVariance).exp() * ε;

// %% 13.bug right
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => μ + ε * logVariance.exp().sqrt();

// %% 13.bug right
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => torch.pow(torch.exp(logVariance), 0.5).mul(ε).add(μ);

// %% 13.bug right: by the library
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => new DiagonalGaussian(μ, logVariance).At(ε);

// %% 13.bug wrong: as printed
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => μ + ε * logVariance.exp();

// %% 13.bug wrong: the logarithm itself
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => μ + ε * logVariance;

// %% 13.bug wrong: σ to the fourth root
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => μ + ε * (0.25 * logVariance).exp();

// %% 13.bug wrong: no noise
static Tensor Draw(Tensor μ, Tensor logVariance, Tensor ε) => μ + (0.5 * logVariance).exp();

// %% 13.change
Tensor Written(GaussianVae model, int count, Generator random) => BinaryUnits.Sample(model.Sample(count, random), random);

// %% 13.change right: in two steps
Tensor Written(GaussianVae model, int count, Generator random)
{
    var z = Draws.Normal([count, model.LatentSize], random);
    var means = model.Decode(z).detach();
    return Draws.UniformLike(means, random).lt(means).to(float32);
}

// %% 13.change right: torch's own coin
Tensor Written(GaussianVae model, int count, Generator random) => bernoulli(model.Sample(count, random), generator: random);

// %% 13.change right: from the logits
Tensor Written(GaussianVae model, int count, Generator random)
{
    using var _ = no_grad();
    return BinaryUnits.Sample(sigmoid(model.Parameters(Draws.Normal([count, model.LatentSize], random))), random);
}

// %% 13.change wrong: the means
Tensor Written(GaussianVae model, int count, Generator random) => model.Sample(count, random);

// %% 13.change wrong: ink where the mean is above a half
Tensor Written(GaussianVae model, int count, Generator random) => model.Sample(count, random).ge(0.5).to(float32);

// %% 13.change wrong: noise of no model
Tensor Written(GaussianVae model, int count, Generator random) => rand(count, 784, generator: random).ge(0.5).to(float32);

// %% 13.change wrong: always the same
Tensor Written(GaussianVae model, int count, Generator random) => BinaryUnits.Sample(model.Sample(count, new Generator(1)), new Generator(1));

// %% 13.scale
(double OfSum, double OfMean) Variances() => (0.5, 392);

// %% 13.scale right
(double OfSum, double OfMean) Variances() => (1 / 2.0, 784 / 2.0);

// %% 13.scale right: solved
(double OfSum, double OfMean) Variances() => (1 / (2 * 1.0), 1 / (2 * (1 / 784.0)));

// %% 13.scale right: the deviation squared
(double OfSum, double OfMean) Variances() => (Math.Pow(Math.Sqrt(0.5), 2), Math.Pow(Math.Sqrt(392), 2));

// %% 13.scale wrong: the usual one
(double OfSum, double OfMean) Variances() => (1, 784);

// %% 13.scale wrong: deviations
(double OfSum, double OfMean) Variances() => (Math.Sqrt(0.5), Math.Sqrt(392));

// %% 13.scale wrong: divided where it is multiplied
(double OfSum, double OfMean) Variances() => (0.5, 0.5 / 784);

// %% 13.recall
string Kept() => "bc";

// %% 13.recall right
string Kept() => "c and b";

// %% 13.recall right
string Kept() => "(B), (C)";

// %% 13.recall right
string Kept() => "b, c.";

// %% 13.recall wrong: the encoder stays behind
string Kept() => "abc";

// %% 13.recall wrong: an image is what we want, not what we have
string Kept() => "bcd";

// %% 13.recall wrong: and from where does z come?
string Kept() => "b";

// %% 13.explore
VaeRun Mine() => brief with { LatentSize = 10, HiddenSizes = [512, 256], BatchSize = 64, Schedule = Schedule.Cosine(5) };

// %% 13.explore right: smaller batches
VaeRun Mine() => brief with { LatentSize = 10, BatchSize = 32, Schedule = Schedule.Cosine(5) };

// %% 13.explore right: wider, and ReLU
VaeRun Mine() => brief with { LatentSize = 10, HiddenSizes = [500, 500], BatchSize = 50, Activation = Activation.Relu, Schedule = Schedule.Cosine(5) };

// %% 13.explore right: one number less
VaeRun Mine() => brief with { LatentSize = 9, HiddenSizes = [512, 256], BatchSize = 40, Schedule = Schedule.Cosine(5) };

// %% 13.explore wrong: the run of section 9
VaeRun Mine() => brief with { LatentSize = 2 };

// %% 13.explore wrong: more images than allowed
VaeRun Mine() => brief with { LatentSize = 10, Examples = 60_000, BatchSize = 64 };

// %% 13.explore wrong: naming a code costs nothing
VaeRun Mine() => brief with { LatentSize = 10, Beta = 0 };
