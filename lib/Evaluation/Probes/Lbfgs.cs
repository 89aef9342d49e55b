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
        var pairs = new Queue<(Tensor Step, Tensor Change)>();
        for (var i = 0; i < iterations && gradient.abs().max().ToDouble() > tolerance; i++)
        {
            using var inner = NewDisposeScope();
            var direction = Direction(gradient, [.. pairs]);
            var slope = Dot(direction, gradient);
            var rate = pairs.Count == 0 ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) : 1;
            if (Search(function, x, value, direction, slope, rate) is not { } found) break;          // no decrease left in double precision
            var (step, change) = (found.X - x, found.Gradient - gradient);
            if (Dot(step, change) > 1e-12 * Dot(change, change)) pairs.Enqueue((step.MoveToOuterDisposeScope(), change.MoveToOuterDisposeScope()));
            if (pairs.Count > Memory) Forget(pairs.Dequeue());
            x.copy_(found.X);
            value = found.Value;
            gradient = found.Gradient.MoveToOuterDisposeScope();
        }
        return x.MoveToOuterDisposeScope();
    }

    // −H g by the two loops, newest pair first and then oldest first.
    private static Tensor Direction(Tensor gradient, (Tensor Step, Tensor Change)[] pairs)
    {
        var q = -gradient;
        var weights = new double[pairs.Length];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            weights[i] = Dot(pairs[i].Step, q) / Dot(pairs[i].Step, pairs[i].Change);
            q -= weights[i] * pairs[i].Change;
        }
        if (pairs.Length > 0) q *= Dot(pairs[^1].Step, pairs[^1].Change) / Dot(pairs[^1].Change, pairs[^1].Change);
        for (var i = 0; i < pairs.Length; i++)
        {
            var weight = Dot(pairs[i].Change, q) / Dot(pairs[i].Step, pairs[i].Change);
            q += (weights[i] - weight) * pairs[i].Step;
        }
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

    private static void Forget((Tensor Step, Tensor Change) pair)
    {
        pair.Step.Dispose();
        pair.Change.Dispose();
    }
}
