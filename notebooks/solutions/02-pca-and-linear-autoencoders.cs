// Answers to the exercises of notebook 02. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 02.recall
string NotThePlane() => "a, b, e";

// %% 02.recall right
string NotThePlane() => "EBA";

// %% 02.recall right
string NotThePlane() => "(a), (b) and (e)";

// %% 02.recall right
string NotThePlane() => "a b e";

// %% 02.recall wrong: a deep linear net has the plane too
string NotThePlane() => "abce";

// %% 02.recall wrong: another basis of the same plane
string NotThePlane() => "abde";

// %% 02.recall wrong: centring is forgotten
string NotThePlane() => "ae";

// %% 02.recall wrong: what keeps the plane
string NotThePlane() => "cd";

// %% 02.compute
static int Needed(double[] eigenvalues, double share)
{
    var (sum, wanted, count) = (0.0, share * eigenvalues.Sum(), 0);
    foreach (var eigenvalue in eigenvalues.OrderDescending().TakeWhile(_ => sum < wanted))
        (sum, count) = (sum + eigenvalue, count + 1);
    return count;
}

// %% 02.compute right: in a loop
static int Needed(double[] eigenvalues, double share)
{
    var sorted = eigenvalues.OrderByDescending(x => x).ToArray();
    var sum = 0.0;
    for (var k = 0; k < sorted.Length; k++)
    {
        sum += sorted[k];
        if (sum >= share * eigenvalues.Sum()) return k + 1;
    }
    return sorted.Length;
}

// %% 02.compute right: sizes tried in turn
static int Needed(double[] eigenvalues, double share) => Enumerable.Range(1, eigenvalues.Length)
    .First(k => eigenvalues.OrderDescending().Take(k).Sum() >= share * eigenvalues.Sum());

// %% 02.compute right: with tensors
static int Needed(double[] eigenvalues, double share)
{
    var sums = tensor(eigenvalues).sort(descending: true).Values.cumsum(0);
    return (int)sums.lt(share * eigenvalues.Sum()).sum().ToInt64() + 1;
}

// %% 02.compute wrong: not sorted
static int Needed(double[] eigenvalues, double share) => Enumerable.Range(1, eigenvalues.Length)
    .First(k => eigenvalues.Take(k).Sum() >= share * eigenvalues.Sum());

// %% 02.compute wrong: smallest first
static int Needed(double[] eigenvalues, double share) => Enumerable.Range(1, eigenvalues.Length)
    .First(k => eigenvalues.Order().Take(k).Sum() >= share * eigenvalues.Sum());

// %% 02.compute wrong: one too few
static int Needed(double[] eigenvalues, double share) => Enumerable.Range(1, eigenvalues.Length)
    .First(k => eigenvalues.OrderDescending().Take(k).Sum() >= share * eigenvalues.Sum()) - 1;

// %% 02.compute wrong: more than the share
static int Needed(double[] eigenvalues, double share) => Enumerable.Range(1, eigenvalues.Length)
    .FirstOrDefault(k => eigenvalues.OrderDescending().Take(k).Sum() > share * eigenvalues.Sum());

// %% 02.compute wrong: a share of the number of components
static int Needed(double[] eigenvalues, double share) => (int)Math.Ceiling(share * eigenvalues.Length);

// %% 02.bug
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([2 * S.mv(p) - 2 * λ * p, (1 - p.dot(p)).reshape(1)]);

// %% 02.bug right: with both halves of Σ
Tensor Derivatives(Tensor S, Tensor p, double λ)
{
    var byP = (S + S.t()).mv(p) - 2 * λ * p;
    return cat([byP, -(p.square().sum() - 1).unsqueeze(0)]);
}

// %% 02.bug right: one matrix
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([2 * (S - λ * eye(S.shape[0], dtype: float64)).mv(p), 1 - p.dot(p).unsqueeze(0)]);

// %% 02.bug right: number by number
Tensor Derivatives(Tensor S, Tensor p, double λ)
{
    var n = (int)p.shape[0];
    var all = new double[n + 1];
    all[n] = 1;
    for (var i = 0; i < n; i++)
    {
        all[i] = -2 * λ * p[i].ToDouble();
        for (var j = 0; j < n; j++) all[i] += 2 * S[i, j].ToDouble() * p[j].ToDouble();
        all[n] -= p[i].ToDouble() * p[i].ToDouble();
    }
    return tensor(all);
}

// %% 02.bug wrong: a plus for the lost sign
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([2 * S.mv(p) + 2 * λ * p, (p.dot(p) - 1).reshape(1)]);

// %% 02.bug wrong: the −1 is forgotten
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([2 * S.mv(p) - 2 * λ * p, (-p.dot(p)).reshape(1)]);

// %% 02.bug wrong: p'p + 1
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([2 * S.mv(p) - 2 * λ * p, (-p.dot(p) - 1).reshape(1)]);

// %% 02.bug wrong: halved
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([S.mv(p) - λ * p, (1 - p.dot(p)).reshape(1)]);

// %% 02.bug wrong: without the derivative by λ
Tensor Derivatives(Tensor S, Tensor p, double λ) => 2 * S.mv(p) - 2 * λ * p;

// %% 02.bug wrong: the Σ of the session
Tensor Derivatives(Tensor S, Tensor p, double λ) => cat([2 * Σ.to(float64).mv(p) - 2 * λ * p, (1 - p.dot(p)).reshape(1)]);

// %% 02.change
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean) => (x - mean).matmul(columns).matmul(columns.t()) + mean;

// %% 02.change right: by the projection matrix
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean)
{
    var projection = columns.matmul(columns.t());
    return mean + (x - mean).matmul(projection);
}

// %% 02.change right: what is off the plane is taken away
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean)
{
    var centred = x - mean;
    var off = centred - centred.matmul(columns).matmul(columns.t());
    return x - off;
}

// %% 02.change right: direction by direction
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean)
{
    var back = mean.expand(x.shape[0], -1).clone();
    for (var k = 0; k < columns.shape[1]; k++) back += (x - mean).matmul(columns.select(1, k)).unsqueeze(1) * columns.select(1, k);
    return back;
}

// %% 02.change wrong: not centred
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean) => x.matmul(columns).matmul(columns.t());

// %% 02.change wrong: the mean is added, and was never taken away
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean) => x.matmul(columns).matmul(columns.t()) + mean;

// %% 02.change wrong: the mean does not come back
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean) => (x - mean).matmul(columns).matmul(columns.t());

// %% 02.change wrong: PCA's own plane, whatever is given
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean) => (x - mean).matmul(top).matmul(top.t()) + mean;

// %% 02.change wrong: the network's columns, not orthonormal
Tensor FromPlane(Tensor x, Tensor columns, Tensor mean) => (x - mean).matmul(W2).matmul(W2.t()) + mean;

// %% 02.explore
(int N, int E) Memorised() => (30, 29);

// %% 02.explore right
(int N, int E) Memorised() => (20, 19);

// %% 02.explore right: more components than needed
(int N, int E) Memorised() => (25, 25);

// %% 02.explore right: searched for
(int N, int E) Memorised() => Enumerable.Range(10, 60).Select(n => (n, n - 1)).First(a => SquaredError.Mean(test[..500], Pca.Fit(digits.Train.Images[..a.Item1], a.Item2).Reconstruct) > 15);

// %% 02.explore wrong: the numbers of section 8
(int N, int E) Memorised() => (100, 99);

// %% 02.explore wrong: too few components
(int N, int E) Memorised() => (30, 10);

// %% 02.explore wrong: e is not below d
(int N, int E) Memorised() => (1000, 784);

// %% 02.explore wrong: nothing is memorised
(int N, int E) Memorised() => (1000, 3);
