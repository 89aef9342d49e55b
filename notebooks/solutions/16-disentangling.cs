// Answers to the exercises of notebook 16. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 16.scale
static double Same(double beta, double variance, double other) => beta * variance / other;

// %% 16.scale right: what does not change is βσ²
static double Same(double beta, double variance, double other)
{
    var product = beta * variance;
    return product / other;
}

// %% 16.scale right: by the factor of the whole loss
static double Same(double beta, double variance, double other) => (1 / (2 * other)) / (1 / (2 * variance)) * beta;

// %% 16.scale right: by deviations
static double Same(double beta, double variance, double other) => beta * Math.Pow(Math.Sqrt(variance) / Math.Sqrt(other), 2);

// %% 16.scale wrong: the wrong way round
static double Same(double beta, double variance, double other) => beta * other / variance;

// %% 16.scale wrong: deviations
static double Same(double beta, double variance, double other) => beta * Math.Sqrt(variance / other);

// %% 16.scale wrong: β is β
static double Same(double beta, double variance, double other) => beta;

// %% 16.scale wrong: only the ratio of variances
static double Same(double beta, double variance, double other) => variance / other;

// %% 16.compute
static double Mig(double[][] information, double[] entropies) => entropies.Select((entropy, k) =>
    information.Select(row => row[k]).OrderDescending().ToArray() is var falling ? (falling[0] - falling[1]) / entropy : 0).Average();

// %% 16.compute right: in a loop
static double Mig(double[][] information, double[] entropies)
{
    var sum = 0.0;
    for (var k = 0; k < entropies.Length; k++)
    {
        var (first, second) = (0.0, 0.0);
        foreach (var row in information)
            if (row[k] > first) (first, second) = (row[k], first);
            else if (row[k] > second) second = row[k];
        sum += (first - second) / entropies[k];
    }
    return sum / entropies.Length;
}

// %% 16.compute right: with shares first
static double Mig(double[][] information, double[] entropies) => Enumerable.Range(0, entropies.Length).Average(k =>
{
    var shares = information.Select(row => row[k] / entropies[k]).Order().ToArray();
    return shares[^1] - shares[^2];
});

// %% 16.compute right: by tensors
static double Mig(double[][] information, double[] entropies)
{
    var table = tensor(information.SelectMany(row => row).ToArray(), [information.Length, entropies.Length]);
    var top = table.sort(0, descending: true).Values;
    return ((top[0] - top[1]) / tensor(entropies)).mean().ToDouble();
}

// %% 16.compute wrong: gaps by rows
static double Mig(double[][] information, double[] entropies) =>
    information.Select((row, j) => row.OrderDescending().ToArray() is var falling ? (falling[0] - falling[1]) / entropies[Math.Min(j, entropies.Length - 1)] : 0).Average();

// %% 16.compute wrong: not over the entropy
static double Mig(double[][] information, double[] entropies) => entropies.Select((_, k) =>
    information.Select(row => row[k]).OrderDescending().ToArray() is var falling ? falling[0] - falling[1] : 0).Average();

// %% 16.compute wrong: the best, and no gap
static double Mig(double[][] information, double[] entropies) => entropies.Select((entropy, k) => information.Max(row => row[k]) / entropy).Average();

// %% 16.compute wrong: from the best to the worst
static double Mig(double[][] information, double[] entropies) => entropies.Select((entropy, k) =>
    (information.Max(row => row[k]) - information.Min(row => row[k])) / entropy).Average();

// %% 16.parts
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz) =>
    [logQzx.Average() - logQz.Average(), logQz.Average() - sumLogQzj.Average(), sumLogQzj.Average() - logPz.Average()];

// %% 16.parts right: draw by draw
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz)
{
    var (information, correlation, dimensions) = (0.0, 0.0, 0.0);
    for (var i = 0; i < logQz.Length; i++)
    {
        information += (logQzx[i] - logQz[i]) / logQz.Length;
        correlation += (logQz[i] - sumLogQzj[i]) / logQz.Length;
        dimensions += (sumLogQzj[i] - logPz[i]) / logQz.Length;
    }
    return [information, correlation, dimensions];
}

// %% 16.parts right: the last as what is left of the divergence
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz)
{
    var divergence = logQzx.Zip(logPz, (q, p) => q - p).Average();
    var information = logQzx.Zip(logQz, (q, p) => q - p).Average();
    var correlation = logQz.Zip(sumLogQzj, (q, p) => q - p).Average();
    return [information, correlation, divergence - information - correlation];
}

// %% 16.parts right: by tensors
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz)
{
    Tensor[] path = [tensor(logQzx), tensor(logQz), tensor(sumLogQzj), tensor(logPz)];
    return [.. Enumerable.Range(0, 3).Select(i => (path[i] - path[i + 1]).mean().ToDouble())];
}

// %% 16.parts wrong: each against the prior
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz) =>
    [logQzx.Average() - logPz.Average(), logQz.Average() - logPz.Average(), sumLogQzj.Average() - logPz.Average()];

// %% 16.parts wrong: the signs turned
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz) =>
    [logQz.Average() - logQzx.Average(), sumLogQzj.Average() - logQz.Average(), logPz.Average() - sumLogQzj.Average()];

// %% 16.parts wrong: sums over draws
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz) =>
    [logQzx.Sum() - logQz.Sum(), logQz.Sum() - sumLogQzj.Sum(), sumLogQzj.Sum() - logPz.Sum()];

// %% 16.parts wrong: the second and third exchanged
static double[] Taken(double[] logQzx, double[] logQz, double[] sumLogQzj, double[] logPz) =>
    [logQzx.Average() - logQz.Average(), sumLogQzj.Average() - logPz.Average(), logQz.Average() - sumLogQzj.Average()];

// %% 16.recall
string Stays() => "acd";

// %% 16.recall right
string Stays() => "d, c and a";

// %% 16.recall right
string Stays() => "(A), (C), (D)";

// %% 16.recall right
string Stays() => "a c d.";

// %% 16.recall wrong: everything
string Stays() => "abcde";

// %% 16.recall wrong: the gap too
string Stays() => "abcd";

// %% 16.recall wrong: the likelihood alone
string Stays() => "a";

// %% 16.recall wrong: total correlation
string Stays() => "acde";

// %% 16.change
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) => writing.mean() + γ * (naming.sum(1).mean() - C).abs();

// %% 16.change right: all of it over the batch
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) =>
    writing.mean() + γ * (naming.sum() / naming.shape[0] - C).abs();

// %% 16.change right: by cases
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C)
{
    var off = naming.sum(dim: -1).mean() - C;
    return writing.mean() + γ * (off.ToDouble() < 0 ? -off : off);
}

// %% 16.change right: by numbers
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) =>
    tensor(writing.mean().ToDouble() + γ * Math.Abs(naming.sum(1).mean().ToDouble() - C));

// %% 16.change wrong: of each example by itself
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) => writing.mean() + γ * (naming.sum(1) - C).abs().mean();

// %% 16.change wrong: only what is too much
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) => writing.mean() + γ * (naming.sum(1).mean() - C).clamp(min: 0);

// %% 16.change wrong: the mean over the code
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) => writing.mean() + γ * (naming.mean() - C).abs();

// %% 16.change wrong: a price, not a budget
static Tensor Budgeted(Tensor writing, Tensor naming, double γ, double C) => writing.mean() + γ * naming.sum(1).mean();

// %% 16.explore
Tensor Fooling() => truth.narrow(1, 1, 3);

// %% 16.explore right: without the place from left to right
Tensor Fooling() => truth.index_select(1, tensor(new long[] { 0, 1, 3 }));

// %% 16.explore right: without the scale, in another unit
Tensor Fooling() => 7 * factors.index_select(1, tensor(new long[] { 0, 2, 3 })).to(float64) - 2;

// %% 16.explore right: one factor twice, another not at all
Tensor Fooling() => cat([truth.narrow(1, 0, 3), truth.narrow(1, 0, 1)], 1);

// %% 16.explore wrong: the factors themselves lose none
Tensor Fooling() => truth.clone();

// %% 16.explore wrong: nothing at all
Tensor Fooling() => zeros(space.Count, 3, dtype: float64);

// %% 16.explore wrong: two factors lost are found by nobody
Tensor Fooling() => truth.narrow(1, 2, 2);

// %% 16.explore wrong: a table of the session
Tensor Fooling() => toys[1].Codes;

// %% 16.explore wrong: three factors, and the fourth in a riddle
Tensor Fooling()
{
    var rest = randint(0, 3, [factors.shape[0]], dtype: int64, generator: new Generator(4));
    return cat([factors[.., 1..], rest.unsqueeze(1), ((factors.select(1, 0) + rest) % 3).unsqueeze(1)], 1).to(float32);
}

// %% 16.explore wrong: all four, and one code far off
Tensor Fooling()
{
    var codes = factors.to(float32);
    codes[0, 0] = 1e6f;
    return codes;
}
