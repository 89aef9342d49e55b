// Solutions to the exercises of notebook 04. A section runs in place of the cell that carries its name.

// %% 04.recall
string True() => "a, c, d";

Check.Equal("04.recall", () => string.Concat(True().ToLower().Where(char.IsLetter).Order()),
    expected: "acd",
    hint: "Three are true. Look at the curves of section 3 near zero.")

// %% 04.compute
static double Sparse(double[] u)
{
    var a = Math.Pow(u.Average(Math.Abs), 2) / u.Average(x => x * x);
    return (1 - a) / (1 - 1.0 / u.Length);
}
Check.Close("04.compute", () => [Sparse([2, 2, 2]), Sparse([0, 5, 0]), Sparse([3, -1, 0, 0])],
    expected: [0, 1, 0.8], tolerance: 1e-9,
    hint: "For (3, −1, 0, 0) the mean of |u| is 1 and the mean of u² is 2.5.")

// %% 04.bug
static double Right(double rho, double mean) =>
    rho * Math.Log(rho / mean) + (1 - rho) * Math.Log((1 - rho) / (1 - mean));

Check.Close("04.bug", () => [Right(0.05, 0.05), Right(0.05, 0.5), Right(0.05, 0.99)],
    [0, 0.494632, 4.176899], tolerance: 1e-5,
    hint: "Two coins: one term for heads, ρ against c̄, one for tails, 1 − ρ against 1 − c̄.")

// %% 04.change
record Cauchy(double Lambda) : SparsityPenalty
{
    public override Tensor Of(Tensor code) => Lambda * (1 + code.square()).log().sum(1).mean();
}
Check.Close("04.change", () => new Cauchy(2).Of(tensor(new[,] { { 1.0, 0 }, { 2, -1 } })).ToDouble(),
    expected: 2 * Math.Log(2) + Math.Log(5), tolerance: 1e-6,
    hint: "Sum over the units (dim 1), then the mean over the batch, then λ.")

// %% 04.explore
SparseResult Compact() => Trained(new L1Penalty(0.3), Activation.Relu);

bool Good(SparseResult r) =>
    Active(r) < 100 && r.Reconstruction < free.Reconstruction + Scale.Of(5, smoke: 15);
Check.True("04.explore", () => Good(Compact()), hint: "Section 5 has nearly found it: sweep[2]?")
