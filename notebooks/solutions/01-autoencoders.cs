// Answers to the exercises of notebook 01. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 01.recall
string Needs() => "a, c";

// %% 01.recall right
string Needs() => "CA";

// %% 01.recall right
string Needs() => "(a) examples and (c) a decoder";

// %% 01.recall right
string Needs() => "It needs a) and c).";

// %% 01.recall wrong: labels
string Needs() => "abc";

// %% 01.recall wrong: greys have a loss
string Needs() => "a, c, d";

// %% 01.recall wrong: and who says what the code was worth?
string Needs() => "a";

// %% 01.compute
static double PixelCost(double l) => Math.Max(-l, 0) + Math.Log(1 + Math.Exp(-Math.Abs(l)));

// %% 01.compute right
static double PixelCost(double l) => l > 0 ? Math.Log(1 + Math.Exp(-l)) : -l + Math.Log(1 + Math.Exp(l));

// %% 01.compute right
static double PixelCost(double l) => Math.Max(0, -l) + double.LogP1(Math.Exp(-Math.Abs(l)));

// %% 01.compute right: by the library
static double PixelCost(double l) => functional.softplus(tensor(-l)).ToDouble();

// %% 01.compute wrong: overflows on the left
static double PixelCost(double l) => Math.Log(1 + Math.Exp(-l));

// %% 01.compute wrong: overflows on the right
static double PixelCost(double l) => -l + Math.Log(1 + Math.Exp(l));

// %% 01.compute wrong: a pixel that is off
static double PixelCost(double l) => Math.Max(l, 0) + Math.Log(1 + Math.Exp(-Math.Abs(l)));

// %% 01.compute wrong: in bits
static double PixelCost(double l) => (Math.Max(-l, 0) + Math.Log(1 + Math.Exp(-Math.Abs(l)))) / Math.Log(2);

// %% 01.compute wrong: the squared error
static double PixelCost(double l) => Math.Pow(1 - 1 / (1 + Math.Exp(-l)), 2);

// %% 01.compute wrong: ignores the logit
static double PixelCost(double l) => Math.Log(2);

// %% 01.change
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(variance: 0.5), random);

// %% 01.change right
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(1 / 2.0), new Generator(7));

// %% 01.change right: of other units
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(0.5), random, activation: Activation.Tanh);

// %% 01.change wrong: the usual variance
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(), random);

// %% 01.change wrong: the deviation is given as the variance
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(Math.Sqrt(0.5)), random);

// %% 01.change wrong: cross-entropy
Autoencoder WithSquaredError() => new([784, 400, 20], new BernoulliLikelihood(), random);

// %% 01.change wrong: a layer is missing
Autoencoder WithSquaredError() => new([784, 20], new GaussianLikelihood(0.5), random);

// %% 01.change wrong: the network of section 4
Autoencoder WithSquaredError() => net;

// %% 01.explore
Autoencoder Under100()
{
    var model = new Autoencoder([784, 256, 50], new BernoulliLikelihood(), random);
    Nats(model);
    return model;
}

// %% 01.explore right
Autoencoder Under100()
{
    var model = new Autoencoder([784, 400, 40], likelihood, new Generator(5));
    Nats(model);
    return model;
}

// %% 01.explore right
Autoencoder Under100()
{
    var model = new Autoencoder([784, 512, 64], likelihood, random);
    return Nats(model) < 1000 ? model : throw new Exception("not learned");
}

// %% 01.explore wrong: untrained
Autoencoder Under100() => new([784, 256, 50], likelihood, random);

// %% 01.explore wrong: the network of section 4
Autoencoder Under100() => net;

// %% 01.explore wrong: the same under another name
Autoencoder Under100() => result.Model;

// %% 01.explore wrong: the free network of section 6
Autoencoder Under100() => free;

// %% 01.bug
static double Factor(double sigma) => 1 / (2 * sigma * sigma);

// %% 01.bug right
static double Factor(double sigma) => 0.5 * Math.Pow(sigma, -2);

// %% 01.bug right
static double Factor(double sigma)
{
    var variance = sigma * sigma;
    return 0.5 / variance;
}

// %% 01.bug wrong: σ for σ²
static double Factor(double sigma) => 1 / (2 * sigma);

// %% 01.bug wrong: the two is lost
static double Factor(double sigma) => 1 / (sigma * sigma);

// %% 01.bug wrong: the sign stays
static double Factor(double sigma) => -1 / (2 * sigma * sigma);

// %% 01.bug wrong: upside down
static double Factor(double sigma) => 2 * sigma * sigma;

// %% 01.bug wrong: ignores σ
static double Factor(double sigma) => 0.125;
