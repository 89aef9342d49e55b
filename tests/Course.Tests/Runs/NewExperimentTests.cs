using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>What an experiment of one's own takes: a record, what it minimises, what it measures. All else it has from its base.</summary>
public sealed class NewExperimentTests
{
    // --- an experiment, whole
    /// <summary>A linear autoencoder on pictures that are blurred by noise.</summary>
    private sealed record BlurredRun : PictureRun<BlurredRun, LinearAutoencoder, BlurredResult>
    {
        /// <summary>K. Default: 8.</summary>
        public int CodeSize { get; init; } = 8;

        /// <summary>σ of the noise on what is encoded. Default: 0.1.</summary>
        public double Noise { get; init; } = 0.1;

        protected override LinearAutoencoder Network(ImageSet pictures, Generator random) => new(pictures.DataSize, CodeSize, random);

        protected override Func<Tensor, LossTerms> Objective(LinearAutoencoder model, ImageSet pictures, Generator random) =>
            x => (model.call(new GaussianNoise(Noise).Apply(x, random)) - x).square().sum(1).mean();

        protected override BlurredResult Learn(Trainer<Tensor> trainer, LinearAutoencoder model, ImageSet pictures)
        {
            trainer.RunTo(Epochs);
            return new(this, model, trainer.History, HeldOutLoss(model, pictures, x => (model.call(x) - x).square().sum(1).mean()).Values.Sum());
        }
    }

    /// <summary>What it came to: ⟨‖x − x̂‖²⟩ over clean held-out pictures.</summary>
    private sealed record BlurredResult(BlurredRun Run, LinearAutoencoder Model, TrainingHistory History, double TestError)
        : RunResult<BlurredRun, LinearAutoencoder>(Run, Model, History);
    // --- end

    [Fact]
    public void An_experiment_of_under_forty_lines_trains_varies_smokes_and_resumes()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var digits = Handwriting.Load(train: 500, test: 50);
            var run = new BlurredRun { Epochs = 4, Progress = null };
            using var straight = run.Train(digits);
            using var worse = (run with { CodeSize = 1 }).Train(digits);
            Assert.True(straight.TestError < worse.TestError);
            Assert.Equal(4000, run.Smoke().Examples);
            Assert.Equal(40, run.Longer().Epochs);
            (run with { Epochs = 2, CheckpointPath = path }).Train(digits).Dispose();
            using var resumed = (run with { CheckpointPath = path }).Train(digits);
            Assert.Equal(straight.TestError, resumed.TestError);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void It_is_under_forty_lines()
    {
        var lines = File.ReadAllLines(Here()).SkipWhile(line => !line.Contains("--- an experiment")).TakeWhile(line => !line.Contains("--- end"));
        Assert.InRange(lines.Count(), 20, 39);

        static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
    }
}
