using TorchSharp;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A linear autoencoder trained by gradient descent on all the data at once, by way of the root of their covariance.</summary>
/// <remarks><code>var result = new LinearAutoencoderRun { CodeSize = 30 }.AtScale().Train(images);</code> Notebook 02.</remarks>
public sealed record LinearAutoencoderRun : IRun<LinearAutoencoderRun>
{
    /// <summary>K, the size of the code. Default: 30, as in Hinton and Salakhutdinov (2006).</summary>
    public int CodeSize { get; init; } = 30;

    /// <summary>Steps of gradient descent. Default: 1,000, after which the subspace of MNIST agrees with PCA's to a fraction of a degree.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Adam's first step size, which falls to 0 along half a cosine. Default: 0.01.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Fixes the first weights. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Who is told how training goes. Default: a live loss curve; null for silence.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; } = new LiveCurve();

    /// <summary>A fifth of the steps.</summary>
    public LinearAutoencoderRun Smoke => this with { Steps = Math.Min(Steps, Math.Max(100, Steps / 5)) };

    /// <summary>Three times the steps.</summary>
    public LinearAutoencoderRun Longer => this with { Steps = 3 * Steps };

    /// <summary>Trains on the data (N, D); the biases are put at their best in closed form.</summary>
    public LinearAutoencoderResult Train(Tensor x)
    {
        var model = new LinearAutoencoder((int)x.shape[1], CodeSize, new Generator((ulong)Seed));
        model.to(x.device);
        using var root = Covariance.Root(x);
        using var mean = x.mean([0]);
        using var trainer = new Trainer<Tensor>(model, optim.Adam(model.parameters(), lr: LearningRate), [root], all => model.SquaredErrorOfAll(all))
        {
            Schedule = Schedule.Cosine(Steps),
            Progress = Progress,
        };
        trainer.RunTo(Steps);                                                       // one batch is an epoch
        model.CentreOn(mean);
        return new(this, model, trainer.History);
    }
}
