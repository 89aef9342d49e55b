// Answers to the exercises of notebook 12. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 12.compute
static double[] Posterior(double[] p, double[] l)
{
    var joint = p.Zip(l, (prior, likelihood) => prior * likelihood).ToArray();
    return [.. joint.Select(part => part / joint.Sum())];
}

// %% 12.compute right: the evidence first
static double[] Posterior(double[] p, double[] l)
{
    var evidence = Enumerable.Range(0, p.Length).Sum(z => p[z] * l[z]);
    return [.. Enumerable.Range(0, p.Length).Select(z => p[z] * l[z] / evidence)];
}

// %% 12.compute right: by the library
static double[] Posterior(double[] p, double[] l) =>
    new DiscreteLatentModel(tensor(p), stack([tensor(l), 1 - tensor(l)], 1)).Posterior(0).Numbers();

// %% 12.compute right: as a softmax of logarithms
static double[] Posterior(double[] p, double[] l) => (tensor(p).log() + tensor(l).log()).softmax(0).Numbers();

// %% 12.compute wrong: the joint, not divided
static double[] Posterior(double[] p, double[] l) => [.. p.Zip(l, (prior, likelihood) => prior * likelihood)];

// %% 12.compute wrong: the likelihood alone, made to add up to 1
static double[] Posterior(double[] p, double[] l) => [.. l.Select(likelihood => likelihood / l.Sum())];

// %% 12.compute wrong: the prior
static double[] Posterior(double[] p, double[] l) => p;

// %% 12.compute wrong: divided by the sum of the likelihoods
static double[] Posterior(double[] p, double[] l) => [.. p.Zip(l, (prior, likelihood) => prior * likelihood / l.Sum())];

// %% 12.bug
static double Estimate(double[] likelihood, double[] prior, double[] q) =>
    Enumerable.Range(0, q.Length).Average(i => likelihood[i] * prior[i] / q[i]);

// %% 12.bug right: in a loop
static double Estimate(double[] likelihood, double[] prior, double[] q)
{
    var sum = 0.0;
    for (var i = 0; i < q.Length; i++) sum += likelihood[i] * (prior[i] / q[i]);
    return sum / q.Length;
}

// %% 12.bug right: in logarithms
static double Estimate(double[] likelihood, double[] prior, double[] q) =>
    DiscreteLatentModel.LogMean(tensor(likelihood).log() + tensor(prior).log() - tensor(q).log()).exp().ToDouble();

// %% 12.bug right: with tensors
static double Estimate(double[] likelihood, double[] prior, double[] q) => (tensor(likelihood) * tensor(prior) / tensor(q)).mean().ToDouble();

// %% 12.bug wrong: as printed
static double Estimate(double[] likelihood, double[] prior, double[] q) => likelihood.Average();

// %% 12.bug wrong: the weight upside down
static double Estimate(double[] likelihood, double[] prior, double[] q) => Enumerable.Range(0, q.Length).Average(i => likelihood[i] * q[i] / prior[i]);

// %% 12.bug wrong: without the prior
static double Estimate(double[] likelihood, double[] prior, double[] q) => Enumerable.Range(0, q.Length).Average(i => likelihood[i] / q[i]);

// %% 12.bug wrong: weights made to add up to 1
static double Estimate(double[] likelihood, double[] prior, double[] q)
{
    var weights = prior.Zip(q, (p, r) => p / r).ToArray();
    return likelihood.Zip(weights, (l, w) => l * w).Sum() / weights.Sum();
}

// %% 12.bug wrong: a sum for a mean
static double Estimate(double[] likelihood, double[] prior, double[] q) => Enumerable.Range(0, q.Length).Sum(i => likelihood[i] * prior[i] / q[i]);

// %% 12.change
static double LogMean(double[] logarithms) =>
    logarithms.Max() + Math.Log(logarithms.Average(l => Math.Exp(l - logarithms.Max())));

// %% 12.change right: by torch
static double LogMean(double[] logarithms) => tensor(logarithms).logsumexp(0).ToDouble() - Math.Log(logarithms.Length);

// %% 12.change right: by the library
static double LogMean(double[] logarithms) => DiscreteLatentModel.LogMean(tensor(logarithms)).ToDouble();

// %% 12.change right: two at a time
static double LogMean(double[] logarithms) =>
    logarithms.Aggregate((a, b) => Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)))) - Math.Log(logarithms.Length);

// %% 12.change wrong: straight away
static double LogMean(double[] logarithms) => Math.Log(logarithms.Average(l => Math.Exp(l)));

// %% 12.change wrong: the mean of the logarithms
static double LogMean(double[] logarithms) => logarithms.Average();

// %% 12.change wrong: the sum, not the mean
static double LogMean(double[] logarithms) => tensor(logarithms).logsumexp(0).ToDouble();

// %% 12.change wrong: the smallest taken out
static double LogMean(double[] logarithms) =>
    logarithms.Min() + Math.Log(logarithms.Average(l => Math.Exp(l - logarithms.Min())));

// %% 12.axes
string Placed() => "b, d";

// %% 12.axes right: the other way round
string Placed() => "DB";

// %% 12.axes right: in a sentence
string Placed() => "(b) and (d)";

// %% 12.axes wrong: supervised is discriminative
string Placed() => "abd";

// %% 12.axes wrong: no model of the world
string Placed() => "bcd";

// %% 12.axes wrong: the slide
string Placed() => "ac";

// %% 12.axes wrong: one of them
string Placed() => "d";

// %% 12.recall
string Densities() => "ad";

// %% 12.recall right
string Densities() => "d, a";

// %% 12.recall right: in a sentence
string Densities() => "(a) MADE and (d) independent pixels";

// %% 12.recall wrong: a bound counted
string Densities() => "abd";

// %% 12.recall wrong: all but the GAN
string Densities() => "abdef";

// %% 12.recall wrong: without the baseline
string Densities() => "a";

// %% 12.explore
Tensor Forge(Tensor images, Generator random)
{
    var usual = Memorisation.ToNearest(test, train).mean().ToDouble();              // of n turned pixels the distance is √n
    return (images - Draws.UniformLike(images, random).lt(usual * usual / 196).to(float32)).abs();
}

// %% 12.explore right: by where instead of by a difference
Tensor Forge(Tensor images, Generator random) =>
    where(Draws.UniformLike(images, random).lt(Memorisation.ToNearest(test, train).square().mean() / 210), 1 - images, images);

// %% 12.explore right: so many pixels of each
Tensor Forge(Tensor images, Generator random)
{
    var usual = Memorisation.ToNearest(test, train).mean().ToDouble();
    var order = Draws.UniformLike(images, random).argsort(1).argsort(1);
    return (images - order.lt(Math.Round(usual * usual)).to(float32)).abs();
}

// %% 12.explore wrong: plain copies
Tensor Forge(Tensor images, Generator random) => images;

// %% 12.explore wrong: too shaky
Tensor Forge(Tensor images, Generator random) => (images - Draws.UniformLike(images, random).lt(0.2).to(float32)).abs();

// %% 12.explore wrong: grey
Tensor Forge(Tensor images, Generator random) => (images + 0.15 * Draws.NormalLike(images, random)).clamp(0, 1);

// %% 12.explore wrong: coins
Tensor Forge(Tensor images, Generator random) => BinaryUnits.Sample(images.mean([0L]).expand(500, 196), random);

// %% 12.explore wrong: a few only
Tensor Forge(Tensor images, Generator random) => (images - Draws.UniformLike(images, random).lt(0.045).to(float32)).abs()[..100];
