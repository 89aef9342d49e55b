// Solutions to the exercises of notebook 02. A section runs in place of the cell that carries its name.

// %% 02.recall
string Shared() => "b, c";

Check.Equal("02.recall", () => string.Concat(Shared().ToLower().Where(char.IsLetter).Order()),
    expected: "bc",
    hint: "Mix the code by any invertible C: what stays as it was?")

// %% 02.compute
static int Needed(double[] eigenvalues, double share)
{
    var (sum, wanted, count) = (0.0, share * eigenvalues.Sum(), 0);
    foreach (var eigenvalue in eigenvalues.OrderDescending().TakeWhile(_ => sum < wanted))
        (sum, count) = (sum + eigenvalue, count + 1);
    return count;
}
double[] eigenvalues = [1, 5, 2, 2];
Check.Equal("02.compute", () => (Needed(eigenvalues, 0.5), Needed(eigenvalues, 0.9), Needed([3, 3], 1)),
    expected: (1, 3, 2), hint: "5 of 10 is half already. For 0.9 you need 5, 2 and 2.")

// %% 02.bug
Tensor Lagrangian(Tensor p, double λ) => p.dot(Σ.mv(p)) - λ * (p.dot(p) - 1);

double SlopeAt(Tensor start)
{
    var p = start.to(float64).clone().requires_grad_();
    Lagrangian(p, λ1).backward();
    return p.grad!.norm().ToDouble();
}
Check.Close("02.bug", () => [SlopeAt(p1), SlopeAt(2 * p2)], [0, 4 * (λ1 - λ2)],
    tolerance: 1e-4,
    hint: "The constraint p'p − 1 = 0 enters with −λ. Use p.dot(…) and Σ.mv(p).")

// %% 02.change
Tensor FromPlane(Tensor x) => (x - components.Mean).matmul(U).matmul(U.t()) + components.Mean;

Check.Close("02.change", () => SquaredError.Mean(test, FromPlane), expected: errors[9],
    tolerance: 0.1,
    hint: "Centre, project on U (784 × 10), come back with its transpose, add the mean.")

// %% 02.explore
int Best() => 99;

double ErrorWith(int e) => SquaredError.Mean(test[..1000], Pca.Fit(hundred, e).Reconstruct);
Check.Equal("02.explore", () => Best(), expected: Enumerable.Range(1, 99).MinBy(ErrorWith),
    hint: "Try them all, or think: can one more direction ever make a projection worse?")
