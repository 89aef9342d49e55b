// Answers to the exercises of notebook 05. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 05.recall
string Compared() => "b";

// %% 05.recall right
string Compared() => "(b)";

// %% 05.recall right
string Compared() => "B.";

// %% 05.recall right
string Compared() => " b) ";

// %% 05.recall wrong: the damage is the target
string Compared() => "c";

// %% 05.recall wrong: no damage at all
string Compared() => "d";

// %% 05.recall wrong: damaged only afterwards
string Compared() => "a";

// %% 05.recall wrong: two of them
string Compared() => "b, c";

// %% 05.compute
static double Best(double noisy, double s, double sigma) => noisy * s * s / (s * s + sigma * sigma);

// %% 05.compute right: by precisions
static double Best(double noisy, double s, double sigma) => noisy * Math.Pow(sigma, -2) / (Math.Pow(sigma, -2) + Math.Pow(s, -2));

// %% 05.compute right: what is taken away
static double Best(double noisy, double s, double sigma) => noisy - noisy * sigma * sigma / (s * s + sigma * sigma);

// %% 05.compute right: by the ratio
static double Best(double noisy, double s, double sigma) => noisy / (1 + Math.Pow(sigma / s, 2));

// %% 05.compute right: by the library
static double Best(double noisy, double s, double sigma) =>
    GaussianDenoiser.Of(tensor(new[] { 0.0 }), tensor(new[,] { { s * s } }), sigma).Denoise(tensor(new[,] { { noisy } })).ToDouble();

// %% 05.compute wrong: σ for σ²
static double Best(double noisy, double s, double sigma) => noisy * s * s / (s * s + sigma);

// %% 05.compute wrong: deviations for variances
static double Best(double noisy, double s, double sigma) => noisy * s / (s + sigma);

// %% 05.compute wrong: the share of the noise
static double Best(double noisy, double s, double sigma) => noisy * sigma * sigma / (s * s + sigma * sigma);

// %% 05.compute wrong: as it came
static double Best(double noisy, double s, double sigma) => noisy;

// %% 05.compute wrong: the noise is always 1
static double Best(double noisy, double s, double sigma) => noisy * s * s / (s * s + 1);

// %% 05.bug
static double Whole(double squaredError, int pixels, double sigma) =>
    squaredError / (2 * sigma * sigma) + pixels * (Math.Log(sigma) + 0.5 * Math.Log(2 * Math.PI));

// %% 05.bug right: one logarithm
static double Whole(double squaredError, int pixels, double sigma)
{
    var variance = sigma * sigma;
    return 0.5 * (squaredError / variance + pixels * Math.Log(2 * Math.PI * variance));
}

// %% 05.bug right: by the library
static double Whole(double squaredError, int pixels, double sigma) =>
    -distributions.Normal(tensor(0.0), tensor(sigma)).log_prob(tensor(Math.Sqrt(squaredError / pixels))).ToDouble() * pixels;

// %% 05.bug right: pixel by pixel
static double Whole(double squaredError, int pixels, double sigma) => Enumerable.Range(0, pixels)
    .Sum(_ => squaredError / pixels / (2 * sigma * sigma) + Math.Log(Math.Sqrt(2 * Math.PI) * sigma));

// %% 05.bug wrong: as printed
static double Whole(double squaredError, int pixels, double sigma) => squaredError;

// %% 05.bug wrong: the factor alone
static double Whole(double squaredError, int pixels, double sigma) => squaredError / (2 * sigma * sigma);

// %% 05.bug wrong: one log σ for all pixels
static double Whole(double squaredError, int pixels, double sigma) =>
    squaredError / (2 * sigma * sigma) + 0.5 * Math.Log(2 * Math.PI * sigma * sigma);

// %% 05.bug wrong: half the logarithm
static double Whole(double squaredError, int pixels, double sigma) =>
    squaredError / (2 * sigma * sigma) + pixels * 0.5 * Math.Log(2 * Math.PI * sigma);

// %% 05.bug wrong: without π
static double Whole(double squaredError, int pixels, double sigma) => squaredError / (2 * sigma * sigma) + pixels * Math.Log(sigma);

// %% 05.bug wrong: the logarithm has the wrong sign
static double Whole(double squaredError, int pixels, double sigma) =>
    squaredError / (2 * sigma * sigma) - pixels * 0.5 * Math.Log(2 * Math.PI * sigma * sigma);

// %% 05.change
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n) => n == 0 ? p : Stroll(r, 0.5 * (p + r(p)), n - 1);

// %% 05.change right: in a loop
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n)
{
    for (var i = 0; i < n; i++) p = p + 0.5 * (r(p) - p);
    return p;
}

// %% 05.change right: by lerp
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n)
{
    while (n-- > 0) p = p.lerp(r(p), 0.5 * ones_like(p));
    return p;
}

// %% 05.change right: folded
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n) => Enumerable.Range(0, n).Aggregate(p, (at, _) => (at + r(at)) / 2);

// %% 05.change wrong: the whole way
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n)
{
    for (var i = 0; i < n; i++) p = r(p);
    return p;
}

// %% 05.change wrong: the first arrow for all steps
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n)
{
    var step = 0.5 * (r(p) - p);
    return p + n * step;
}

// %% 05.change wrong: one step only
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n) => 0.5 * (p + r(p));

// %% 05.change wrong: the other way
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n)
{
    for (var i = 0; i < n; i++) p = p - 0.5 * (r(p) - p);
    return p;
}

// %% 05.change wrong: half of the answer
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n)
{
    for (var i = 0; i < n; i++) p = 0.5 * r(p);
    return p;
}

// %% 05.change wrong: it walks on another network
Tensor Stroll(Func<Tensor, Tensor> r, Tensor p, int n) => n == 0 ? p : Stroll(r, 0.5 * (p + field.Reconstruct(p)), n - 1);

// %% 05.explore
DenoisingAutoencoder Generalist() =>
    (run with { Corruption = new GaussianNoise(0.5), Epochs = 2 * run.Epochs, Seed = 4 }).AtScale().Train(digits).Model;

// %% 05.explore right: wider too
DenoisingAutoencoder Generalist() => (run with
{
    Corruption = new GaussianNoise(0.5), CodeSize = 512, Epochs = 3 * run.Epochs, Seed = 5,
}).AtScale().Train(digits).Model;

// %% 05.explore right: longer still
DenoisingAutoencoder Generalist() =>
    (run with { Corruption = kinds[1], Epochs = 3 * run.Epochs, Seed = 6 }).AtScale().Train(digits).Model;

// %% 05.explore wrong: the best that is there
DenoisingAutoencoder Generalist() => results.SelectMany(nets => nets).MinBy(Worst)!;

// %% 05.explore wrong: the first network
DenoisingAutoencoder Generalist() => new(plain, half);

// %% 05.explore wrong: untrained
DenoisingAutoencoder Generalist() => run.Build(digits);

// %% 05.explore wrong: taught masking only
DenoisingAutoencoder Generalist() => Taught(new MaskingNoise(0.8), seed: 9);

// %% 05.explore wrong: too much noise
DenoisingAutoencoder Generalist() => Taught(new GaussianNoise(1.5), seed: 9);
