using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The divergence of a VAE taken apart: E KL(q(z | x) ‖ p(z)) = I(x; z) + TC(z) + Σⱼ KL(q(zⱼ) ‖ p(zⱼ)), in nats.</summary>
/// <remarks>
/// q(z) = 1/N Σₙ q(z | xₙ) mixes the codes of all N examples, of which a batch has M. Chen, Li, Grosse and Duvenaud, "Isolating sources of
/// disentanglement in variational autoencoders" (2018), arXiv:1802.04942, eq. 2; appendix C for both estimators. Notebook 16.
/// </remarks>
/// <param name="MutualInformation">I(x; z) = E[log q(z | x) − log q(z)]: what the code tells about the example.</param>
/// <param name="Correlation">TC(z) = E[log q(z) − Σⱼ log q(zⱼ)]: how far the numbers of the code are from independent.</param>
/// <param name="Dimensionwise">Σⱼ KL(q(zⱼ) ‖ p(zⱼ)): how far each number by itself is from the prior.</param>
public sealed record TotalCorrelation(Tensor MutualInformation, Tensor Correlation, Tensor Dimensionwise)
{
    /// <summary>The three side by side, without a graph: (3).</summary>
    public Tensor Values() => stack([MutualInformation.detach(), Correlation.detach(), Dimensionwise.detach()]);

    /// <summary>The three, estimated from one draw for each example; their sum is ⟨log q(z | x) − log p(z)⟩ whatever the weights.</summary>
    /// <param name="posterior">q(z | x) of a batch: (M, L).</param>
    /// <param name="z">One draw from each: (M, L).</param>
    /// <param name="logWeights">log w: (M, M), how much of q(zᵢ) stands for example j. <see cref="Weighted"/> or <see cref="Stratified"/>.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public static TotalCorrelation Of(DiagonalGaussian posterior, Tensor z, Tensor logWeights)
    {
        var batch = posterior.Mean.shape[0];
        z.Require([batch, posterior.Mean.shape[1]]);
        logWeights.Require([batch, batch]);
        var each = LogDensities(posterior, z);                                      // (L, M, M): log q(zᵢⱼ | xₘ)
        var joint = (each.sum(dim: 0) + logWeights).logsumexp(-1);                       // (M): log q(z)
        var product = (each + logWeights).logsumexp(-1).sum(dim: 0);                   // (M): Σⱼ log q(zⱼ)
        return new(
            (posterior.LogDensity(z) - joint).mean(),
            (joint - product).mean(),
            (product - DiagonalGaussian.StandardLogDensity(z)).mean());
    }

    /// <summary>The three of a data set that is taken whole, by one draw for each example and without a graph: the mixture is exact.</summary>
    /// <param name="model">Whose codes.</param>
    /// <param name="x">All N examples, of which every pair is compared: (N, D).</param>
    /// <param name="random">Where the draws come from.</param>
    public static TotalCorrelation OfAll(ILatentVariableModel model, Tensor x, Generator random)
    {
        using var _ = no_grad();
        using var weights = Stratified(x.shape[0], x.shape[0], x.device);
        var posterior = model.Posterior(x);
        return Of(posterior, posterior.Sample(random), weights);
    }

    /// <summary>Minibatch weighted sampling: w = 1/(N M) for every pair, so that each mean is off by a constant and no gradient is.</summary>
    /// <param name="batch">M.</param>
    /// <param name="examples">N, M or more.</param>
    /// <param name="device">Where the batch is.</param>
    public static Tensor Weighted(long batch, long examples, Device? device = null) =>
        full([batch, batch], -Math.Log((double)Whole(batch, examples) * batch), device: device);

    /// <summary>Minibatch stratified sampling: an example's own density counts 1/N, each other (N − 1)/(N (M − 1)): unbiased for q(z), exact where M = N.</summary>
    /// <param name="batch">M, 2 or more.</param>
    /// <param name="examples">N, M or more.</param>
    /// <param name="device">Where the batch is.</param>
    public static Tensor Stratified(long batch, long examples, Device? device = null)
    {
        if (batch < 2) throw new ArgumentException($"{nameof(batch)}: expected 2 examples or more, got {batch}.", nameof(batch));
        var others = Math.Log((Whole(batch, examples) - 1.0) / (examples * (batch - 1.0)));
        using var own = eye(batch, device: device).mul(-Math.Log(examples) - others);
        return own + others;
    }

    private static Tensor LogDensities(DiagonalGaussian q, Tensor z)
    {
        var (mean, logVariance) = (q.Mean.t().unsqueeze(1), q.LogVariance.t().unsqueeze(1));     // (L, 1, M) twice
        var standardised = (z.t().unsqueeze(2) - mean) * (-0.5 * logVariance).exp();
        return -0.5 * (standardised.square() + (logVariance + Math.Log(2 * Math.PI)));
    }

    private static long Whole(long batch, long examples) => examples >= batch ? examples
        : throw new ArgumentException($"{nameof(examples)}: expected at least the {batch} of a batch, got {examples}.", nameof(examples));
}

/// <summary>β-TCVAE: E_q[−log p(x | z)] + α I(x; z) + β TC(z) + γ Σⱼ KL(q(zⱼ) ‖ p(zⱼ)), where only the middle one is made dearer.</summary>
/// <remarks>Chen et al. (2018), eq. 4. α = β = γ = 1 is −ELBO by draws. Notebook 16.</remarks>
/// <param name="Beta">β, 0 or more.</param>
/// <param name="Examples">N, how many examples there are to learn from.</param>
public sealed record TotalCorrelationObjective(double Beta, long Examples) : IVaeObjective
{
    /// <summary>α, 0 or more. Default: 1, as in the paper.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>γ, 0 or more. Default: 1, as in the paper.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>Whether weights are stratified, unbiased for q(z), or those of the paper's experiments. Default: the paper's.</summary>
    public bool Stratified { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A weight is negative, or the batch is larger than the data.</exception>
    public LossTerms Loss(GaussianVae model, Tensor x, Generator random)
    {
        var (alpha, beta, gamma) = (Alpha.RequireNonNegative(), Beta.RequireNonNegative(), Gamma.RequireNonNegative());
        var batch = x.shape[0];
        var output = model.call(x, Draws.Normal([batch, model.LatentSize], random, x.dtype, x.device));
        using var weights = Stratified ? TotalCorrelation.Stratified(batch, Examples, x.device) : TotalCorrelation.Weighted(batch, Examples, x.device);
        var parts = TotalCorrelation.Of(output.Posterior, output.Z, weights);
        return new(
            ("reconstruction", model.Likelihood.Loss(output.Parameters, x)),
            ("information", alpha * parts.MutualInformation),
            ("total correlation", beta * parts.Correlation),
            ("dimensions", gamma * parts.Dimensionwise));
    }
}
