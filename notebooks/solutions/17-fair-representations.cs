// Answers to the exercises of notebook 17. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 17.compute
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    double Hits(int group) => Enumerable.Range(0, labels.Length).Where(i => labels[i] == 1 && groups[i] == group).Average(i => decisions[i]);
    return Hits(1) - Hits(0);
}

// %% 17.compute right: by counting
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    var (yes, all) = (new double[2], new double[2]);
    for (var i = 0; i < labels.Length; i++)
    {
        if (labels[i] == 0) continue;
        all[groups[i]]++;
        yes[groups[i]] += decisions[i];
    }
    return yes[1] / all[1] - yes[0] / all[0];
}

// %% 17.compute right: by tensors
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    var (ŷ, y, s) = (tensor(decisions).to(float64), tensor(labels).to(float64), tensor(groups).to(float64));
    return ((ŷ * y * s).sum() / (y * s).sum() - (ŷ * y * (1 - s)).sum() / (y * (1 - s)).sum()).ToDouble();
}

// %% 17.compute right: sorted first
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    var shares = decisions.Zip(labels, groups).Where(p => p.Second == 1).GroupBy(p => p.Third).ToDictionary(g => g.Key, g => g.Average(p => p.First));
    return shares[1] - shares[0];
}

// %% 17.compute wrong: everybody, which is parity
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    double Share(int group) => Enumerable.Range(0, labels.Length).Where(i => groups[i] == group).Average(i => decisions[i]);
    return Share(1) - Share(0);
}

// %% 17.compute wrong: group 0 less group 1
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    double Hits(int group) => Enumerable.Range(0, labels.Length).Where(i => labels[i] == 1 && groups[i] == group).Average(i => decisions[i]);
    return Hits(0) - Hits(1);
}

// %% 17.compute wrong: precision, the condition turned round
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    double Share(int group) => Enumerable.Range(0, labels.Length).Where(i => decisions[i] == 1 && groups[i] == group).Average(i => labels[i]);
    return Share(1) - Share(0);
}

// %% 17.compute wrong: without its sign
static double Opportunity(int[] decisions, int[] labels, int[] groups)
{
    double Hits(int group) => Enumerable.Range(0, labels.Length).Where(i => labels[i] == 1 && groups[i] == group).Average(i => decisions[i]);
    return Math.Abs(Hits(1) - Hits(0));
}

// %% 17.odds
static double Precision(double baseRate, double hits, double falseAlarms) =>
    baseRate * hits / (baseRate * hits + (1 - baseRate) * falseAlarms);

// %% 17.odds right: by odds
static double Precision(double baseRate, double hits, double falseAlarms)
{
    var odds = baseRate / (1 - baseRate) * hits / falseAlarms;
    return odds / (1 + odds);
}

// %% 17.odds right: of 1,000 people
static double Precision(double baseRate, double hits, double falseAlarms)
{
    var (right, wrong) = (1000 * baseRate * hits, 1000 * (1 - baseRate) * falseAlarms);
    return right / (right + wrong);
}

// %% 17.odds right: one less the share of wrong ones
static double Precision(double baseRate, double hits, double falseAlarms) =>
    1 - (1 - baseRate) * falseAlarms / (baseRate * hits + (1 - baseRate) * falseAlarms);

// %% 17.odds wrong: as if half of people had the label
static double Precision(double baseRate, double hits, double falseAlarms) => hits / (hits + falseAlarms);

// %% 17.odds wrong: everybody takes part in the false alarms
static double Precision(double baseRate, double hits, double falseAlarms) => baseRate * hits / (baseRate * hits + falseAlarms);

// %% 17.odds wrong: accuracy
static double Precision(double baseRate, double hits, double falseAlarms) => baseRate * hits + (1 - baseRate) * (1 - falseAlarms);

// %% 17.mmd
static double Discrepancy(double[] u, double[] v)
{
    double Within(double[] w) => (w.Sum(a => w.Sum(b => Close(a, b))) - w.Length) / (w.Length * (w.Length - 1.0));
    return Within(u) + Within(v) - 2 * u.Average(a => v.Average(b => Close(a, b)));
}

// %% 17.mmd right: in loops
static double Discrepancy(double[] u, double[] v)
{
    static double Within(double[] w)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < w.Length; i++)
            for (var j = 0; j < i; j++) (sum, pairs) = (sum + Close(w[i], w[j]), pairs + 1);
        return sum / pairs;
    }
    var between = (from a in u from b in v select Close(a, b)).Average();
    return Within(u) - between + (Within(v) - between);
}

// %% 17.mmd right: by the library's kernel
static double Discrepancy(double[] u, double[] v) =>
    KernelFunction.Gaussian(1).Discrepancy(tensor(u).unsqueeze(1), tensor(v).unsqueeze(1)).ToDouble();

// %% 17.mmd right: by tensors
static double Discrepancy(double[] u, double[] v)
{
    Tensor Pairs(double[] a, double[] b) => (tensor(a).unsqueeze(1) - tensor(b)).square().mul(-0.5).exp();
    double Within(double[] w) => (Pairs(w, w).sum().ToDouble() - w.Length) / (w.Length * (w.Length - 1));
    return Within(u) + Within(v) - 2 * Pairs(u, v).mean().ToDouble();
}

// %% 17.mmd wrong: everybody is paired with himself, too
static double Discrepancy(double[] u, double[] v)
{
    double Mean(double[] a, double[] b) => a.Average(x => b.Average(y => Close(x, y)));
    return Mean(u, u) + Mean(v, v) - 2 * Mean(u, v);
}

// %% 17.mmd wrong: between counted once
static double Discrepancy(double[] u, double[] v)
{
    double Within(double[] w) => (w.Sum(a => w.Sum(b => Close(a, b))) - w.Length) / (w.Length * (w.Length - 1.0));
    return Within(u) + Within(v) - u.Average(a => v.Average(b => Close(a, b)));
}

// %% 17.mmd wrong: only the means are compared
static double Discrepancy(double[] u, double[] v) => Math.Pow(u.Average() - v.Average(), 2);

// %% 17.mmd wrong: sums in place of averages
static double Discrepancy(double[] u, double[] v)
{
    double Within(double[] w) => w.Sum(a => w.Sum(b => Close(a, b))) - w.Length;
    return Within(u) + Within(v) - 2 * u.Sum(a => v.Sum(b => Close(a, b)));
}

// %% 17.change
static Tensor Turned(Tensor z, double λ) => (1 + λ) * z.detach() - λ * z;

// %% 17.change right: from the other side
static Tensor Turned(Tensor z, double λ) => z.detach() + λ * (z.detach() - z);

// %% 17.change right: what is added has the value 0
static Tensor Turned(Tensor z, double λ)
{
    var learns = -λ * z;
    return learns + (z - learns).detach();
}

// %% 17.change right: the library's own
static Tensor Turned(Tensor z, double λ) => Adversary.Reversed(z, λ);

// %% 17.change wrong: the value is turned as well
static Tensor Turned(Tensor z, double λ) => -λ * z;

// %% 17.change wrong: nothing is turned
static Tensor Turned(Tensor z, double λ) => z;

// %% 17.change wrong: nothing learns
static Tensor Turned(Tensor z, double λ) => z.detach();

// %% 17.change wrong: only for λ = 1
static Tensor Turned(Tensor z, double λ) => 2 * z.detach() - z;

// %% 17.recall
string Promised() => "ad";

// %% 17.recall right: in the other order
string Promised() => "da";

// %% 17.recall right: as an array
char[] Promised() => ['a', 'd'];

// %% 17.recall right: in capitals
string Promised() => "A, D";

// %% 17.recall wrong: every gap closes
string Promised() => "abcd";

// %% 17.recall wrong: parity alone
string Promised() => "a";

// %% 17.recall wrong: opportunity for parity
string Promised() => "bd";

// %% 17.explore
Tensor Hiding(Tensor s, Generator random)
{
    var sign = 2 * randint(0, 2, s.shape, generator: random).to(float32).to(s.device) - 1;
    return stack([sign, sign * (2 * s.to(float32) - 1)], 1);
}

// %% 17.explore right: with noise
Tensor Hiding(Tensor s, Generator random)
{
    var u = Draws.Normal([s.shape[0], 2], random).to(s.device);
    var sign = u[.., 0].sign() * (2 * s.to(float32) - 1);
    return stack([u[.., 0], sign * u[.., 1].abs()], 1);
}

// %% 17.explore right: one group inside, the other around it
Tensor Hiding(Tensor s, Generator random)
{
    var u = Draws.Normal([s.shape[0], 3], random).to(s.device);
    return u / u.norm(1, keepdim: true) * (0.3 + s.to(float32)).unsqueeze(1);
}

// %% 17.explore right: one number, near 0 or far from it
Tensor Hiding(Tensor s, Generator random)
{
    var sign = 2 * randint(0, 2, s.shape, generator: random).to(float32).to(s.device) - 1;
    return (sign * (0.2 + s.to(float32))).unsqueeze(1);
}

// %% 17.explore wrong: the group itself
Tensor Hiding(Tensor s, Generator random) => s.to(float32).unsqueeze(1);

// %% 17.explore wrong: nothing
Tensor Hiding(Tensor s, Generator random) => Draws.Normal([s.shape[0], 2], random).to(s.device);

// %% 17.explore wrong: the group under a little noise
Tensor Hiding(Tensor s, Generator random) => (s.to(float32) + 0.5 * Draws.Normal(s.shape, random).to(s.device)).unsqueeze(1);

// %% 17.explore wrong: a code for everybody at once
Tensor Hiding(Tensor s, Generator random) => s.to(float32);

// %% 17.change wrong: z with its sign turned, and a gradient turned back
static Tensor Turned(Tensor z, double λ) => λ * z - (1 + λ) * z.detach();

// %% 17.explore right: in double precision
Tensor Hiding(Tensor s, Generator random)
{
    var sign = 2 * randint(0, 2, s.shape, generator: random).to(float64).to(s.device) - 1;
    return stack([sign, sign * (2 * s.to(float64) - 1)], 1);
}
