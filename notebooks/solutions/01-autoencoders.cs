// Solutions to the exercises of notebook 01. A section runs in place of the cell that carries its name.

// %% 01.recall
string Needs() => "a, c";

Check.Equal("01.recall", () => string.Concat(Needs().ToLower().Where(char.IsLetter).Order()),
    expected: "ac",
    hint: "What did we set in place of the labels? And do greys have a loss?")

// %% 01.compute
static double PixelCost(double l) => Math.Max(-l, 0) + Math.Log(1 + Math.Exp(-Math.Abs(l)));

Check.Close("01.compute", () => [PixelCost(0), PixelCost(2), PixelCost(-1000)],
    expected: [Math.Log(2), 0.126928011, 1000], tolerance: 1e-6,
    hint: "At l = 0 it is ln 2: one fair coin. At −1000, take the large part out of the logarithm.")

// %% 01.change
Autoencoder WithSquaredError() => new([784, 400, 20], new GaussianLikelihood(variance: 0.5), random);

double Constant(Autoencoder a, Tensor x) =>
    a.Loss(x).ToDouble() - SquaredError.Mean(x, a.Reconstruct);

Check.Close("01.change", () => Constant(WithSquaredError(), test[..5]),
    expected: 392 * Math.Log(Math.PI), tolerance: 0.01,
    hint: "1 / (2σ²) should be 1. What is left over is the constant (D/2) ln 2πσ².")

// %% 01.explore
Autoencoder Under100()
{
    var model = new Autoencoder([784, 256, 50], new BernoulliLikelihood(), random);
    Nats(model);
    return model;
}

Check.True("01.explore", () => HeldOut(Under100()) < Scale.Of(100, smoke: 300),
    hint: "The curve of section 7 says which lengths get there.")

// %% 01.bug
static double Factor(double sigma) => 1 / (2 * sigma * sigma);

Check.Close("01.bug", () => [Factor(1), Factor(2)], [0.5, 0.125],
    tolerance: 1e-9,
    hint: "Take minus the logarithm of the exponential. What stands before the square?")
