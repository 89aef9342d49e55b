using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>log p(x) of a latent-variable model, by importance sampling: log p(x) ≈ log 1/S Σₛ p(x, zₛ)/q(zₛ | x) with zₛ ~ q(z | x).</summary>
/// <remarks>
/// p(x) is estimated without bias, log p(x) therefore from below: in the mean the estimate lies under log p(x) and rises to it with S. Burda, Grosse and
/// Salakhutdinov (2016), arXiv:1509.00519, §5, with S = 5,000. Many examples and many draws go through the decoder together, and the sum is
/// kept as a running log-sum-exp, so memory does not grow with S.
/// </remarks>
public static class MarginalLikelihood
{
    /// <summary>The estimate for each example, in nats and without a graph: (N, D) → (N), float64.</summary>
    /// <param name="model">Whose p and q.</param>
    /// <param name="x">Examples, of the kind that the likelihood is of: binary pixels for a Bernoulli.</param>
    /// <param name="samples">S, 1 or more.</param>
    /// <param name="random">Where the draws come from; on the device of the examples.</param>
    /// <param name="rows">How many (example, draw) pairs the decoder gets at a time. Default: 8,192, which two cores like; a GPU likes 200,000.</param>
    /// <exception cref="ArgumentException">S or the rows are below 1, or x is not what the model takes.</exception>
    public static Tensor LogEvidence(ILatentVariableModel model, Tensor x, int samples, Generator random, int rows = 8192)
    {
        samples.RequireSize();
        rows.RequireSize();
        var draws = Math.Min(samples, Math.Max(1, rows / 64));                      // of each example at a time
        return Rowwise.Map(x, part => OfPart(model, part, samples, draws, random), Math.Max(1, rows / draws));
    }

    private static Tensor OfPart(ILatentVariableModel model, Tensor x, int samples, int draws, Generator random)
    {
        using var scope = NewDisposeScope();
        var posterior = model.Posterior(x);
        var sum = full(x.shape[0], double.NegativeInfinity, dtype: ScalarType.Float64, device: x.device);
        for (var done = 0; done < samples; done += draws)
        {
            using var inner = NewDisposeScope();
            var z = posterior.Sample(Math.Min(draws, samples - done), random);      // (s, B, L)
            var weights = (model.LogJoint(x, z) - posterior.LogDensity(z)).to(float64).logsumexp(0);
            using var before = sum;
            sum = logaddexp(sum, weights).MoveToOuterDisposeScope();
        }
        return (sum - Math.Log(samples)).MoveToOuterDisposeScope();
    }
}
