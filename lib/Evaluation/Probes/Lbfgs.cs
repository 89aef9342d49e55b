using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Limited-memory BFGS: minimises a smooth function of one vector, its Hessian guessed from the last few steps.</summary>
/// <remarks>Liu and Nocedal, "On the limited memory BFGS method for large scale optimization" (1989); the step is halved until it
/// decreases f enough (Armijo), which for a convex f is all that is needed. TorchSharp's own has no line search.</remarks>
internal static class Lbfgs
{
    private const int Memory = 10, Halvings = 40;
    private const double Sufficient = 1e-4;

    /// <summary>The minimiser, to a largest gradient component of <paramref name="tolerance"/>.</summary>
    /// <param name="function">x (P) → f(x) and its gradient (P).</param>
    /// <param name="start">Where to begin: (P), in double precision.</param>
    /// <param name="iterations">At most so many steps.</param>
    /// <param name="tolerance">max |∂f/∂xᵢ| at which to stop.</param>
    public static Tensor Minimise(Func<Tensor, (double Value, Tensor Gradient)> function, Tensor start, int iterations, double tolerance)
    {
        using var scope = NewDisposeScope();
        var x = start.clone();
        var (value, gradient) = function(x);
        var pairs = new Queue<Pair>();
        for (var i = 0; i < iterations && gradient.abs().max().ToDouble() > tolerance; i++)
        {
            using var inner = NewDisposeScope();
            var direction = Direction(gradient, [.. pairs]);
            var slope = Dot(direction, gradient);
            var rate = pairs.Count == 0 ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) : 1;
            if (Search(function, x, value, direction, slope, rate) is not { } found) break;          // no decrease left in double precision
            var (step, change) = (found.X - x, found.Gradient - gradient);
            var (along, length) = (Dot(step, change), Dot(change, change));
            if (along > 1e-12 * length) pairs.Enqueue(new(step.MoveToOuterDisposeScope(), change.MoveToOuterDisposeScope(), along, length));
            if (pairs.Count > Memory) Forget(pairs.Dequeue());
            x.copy_(found.X);
            value = found.Value;
            gradient = found.Gradient.MoveToOuterDisposeScope();
        }
        return x.MoveToOuterDisposeScope();
    }

    // −H g by the two loops, newest pair first and then oldest first.
    private static Tensor Direction(Tensor gradient, Pair[] pairs)
    {
        var q = -gradient;
        var weights = new double[pairs.Length];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            weights[i] = Dot(pairs[i].Step, q) / pairs[i].Along;
            q.add_(pairs[i].Change, alpha: -weights[i]);
        }
        if (pairs.Length > 0) q.mul_(pairs[^1].Along / pairs[^1].Length);
        for (var i = 0; i < pairs.Length; i++) q.add_(pairs[i].Step, alpha: weights[i] - Dot(pairs[i].Change, q) / pairs[i].Along);
        return q;
    }

    private static (Tensor X, double Value, Tensor Gradient)? Search(
        Func<Tensor, (double Value, Tensor Gradient)> function, Tensor x, double value, Tensor direction, double slope, double rate)
    {
        for (var halving = 0; halving < Halvings; halving++, rate /= 2)
        {
            var next = x + rate * direction;
            var (reached, gradient) = function(next);
            if (reached <= value + Sufficient * rate * slope && reached < value) return (next, reached, gradient);
        }
        return null;
    }

    private static double Dot(Tensor a, Tensor b) => a.dot(b).ToDouble();

    private static void Forget(Pair pair)
    {
        pair.Step.Dispose();
        pair.Change.Dispose();
    }

    // s and y of one step, with s·y and y·y.
    private readonly record struct Pair(Tensor Step, Tensor Change, double Along, double Length);
}
