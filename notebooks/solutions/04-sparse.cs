// Answers to the exercises of notebook 04. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 04.recall
string True() => "a, c, d";

// %% 04.recall right
string True() => "DCA";

// %% 04.recall right
string True() => "(a), (c) and (d)";

// %% 04.recall right
string True() => "a c d";

// %% 04.recall wrong: its slope does not fade
string True() => "abcd";

// %% 04.recall wrong: the divergence asks for a share
string True() => "acde";

// %% 04.recall wrong: it can be evaded
string True() => "ac";

// %% 04.recall wrong: what is true of L2
string True() => "bd";

// %% 04.compute
static double Sparse(double[] u)
{
    var a = Math.Pow(u.Average(Math.Abs), 2) / u.Average(x => x * x);
    return (1 - a) / (1 - 1.0 / u.Length);
}

// %% 04.compute right: with sums
static double Sparse(double[] u)
{
    double n = u.Length, sum = u.Sum(x => Math.Abs(x));
    return (n - sum * sum / u.Sum(x => x * x)) / (n - 1);
}

// %% 04.compute right: by the library
static double Sparse(double[] u) => Sparsity.Population(tensor(u).unsqueeze(0)).ToDouble();

// %% 04.compute right: with tensors
static double Sparse(double[] u)
{
    var t = tensor(u).abs();
    var a = t.mean().square() / t.square().mean();
    return ((1 - a) / (1 - 1.0 / u.Length)).ToDouble();
}

// %% 04.compute wrong: the signs stay
static double Sparse(double[] u)
{
    var a = Math.Pow(u.Average(), 2) / u.Average(x => x * x);
    return (1 - a) / (1 - 1.0 / u.Length);
}

// %% 04.compute wrong: not stretched
static double Sparse(double[] u) => 1 - Math.Pow(u.Average(Math.Abs), 2) / u.Average(x => x * x);

// %% 04.compute wrong: division of whole numbers
static double Sparse(double[] u)
{
    var a = Math.Pow(u.Average(Math.Abs), 2) / u.Average(x => x * x);
    return (1 - a) / (1 - 1 / u.Length);
}

// %% 04.compute wrong: the square of the mean of squares
static double Sparse(double[] u)
{
    var a = u.Average(Math.Abs) / u.Average(x => x * x);
    return (1 - a) / (1 - 1.0 / u.Length);
}

// %% 04.compute wrong: the share of zeros
static double Sparse(double[] u) => u.Count(x => x == 0) / (double)u.Length;

// %% 04.bug
static double Slope(double rho, double mean) => -rho / mean + (1 - rho) / (1 - mean);

// %% 04.bug right: one fraction
static double Slope(double rho, double mean) => (mean - rho) / (mean * (1 - mean));

// %% 04.bug right: by the machine
static double Slope(double rho, double mean)
{
    var c = tensor(mean).requires_grad_();
    (rho * (rho / c).log() + (1 - rho) * ((1 - rho) / (1 - c)).log()).backward();
    return c.grad!.ToDouble();
}

// %% 04.bug right: by a difference
static double Slope(double rho, double mean)
{
    double D(double c) => rho * Math.Log(rho / c) + (1 - rho) * Math.Log((1 - rho) / (1 - c));
    return (D(mean + 1e-5) - D(mean - 1e-5)) / 2e-5;
}

// %% 04.bug wrong: the slope of what is printed
static double Slope(double rho, double mean) => -1 / mean;

// %% 04.bug wrong: the divergence itself
static double Slope(double rho, double mean) => rho * Math.Log(rho / mean) + (1 - rho) * Math.Log((1 - rho) / (1 - mean));

// %% 04.bug wrong: the inner derivative forgotten
static double Slope(double rho, double mean) => -rho / mean - (1 - rho) / (1 - mean);

// %% 04.bug wrong: downhill
static double Slope(double rho, double mean) => rho / mean - (1 - rho) / (1 - mean);

// %% 04.bug wrong: the target of the notebook, whatever is asked
static double Slope(double rho, double mean) => -0.05 / mean + 0.95 / (1 - mean);

// %% 04.change
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * (1 + code.square()).log().sum(1).mean();
}

// %% 04.change right: all, by the batch
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * log(1 + code * code).sum() / code.shape[0];
}

// %% 04.change right: with log1p
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => (code.pow(2).log1p() * Lambda).mean([0]).sum();
}

// %% 04.change right: unit by unit
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code)
    {
        var total = tensor(0.0);
        for (var j = 0; j < code.shape[1]; j++) total += (1 + code.select(1, j).square()).log().mean();
        return Lambda * total;
    }
}

// %% 04.change wrong: a mean over the units
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * (1 + code.square()).log().mean();
}

// %% 04.change wrong: a sum over the batch
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * (1 + code.square()).log().sum();
}

// %% 04.change wrong: without its weight
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => (1 + code.square()).log().sum(1).mean();
}

// %% 04.change wrong: the logarithm of the sum
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * (1 + code.square().sum(1)).log().mean();
}

// %% 04.change wrong: the size for its square
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * (1 + code.abs()).log().sum(1).mean();
}

// %% 04.explore
SparseResult Compact() => Trained(new L1Penalty(0.2), Activation.Relu);

// %% 04.explore right: other first weights
SparseResult Compact() => Trained(new L1Penalty(0.3), Activation.Relu, seed: 7);

// %% 04.explore right: with a run of its own
SparseResult Compact() => (run with { Penalty = new L1Penalty(0.25), Seed = 4 }).AtScale().Train(small);

// %% 04.explore wrong: nothing was trained
SparseResult Compact() => sweep[Math.Min(3, sweep.Length - 2)];

// %% 04.explore wrong: the network of section 4
SparseResult Compact() => results[1].Nets[0] with { Reconstruction = 0 };

// %% 04.explore wrong: too many are on
SparseResult Compact() => Trained(new L2Penalty(2), Activation.Relu, seed: 4);

// %% 04.explore wrong: too compact
SparseResult Compact() => Trained(new L1Penalty(3), Activation.Relu, seed: 4);

// %% 04.explore wrong: no penalty
SparseResult Compact() => Trained(new L1Penalty(0), Activation.Relu, seed: 4);
