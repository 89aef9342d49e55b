using TorchSharp;
using Workbook.Figures;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Sampling, interpolation and attribute swap in the code space of any autoencoder.</summary>
public static class LatentSpace
{
    /// <summary>Random codes, decoded: z = m + s ⊙ ε with the mean and deviation of the training codes, number by number.</summary>
    /// <param name="model">Whose code.</param>
    /// <param name="training">Pictures that it learned from: (N, D).</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed, other samples.</param>
    /// <returns>x̃: (count, D).</returns>
    public static Tensor Sample(IAutoencoder model, Tensor training, int count, int seed = 1)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var gaussian = new FittedGaussian(model.Encode(training));
        return model.Decode(gaussian.Draw(count, new Generator((ulong)seed))).MoveToOuterDisposeScope();
    }

    /// <summary>The plane of a model with two numbers in its code, decoded where a standard normal has equal shares: zᵢ = Φ⁻¹((i + ½)/side), z₁ to the right, z₂ upwards.</summary>
    /// <remarks>Kingma and Welling, "Auto-encoding variational Bayes" (2014), Fig. 4. No share is 0 or 1, where Φ⁻¹ is infinite.</remarks>
    /// <param name="model">Whose plane; its code has two numbers.</param>
    /// <param name="side">Pictures in a row, and in a column; 2 or more.</param>
    /// <param name="device">Where the model is; the CPU unless given.</param>
    /// <exception cref="ArgumentException">There are fewer than two pictures a row.</exception>
    public static ImageGrid Plane(IAutoencoder model, int side = 15, Device? device = null)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var z = tensor(NormalQuantiles(side), dtype: ScalarType.Float32, device: device);
        return Gallery.Images(model.Decode(stack([z.repeat(side), z.flip(0).repeat_interleave(side)], 1)), columns: side);
    }

    /// <summary>Φ⁻¹((i + ½)/count) for i = 0, …, count − 1: as many numbers, between which a standard normal has equal shares.</summary>
    /// <exception cref="ArgumentException">The count is below 2.</exception>
    public static double[] NormalQuantiles(int count)
    {
        if (count < 2) throw new ArgumentException($"{nameof(count)}: expected 2 or more, got {count}.", nameof(count));
        using var scope = NewDisposeScope();
        var shares = (arange(count, dtype: float64) + 0.5) / count;
        return (Math.Sqrt(2) * (2 * shares - 1).erfinv()).data<double>().ToArray();
    }

    /// <summary>z = (1 − λ) z₁ + λ z₂ decoded, for λ from 0 to 1: one row a pair.</summary>
    /// <param name="model">Whose code.</param>
    /// <param name="from">x₁: (M, D).</param>
    /// <param name="to">x₂: (M, D).</param>
    /// <param name="steps">Pictures in a row, both ends among them; 2 or more.</param>
    /// <exception cref="ArgumentException">There are fewer than two steps, or the shapes differ.</exception>
    public static ImageGrid Interpolate(IAutoencoder model, Tensor from, Tensor to, int steps = 11)
    {
        if (steps < 2) throw new ArgumentException($"{nameof(steps)}: expected 2 or more, both ends among them, got {steps}.", nameof(steps));
        to.Require(from.shape);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (z1, z2) = (model.Encode(from), model.Encode(to));
        var lambdas = Enumerable.Range(0, steps).Select(step => step / (steps - 1.0)).ToArray();
        var along = stack(lambdas.Select(lambda => model.Decode((1 - lambda) * z1 + lambda * z2)).ToArray(), 1);   // (M, steps, D)
        return Gallery.Images(along.reshape(-1, from.shape[1]), steps).ColumnCaptions(lambdas.Select((lambda, step) => FormattableString.Invariant($"{(step == 0 ? "λ = " : "")}{lambda:0.##}")));
    }

    /// <summary>Attribute swap: z − m(y) + m(d) decoded, where m is the mean code of a digit's training pictures; the style stays, the digit changes.</summary>
    /// <param name="model">Whose code.</param>
    /// <param name="training">Where the mean codes come from.</param>
    /// <param name="x">Pictures whose hand is kept: (M, D).</param>
    /// <param name="labels">y, their digits, int64: (M).</param>
    /// <returns>Every digit d for every picture, picture by picture: (M · digits, D).</returns>
    /// <exception cref="ArgumentException">Not one label a picture, or a digit has no training picture.</exception>
    public static Tensor SwapLabel(IAutoencoder model, EvaluationSet training, Tensor x, Tensor labels)
    {
        labels.Require([x.shape[0]]);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var means = MeanCodes(model.Encode(training.Images), training.Labels);      // (C, K)
        var hand = model.Encode(x) - means.index_select(0, labels);                 // (M, K): what is left when the digit is taken away
        var codes = hand.unsqueeze(1) + means.unsqueeze(0);                         // (M, C, K)
        return model.Decode(codes.reshape(-1, means.shape[1])).MoveToOuterDisposeScope();
    }

    private static Tensor MeanCodes(Tensor codes, Tensor labels)
    {
        var members = nn.functional.one_hot(labels).to(codes.dtype);                // (N, C)
        var counts = members.sum([0]);
        if (counts.min().ToDouble() == 0) throw new ArgumentException($"labels: digit {counts.argmin().ToInt64()} has no training image.", nameof(labels));
        return members.t().matmul(codes) / counts.unsqueeze(1);
    }
}
