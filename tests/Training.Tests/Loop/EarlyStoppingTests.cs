using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training.Tests;

/// <summary>Validation losses by a script, so that where training ends and which parameters come back is known beforehand.</summary>
[Collection("torch's own generator")]
public sealed class EarlyStoppingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-patience-").FullName;

    private string File => Path.Combine(folder, "toy.checkpoint");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(new[] { 5, 4, 3, 3.5, 3.2, 1 }, 2, 5, 3)]                           // two epochs without a fall after the third
    [InlineData(new[] { 5, 4, 3, 3.5, 2.9, 3, 3, 3 }, 2, 7, 5)]                     // it fell again in time
    [InlineData(new[] { 3.0, 3, 3, 3 }, 1, 2, 1)]                                   // the same is no fall
    [InlineData(new[] { double.NaN, 4, double.NaN, 5, 6 }, 2, 4, 2)]                // what is no number is never the best
    [InlineData(new[] { 5.0, 4, 3, 2 }, 3, 4, 4)]                                   // it never runs out
    public void Training_ends_when_patience_runs_out_and_gives_back_the_best(double[] losses, int patience, int ended, int best)
    {
        var scripted = new Scripted(losses, patience);
        scripted.Trainer.Finish(losses.Length);
        Assert.Equal((ended, best), (scripted.Trainer.EpochsDone, scripted.Trainer.BestEpoch));
        Assert.Equal(ended < losses.Length, scripted.Trainer.Exhausted);
        Assert.Equal(scripted.After[best], scripted.Toy.Parameters());
        scripted.Trainer.Finish(losses.Length);                                     // once more: nothing happens
        Assert.Equal((ended, scripted.After[best]), (scripted.Trainer.EpochsDone, scripted.Toy.Parameters()), Same);
    }

    [Fact]
    public void Running_alone_leaves_the_parameters_of_the_last_epoch()
    {
        var scripted = new Scripted([3, 2, 4, 5], 2);
        scripted.Trainer.RunTo(10);
        Assert.Equal(4, scripted.Trainer.EpochsDone);
        Assert.Equal(scripted.After[4], scripted.Toy.Parameters());
    }

    [Fact]
    public void A_checkpoint_keeps_the_best_and_the_rest_goes_on_as_if_nobody_had_stopped()
    {
        double[] losses = [5, 2, 4, 4, 4, 4];
        manual_seed(3);
        var whole = new Scripted(losses, 3);
        whole.Trainer.Finish(6);
        manual_seed(3);
        new Scripted(losses, 3, File).Trainer.RunTo(3.5);                           // its last checkpoint is that of three epochs
        var resumed = new Scripted(losses[3..], 3, File, seed: 8);
        resumed.Trainer.Resume(File);
        resumed.Trainer.Finish(6);
        Assert.Equal((5, 2), (resumed.Trainer.EpochsDone, resumed.Trainer.BestEpoch));
        Assert.Equal(whole.Toy.Parameters(), resumed.Toy.Parameters());

        var again = new Scripted([], 3, File, seed: 9);                             // it had ended: there is nothing to train
        again.Trainer.Resume(File);
        again.Trainer.Finish(6);
        Assert.Equal((5, whole.Toy.Parameters()), (again.Trainer.EpochsDone, again.Toy.Parameters()), Same);
    }

    [Fact]
    public void Patience_that_is_asked_for_later_knows_what_was_best_before()
    {
        new Scripted([5, 2, 4], null, File).Trainer.RunTo(3);
        var later = new Scripted([4, 4], 3, File, seed: 8);
        later.Trainer.Resume(File);
        later.Trainer.Finish(9);
        Assert.Equal((5, 2), (later.Trainer.EpochsDone, later.Trainer.BestEpoch));
        var whole = new Scripted([5, 2, 4], null);
        whole.Trainer.Finish(3);
        Assert.Equal(whole.After[2], later.Toy.Parameters());
        Assert.Equal(whole.After[3], whole.Toy.Parameters());                       // without patience the last ones stay
    }

    [Fact]
    public void The_end_says_that_it_is_early()
    {
        var reports = new Toy.Reports();
        var scripted = new Scripted([1, 2, 3, 4], 1, progress: reports);
        scripted.Trainer.Finish(4);
        Assert.Equal((RunState.Finished, true, 2), (reports[^1].State, reports[^1].EndedEarly, reports[^1].Epoch));
    }

    [Fact]
    public void Patience_wants_something_to_wait_for()
    {
        var toy = new Toy();
        using var blind = new Trainer<Tensor>(toy.Model, toy.Optimizer, toy, toy.Loss) { Patience = 2, Progress = null };
        Assert.Equal("Patience waits for a validation loss that falls: give Validation too, batches that are held out.", Assert.Throws<InvalidOperationException>(() => blind.RunTo(1)).Message);
        using var none = new Trainer<Tensor>(toy.Model, toy.Optimizer, toy, toy.Loss) { Patience = 0, Validation = toy, Progress = null };
        Assert.StartsWith("Patience: expected one epoch or more, got 0.", Assert.Throws<ArgumentException>(() => none.RunTo(1)).Message);
    }

    private static bool Same((int Epochs, float[] Parameters) a, (int Epochs, float[] Parameters) b) => a.Epochs == b.Epochs && a.Parameters.SequenceEqual(b.Parameters);

    /// <summary>A training whose validation loss is read from a list, and whose parameters at the end of each epoch are written down.</summary>
    private sealed class Scripted
    {
        private readonly Queue<double> losses;

        public Scripted(double[] losses, int? patience, string? checkpoint = null, ulong seed = 1, IProgress<TrainingProgress>? progress = null)
        {
            (this.losses, Toy) = (new(losses), new Toy(seed));
            Trainer = new(Toy.Model, Toy.Optimizer, Toy, Loss) { Random = [Toy.Noise], Validation = new Held(zeros(4, 4)), Patience = patience, Progress = progress, CheckpointPath = checkpoint };
        }

        public Toy Toy { get; }

        public Trainer<Tensor> Trainer { get; }

        /// <summary>By the number of the epoch.</summary>
        public Dictionary<int, float[]> After { get; } = [];

        private LossTerms Loss(Tensor x)
        {
            if (Toy.Model.training) return Toy.Loss(x);
            After[Trainer.EpochsDone + 1] = Toy.Parameters();
            return tensor(losses.Dequeue());
        }
    }
}
