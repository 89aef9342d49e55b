using TorchSharp;
using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>A run that keeps a checkpoint ends where the same run without one does, and says only of itself what it saw itself.</summary>
public sealed class CheckpointedRunTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-runs-").FullName;

    private string Path => System.IO.Path.Combine(folder, "run.checkpoint");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_resumed_training_has_no_snapshots_of_moments_it_did_not_see()
    {
        using var digits = Handwriting.Load(train: 300, test: 50);
        var run = new AutoencoderRun { HiddenSizes = [16], CodeSize = 4, Epochs = 1, SnapshotEpochs = [0, 0.5], CheckpointPath = Path, Progress = null };
        using var first = run.Train(digits);
        Assert.Equal([0, 0.5, 1], first.Snapshots.Select(snapshot => snapshot.Epoch));
        using var again = run.Train(digits);
        Assert.Equal([(1.0, first.TestLoss)], again.Snapshots.Select(snapshot => (snapshot.Epoch, snapshot.TestLoss)));
        using var longer = (run with { Epochs = 2, SnapshotEpochs = [0, 0.5, 1.5] }).Train(digits);
        Assert.Equal([1.5, 2], longer.Snapshots.Select(snapshot => snapshot.Epoch));
        using var shorter = run.Train(digits);                                      // the file is two epochs old by now
        Assert.Equal([(2.0, longer.TestLoss)], shorter.Snapshots.Select(snapshot => (snapshot.Epoch, snapshot.TestLoss)));
    }

    [Fact]
    public void Each_block_of_a_hierarchy_has_a_checkpoint_of_its_own()
    {
        using var scope = NewDisposeScope();
        using var faces = Faces.Load(train: 200, test: 20);
        var run = new FeatureRun { Epochs = 1 };
        using var plain = run.Train(faces);
        using var kept = (run with { CheckpointPath = Path }).Train(faces);
        Assert.Equal(["run.checkpoint.block1", "run.checkpoint.block2", "run.checkpoint.block3"], Files());
        using var resumed = (run with { CheckpointPath = Path }).Train(faces);
        var expected = plain.Responses(faces.Test.Images);
        Assert.All([kept, resumed], result => Assert.True(result.Responses(faces.Test.Images).Equals(expected)));
    }

    [Fact]
    public void Each_combination_of_a_sweep_has_a_checkpoint_of_its_own()
    {
        using var drawn = Handwriting.Load(train: 200, test: 50);
        using var digits = drawn.BlackAndWhite();
        var sweep = new HyperparameterSweep { CodeSizes = [2, 4], Depths = [1], Widths = [16], Shared = new() { Epochs = 1, Examples = 200, Progress = null } };
        var plain = sweep.Train(digits).Points;
        var kept = sweep with { Shared = sweep.Shared with { CheckpointPath = Path } };
        Assert.Equal(plain, kept.Train(digits).Points);
        Assert.Equal(4, Files().Length);
        Assert.Equal(plain, kept.Train(digits).Points);
    }

    [Fact]
    public void A_training_with_tangents_is_kept_and_goes_on()
    {
        using var digits = Handwriting.Load(train: 200, test: 50);
        using var features = new ContractiveRun { CodeSize = 20, Epochs = 1, Progress = null }.Train(digits);
        var run = new TangentRun { LabelsPerClass = 2, Tangents = 2, Epochs = 6, Progress = null };
        using var straight = run.Train(features.Model, digits);
        (run with { Epochs = 3, CheckpointPath = Path }).Train(features.Model, digits).Dispose();
        Assert.Equal(["run.checkpoint"], Files());
        using var resumed = (run with { CheckpointPath = Path }).Train(features.Model, digits);
        Assert.Equal(straight.History.Steps, resumed.History.Steps);
        Assert.StartsWith("20 labels", straight.ToString());
        using var two = new TangentResult(run, new Models.Classifier([4, 3, 2], Models.Activation.Relu, new(1)), straight.History, 0.5);
        Assert.StartsWith("4 labels", two.ToString());
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused_and_the_difference_is_named()
    {
        using var digits = Handwriting.Load(train: 200, test: 20);
        using var others = Handwriting.Load(train: 200, test: 20, seed: 2);
        var run = new DenoisingRun { CodeSize = 8, Epochs = 1, CheckpointPath = Path, Progress = null };
        using var first = run.Train(digits);
        foreach (var (other, difference) in new[]
        {
            (run with { Seed = 2 }, "Seed was 1, is 2; Data was"),
            (run with { Likelihood = new Models.GaussianLikelihood() }, "Likelihood was Bernoulli, is Gaussian, σ² = 1."),
            (run with { Corruption = new Models.GaussianNoise(0.5) }, "Corruption was MaskingNoise"),
            (run with { CodeActivation = Models.Activation.Tanh }, "CodeActivation was Activation { Name = sigmoid"),
            (run with { LearningRate = 0.01 }, "LearningRate was 0.001, is 0.01."),
            (run with { DecoupledWeightDecay = 0.1 }, "DecoupledWeightDecay was 0, is 0.1."),
        })
        {
            var refused = Assert.Throws<InvalidDataException>(() => other.Train(digits).Dispose());
            Assert.StartsWith($"{Path}: this checkpoint is of another training: {difference}", refused.Message);
            Assert.EndsWith("Train as before, or give another path.", refused.Message);
        }
        Assert.Contains("training: Data was 200 examples of sum", Assert.Throws<InvalidDataException>(() => run.Train(others).Dispose()).Message);
        using var longer = (run with { Epochs = 2 }).Train(digits);
        Assert.Equal(2, longer.History.Epochs.Count);
    }

    [Fact]
    public void A_checkpoint_of_another_schedule_or_of_other_labels_is_refused()
    {
        using var digits = Handwriting.Load(train: 200, test: 20);
        var run = new DenoisingRun { CodeSize = 8, Epochs = 1, Schedule = Training.Schedule.Cosine(2), CheckpointPath = Path, Progress = null };
        using var first = run.Train(digits);
        using var again = (run with { Schedule = Training.Schedule.Cosine(2) }).Train(digits);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Contains("of another training: Schedule was Schedule { 1 after 0, 0.5 after 1,", Assert.Throws<InvalidDataException>(() => (run with { Schedule = Training.Schedule.Cosine(3) }).Train(digits).Dispose()).Message);

        var labelled = new ClassifierRun { HiddenSizes = [8], Epochs = 1, CheckpointPath = Path + ".labels", Progress = null };
        using var taught = labelled.Train(digits.Train, digits.Test, 10);
        using var renamed = new LabelledImages(digits.Train.Images.clone(), digits.Train.Labels.flip(0));          // their sum is as it was
        Assert.Equal(digits.Train.Labels.sum().ToInt64(), renamed.Labels.sum().ToInt64());
        Assert.Contains("of another training: Data was", Assert.Throws<InvalidDataException>(() => labelled.Train(renamed, digits.Test, 10).Dispose()).Message);
    }

    [Fact]
    public void Where_nothing_is_held_out_it_is_said_before_the_training()
    {
        using var digits = Handwriting.Load(train: 20, test: 1);
        using var none = new ImageSet("no test", 28, 28, digits.Train, new(zeros(0, 784), zeros([0], int64)));
        Assert.All(
            [
                () => new AutoencoderRun { CheckpointPath = Path, Progress = null }.Train(none),
                () => new SparseRun { CheckpointPath = Path, Progress = null }.Train(none),
                () => new DenoisingRun { CheckpointPath = Path, Progress = null }.Train(none),
                () => new ContractiveRun { CheckpointPath = Path, Progress = null }.Train(none),
                () => new SemiSupervisedRun { CheckpointPath = Path, LabelsPerClass = 1, Progress = null }.Train(none),
                () => new TangentRun { CheckpointPath = Path, LabelsPerClass = 1, Progress = null }.Train(new(784, 4, new(1)), none),
            ],
            (Action train) => Assert.StartsWith("pictures.Test: expected one held-out image or more, got none.", Assert.Throws<ArgumentException>(train).Message));
        Assert.StartsWith("test: expected one held-out", Assert.Throws<ArgumentException>(() => new ClassifierRun { Progress = null }.Train(none.Train, none.Test, 10)).Message);
        Assert.Empty(Files());
    }

    private string[] Files() => [.. Directory.GetFiles(folder).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
