using TorchSharp;
using Workbook.Evaluation;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>All judges of a code at once, for anything that encodes and decodes: the same pictures, the same noise, the same draws.</summary>
/// <remarks>
/// <code>var judged = new Dashboard(training, heldOut).Judge("PCA 20", pca);   new Scoreboard(judged, …)</code>
/// Held-out reconstruction alone cannot tell a code from a copy (<see cref="BitPackingAutoencoder"/>), so what one wants of a code is
/// asked for one by one: that it tells what is true, forgives noise, can be sampled and blended. Notebook 03.
/// </remarks>
/// <param name="Training">What probes are fitted on, and what samples are compared with: pictures that the models learned from.</param>
/// <param name="HeldOut">What is measured: pictures that no model saw.</param>
public sealed record Dashboard(EvaluationSet Training, EvaluationSet HeldOut)
{
    /// <summary>σ of the noise on pixels. Default: 0.2, at which digits stay legible.</summary>
    public double PixelNoise { get; init; } = 0.2;

    /// <summary>σ of the noise on codes, in deviations of each number. Default: 0.1.</summary>
    public double CodeNoise { get; init; } = 0.1;

    /// <summary>Random codes that are decoded, and pairs that are blended at most. Default: 500.</summary>
    public int Draws { get; init; } = 500;

    /// <summary>Neighbours that vote. Default: 5.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>What a class is, for tables. Default: a digit.</summary>
    public string ClassName { get; init; } = "digit";

    /// <summary>Fixes noise, draws and the beginnings of clusters. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Judges one model.</summary>
    /// <param name="name">For tables.</param>
    /// <param name="model">Anything with a code of floating-point numbers.</param>
    /// <exception cref="ArgumentException">The code is not floating-point, or the two halves of the evidence know different factors or differ in colour.</exception>
    public Judgement Judge(string name, IAutoencoder model)
    {
        if (!Training.Factors.Select(factor => factor.Name).SequenceEqual(HeldOut.Factors.Select(factor => factor.Name)))
            throw new ArgumentException($"{nameof(HeldOut)}: its factors are to be those of {nameof(Training)}.", nameof(HeldOut));
        if (Training.BlackAndWhite != HeldOut.BlackAndWhite)
            throw new ArgumentException($"{nameof(HeldOut)}: it is to be in black and white where {nameof(Training)} is, and as it is where that is.", nameof(HeldOut));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        (model as nn.Module)?.eval();
        var random = new Generator((ulong)Seed);
        var (known, codes) = (model.Encode(Training.Images), model.Encode(HeldOut.Images));
        using var cloud = new FittedGaussian(known);
        using var probe = LinearProbe.Fit(known, Training.Labels);
        using var clusters = KMeans.Fit(cloud.Standardise(codes), (int)HeldOut.Labels.max().ToInt64() + 1, random);
        return new(name, codes.shape[1],
            SquaredError.Mean(HeldOut.Images, model.Reconstruct),
            probe.Accuracy(codes, HeldOut.Labels),
            new NearestNeighbours(cloud.Standardise(known), Training.Labels).Accuracy(cloud.Standardise(codes), HeldOut.Labels, Neighbours),
            ClusterAgreement.NormalisedMutualInformation(clusters.Assign(cloud.Standardise(codes)), HeldOut.Labels),
            Training.Factors.Zip(HeldOut.Factors).ToDictionary(pair => pair.First.Name, pair => Read(known, pair.First, codes, pair.Second)),
            Sensitivity.Of(model.Encode, HeldOut.Images, PixelNoise, random),
            Sensitivity.Of(model.Decode, codes, CodeNoise, random, relative: true),
            MaximumMeanDiscrepancy.ToStandardNormal(cloud.Standardise(codes)),
            Memorisation.Audit(Training.AsJudged(model.Decode(cloud.Draw(Draws, random))), Training.Images, HeldOut.Images),
            Midpoints(model, codes))
        {
            ClassName = ClassName,
        };
    }

    private static double Read(Tensor known, Factor truth, Tensor codes, Factor asked)
    {
        if (truth.IsClass)
        {
            using var probe = LinearProbe.Fit(known, truth.Values);
            return probe.Accuracy(codes, asked.Values);
        }
        using var line = LinearRegression.Fit(known, truth.Values);
        return line.R2(codes, asked.Values);
    }

    // Each held-out code of the first half with its fellow of the second: nobody chose the pairs.
    private double Midpoints(IAutoencoder model, Tensor codes)
    {
        var pairs = Math.Min(Draws, codes.shape[0] / 2);
        var (first, second) = (codes.narrow(0, 0, pairs), codes.narrow(0, pairs, pairs));
        var between = ToData((first + second) / 2);
        return between / ((ToData(first) + ToData(second)) / 2);

        double ToData(Tensor code) => Memorisation.ToNearest(Training.AsJudged(model.Decode(code)), Training.Images).mean().ToDouble();
    }
}
