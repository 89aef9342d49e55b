using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Which numbers of a code say something about the example, by two measures: what each costs, and how far its mean moves.</summary>
/// <remarks>
/// A number whose q(zⱼ | x) is the prior for every x has collapsed: it costs nothing and says nothing. Burda, Grosse and Salakhutdinov, "Importance weighted
/// autoencoders" (2016), arXiv:1509.00519, §5: active where Var_x E_q[zⱼ] > 0.01. Notebook 14.
/// </remarks>
/// <param name="Divergences">⟨KL(q(zⱼ | x) ‖ N(0, 1))⟩ of each number, in nats.</param>
/// <param name="Variances">Var_x μⱼ(x) of each number: 0 where all examples have one mean, near 1 where q is narrow and its means fill the prior.</param>
public sealed record LatentUse(IReadOnlyList<double> Divergences, IReadOnlyList<double> Variances)
{
    /// <summary>The threshold that papers use, in variance.</summary>
    public const double Threshold = 0.01;

    /// <summary>Both measures over some examples, without a graph: (N, D) with N ≥ 2.</summary>
    /// <exception cref="ArgumentException">There are fewer than two examples, or they are not what the model takes.</exception>
    public static LatentUse Of(ILatentVariableModel model, Tensor x)
    {
        x.RequireMatrix(2);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var posterior = model.Posterior(x);
        return new(Numbers(posterior.DivergenceFromStandard().to(float64).mean([0L])), Numbers(posterior.Mean.to(float64).var([0], unbiased: true)));
    }

    /// <summary>How many numbers of the code are active: Var_x μⱼ(x) above the threshold.</summary>
    /// <param name="threshold">0 or more.</param>
    public int Active(double threshold = Threshold) => Variances.Count(variance => variance > threshold);

    private static double[] Numbers(Tensor tensor)
    {
        using var here = tensor.cpu();
        return here.data<double>().ToArray();
    }
}
