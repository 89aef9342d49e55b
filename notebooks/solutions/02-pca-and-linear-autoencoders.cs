// Answers to the exercises of notebook 02. An answer runs in place of the scaffold of its cell, under the check that stands there.

// %% 02.recall
string Shared() => "b, c";

// %% 02.compute
static int Needed(double[] eigenvalues, double share)
{
    var (sum, wanted, count) = (0.0, share * eigenvalues.Sum(), 0);
    foreach (var eigenvalue in eigenvalues.OrderDescending().TakeWhile(_ => sum < wanted))
        (sum, count) = (sum + eigenvalue, count + 1);
    return count;
}

// %% 02.bug
Tensor Lagrangian(Tensor p, double λ) => p.dot(Σ.mv(p)) - λ * (p.dot(p) - 1);

// %% 02.change
Tensor FromPlane(Tensor x) => (x - components.Mean).matmul(U).matmul(U.t()) + components.Mean;

// %% 02.explore
int Best() => 99;
