// Answers to the exercises of notebook 01. An answer runs in place of the scaffold of its cell, under the check that stands there.

// %% 01.recall
string Needs() => "a, c";

// %% 01.compute
static double PixelCost(double l) => Math.Max(-l, 0) + Math.Log(1 + Math.Exp(-Math.Abs(l)));

// %% 01.change
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(variance: 0.5), random);

// %% 01.explore
Autoencoder Under100()
{
    var model = new Autoencoder([784, 256, 50], new BernoulliLikelihood(), random);
    Nats(model);
    return model;
}

// %% 01.bug
static double Factor(double sigma) => 1 / (2 * sigma * sigma);
