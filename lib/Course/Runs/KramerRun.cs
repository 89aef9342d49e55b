using TorchSharp;
using Workbook.Engine;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Kramer's five-layer network trained on a cloud of points, all of them in every step.</summary>
/// <remarks><code>var result = new KramerRun { MappingSize = 8 }.AtScale().Train(points, heldOut);</code> Notebook 02.</remarks>
public sealed record KramerRun : IRun<KramerRun>
{
    /// <summary>M, the sigmoid units of the mapping layer and of the demapping layer: the capacity. Default: 8, enough for a bent line.</summary>
    public int MappingSize { get; init; } = 8;

    /// <summary>K, the nonlinear factors. Default: 1, a curve.</summary>
    public int CodeSize { get; init; } = 1;

    /// <summary>Steps of gradient descent. Default: 2,000, where a curve through a few hundred points has settled.</summary>
    public int Steps { get; init; } = 2000;

    /// <summary>Adam's first step size, which falls to 0 along half a cosine. Default: 0.02; sigmoids are flat and need long steps.</summary>
    public double LearningRate { get; init; } = 0.02;

    /// <summary>Fixes the first weights. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Progress sink. Default: null, which disables reporting, as training takes seconds.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>A quarter of the steps.</summary>
    public KramerRun Smoke() => this with { Steps = Math.Min(Steps, Math.Max(200, Steps / 4)) };

    /// <summary>The same: a GPU gains nothing on so few points.</summary>
    public KramerRun Longer() => this;

    /// <summary>Trains on points (N, D), and measures points that were held out.</summary>
    /// <param name="points">What is learned from: (N, D).</param>
    /// <param name="heldOut">What is only measured: (M, D); the same points if not said.</param>
    public KramerResult Train(Tensor points, Tensor? heldOut = null)
    {
        var network = new KramerNetwork((int)points.shape[1], MappingSize, CodeSize, new Generator((ulong)Seed));
        network.to(points.device);
        using var trainer = new Trainer<Tensor>(network, new OnePassAdamW(network.parameters(), lr: LearningRate), [points], x => network.Loss(x))
        {
            Schedule = Schedule.Cosine(Steps),
            Progress = Progress,
        };
        trainer.RunTo(Steps);                                                       // one batch is an epoch
        return new(this, network, trainer.History, Error(points), Error(heldOut ?? points));

        double Error(Tensor x) => SquaredError.Mean(x, network.Reconstruct);
    }
}

/// <summary>A trained network of Kramer's, and how well it follows the points.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The squared error of every step.</param>
/// <param name="TrainError">⟨‖x − x̂‖²⟩ over the points it learned from.</param>
/// <param name="TestError">⟨‖x − x̂‖²⟩ over the points that were held out.</param>
public sealed record KramerResult(KramerRun Run, KramerNetwork Model, TrainingHistory History, double TrainError, double TestError)
    : RunResult<KramerRun, KramerNetwork>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: squared error {TrainError:G3} on its own points, {TestError:G3} on held-out ones");
}
