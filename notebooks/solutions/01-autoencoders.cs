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

// %% 01.bug
static double[] SlideRow(double v, double g)
{
    static double σ(double a) => 1 / (1 + Math.Exp(-a));
    var c = σ(g * v - g / 2);
    return [g * v, g * v - g / 2, c, g * c - g / 2, σ(g * c - g / 2)];
}

// %% 01.bug right: with tensors
static double[] SlideRow(double v, double g)
{
    var code = sigmoid(tensor(g * (v - 0.5)));
    var output = g * (code - 0.5);
    return [g * v, g * (v - 0.5), code.ToDouble(), output.ToDouble(), sigmoid(output).ToDouble()];
}

// %% 01.bug right: one after the other
static double[] SlideRow(double v, double g)
{
    var row = new double[5];
    row[0] = g * v;
    row[1] = row[0] - 0.5 * g;
    row[2] = 1 / (1 + Math.Exp(-row[1]));
    row[3] = g * row[2] - 0.5 * g;
    row[4] = 1 / (1 + Math.Exp(-row[3]));
    return row;
}

// %% 01.bug right: a hyperbolic tangent of half
static double[] SlideRow(double v, double g)
{
    double Sigmoid(double a) => (1 + Math.Tanh(a / 2)) / 2;
    double a1 = g * v - g / 2, c = Sigmoid(a1), a2 = g * c - g / 2;
    return [a1 + g / 2, a1, c, a2, Sigmoid(a2)];
}

// %% 01.bug wrong: the column of the slide, with the bias in it
static double[] SlideRow(double v, double g)
{
    static double σ(double a) => 1 / (1 + Math.Exp(-a));
    var c = σ(g * v - g / 2);
    return [g * v - g / 2, g * v - g / 2, c, g * c - g / 2, σ(g * c - g / 2)];
}

// %% 01.bug wrong: thresholds, as the table has them
static double[] SlideRow(double v, double g) => [g * v, g * v - g / 2, v, g * v - g / 2, v];

// %% 01.bug wrong: a bias of one half at any gain
static double[] SlideRow(double v, double g)
{
    static double σ(double a) => 1 / (1 + Math.Exp(-a));
    var c = σ(g * v - 0.5);
    return [g * v, g * v - 0.5, c, g * c - 0.5, σ(g * c - 0.5)];
}

// %% 01.bug wrong: the second bias is forgotten
static double[] SlideRow(double v, double g)
{
    static double σ(double a) => 1 / (1 + Math.Exp(-a));
    var c = σ(g * v - g / 2);
    return [g * v, g * v - g / 2, c, g * c, σ(g * c)];
}

// %% 01.bug wrong: the answer alone
static double[] SlideRow(double v, double g) => [v];

// %% 01.slips
(string Property, string Bound, string Author) Slips() => ("lossy", "evidence lower bound", "Dertat");

// %% 01.slips right: in capitals
(string Property, string Bound, string Author) Slips() => ("Lossy", "Evidence Lower Bound", "DERTAT");

// %% 01.slips right: with room around
(string Property, string Bound, string Author) Slips() => (" lossy", "evidence lower bound ", " Dertat ");

// %% 01.slips right: put together
(string Property, string Bound, string Author) Slips() =>
    ("loss" + "y", string.Join(" ", "evidence", "lower", "bound"), "Mertat".Replace('M', 'D'));

// %% 01.slips wrong: as printed
(string Property, string Bound, string Author) Slips() => ("lots of loss", "evidence of lower bound", "Mertat");

// %% 01.slips wrong: the bound stays
(string Property, string Bound, string Author) Slips() => ("lossy", "evidence of lower bound", "Dertat");

// %% 01.slips wrong: the property is no adjective
(string Property, string Bound, string Author) Slips() => ("loss", "evidence lower bound", "Dertat");

// %% 01.slips wrong: an upper bound
(string Property, string Bound, string Author) Slips() => ("lossy", "evidence upper bound", "Dertat");
