using TorchSharp;
using Workbook.Display;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training.Tests;

[Collection("torch's own generator")]
public class TrainerTests
{
    [Fact]
    public void Stopping_to_look_changes_nothing()
    {
        var (atOnce, inPieces) = (new Toy(), new Toy());
        manual_seed(3);
        using (var trainer = atOnce.Trainer()) trainer.RunTo(2);
        manual_seed(3);
        using (var trainer = inPieces.Trainer())
        {
            trainer.RunTo(0.1);
            Assert.Equal(1, trainer.StepsDone);                                     // 0.1 of six steps, rounded
            trainer.RunTo(1.5);
            trainer.RunTo(2);
            trainer.RunTo(1);                                                       // already behind: nothing happens
            Assert.Equal(12, trainer.StepsDone);
        }
        Assert.Equal(atOnce.Parameters(), inPieces.Parameters());
    }

    [Fact]
    public void The_loop_is_the_loop_written_by_hand()
    {
        var (ours, byHand) = (new Toy(dropout: 0), new Toy(dropout: 0));
        using (var trainer = ours.Trainer()) trainer.RunTo(3);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            foreach (var batch in byHand.Epoch(epoch, skip: 0))
            {
                using var scope = NewDisposeScope();
                byHand.Optimizer.zero_grad();
                byHand.Loss(batch).Total.backward();
                byHand.Optimizer.step();
            }
        }
        Assert.Equal(byHand.Parameters(), ours.Parameters());
    }

    [Fact]
    public void Terms_are_kept_apart_and_averaged_over_examples_not_batches()
    {
        // Batches of 4, 4, 4, 4, 4 and 2 examples whose "first" is the batch's size: (5·4·4 + 2·2) / 22.
        var toy = new Toy();
        using var trainer = toy.Trainer(x => new LossTerms(("first", toy.Loss(x).Total * 0 + x.shape[0]), ("second", tensor(0.5))));
        trainer.RunTo(1);
        var epoch = Assert.Single(trainer.History.Epochs);
        Assert.Equal(84.0 / 22, epoch.Terms["first"], 12);
        Assert.Equal(0.5, epoch.Terms["second"], 12);
        Assert.Equal([4.5, 4.5, 4.5, 4.5, 4.5, 2.5], trainer.History.Steps);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void So_many_epochs_there_are_not(double epochs)
    {
        using var trainer = new Toy().Trainer();
        Assert.StartsWith("epochs: expected 0 or more, got", Assert.Throws<ArgumentException>(() => trainer.RunTo(epochs)).Message);
    }

    [Fact]
    public void A_training_of_no_epochs_reports_nothing()
    {
        var reports = new Toy.Reports();
        using var trainer = new Toy().Trainer(progress: reports);
        trainer.RunTo(0);
        Assert.Empty(reports);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_found_before_the_first_step()
    {
        using var trainer = new Toy().Trainer(checkpoint: Path.GetTempPath());
        Assert.Contains("cannot be written (it is a folder; name a file in it)", Assert.Throws<IOException>(() => trainer.RunTo(1)).Message);
        Assert.Equal(0, trainer.StepsDone);
    }

    [Fact]
    public void Data_with_gaps_are_told_from_a_rate_that_is_too_large()
    {
        using var first = new Toy().Trainer(_ => tensor(double.NaN));
        Assert.EndsWith("it was so before anything was learned, so look for gaps in the data.", Assert.Throws<NonFiniteLossException>(() => first.RunTo(1)).Message);
        var (toy, step) = (new Toy(), 0);
        using var later = toy.Trainer(x => ++step == 3 ? tensor(double.NaN) : toy.Loss(x));
        Assert.EndsWith("a smaller learning rate often helps.", Assert.Throws<NonFiniteLossException>(() => later.RunTo(1)).Message);
    }

    [Fact]
    public void A_loss_that_is_not_a_number_stops_at_that_step_before_it_spoils_anything()
    {
        var toy = new Toy();
        var step = 0;
        float[] before = [];
        var folder = Directory.CreateTempSubdirectory();
        var checkpoint = Path.Combine(folder.FullName, "toy.checkpoint");
        using var trainer = toy.Trainer(x =>
        {
            if (++step == 8) before = toy.Parameters();
            return new LossTerms(("reconstruction", toy.Loss(x).Total), ("penalty", tensor(step == 8 ? double.NaN : 0.25)));
        }, checkpoint);

        var stop = Assert.Throws<NonFiniteLossException>(() => trainer.RunTo(5));
        Assert.Equal((8, 2), (stop.Step, stop.Epoch));
        Assert.True(double.IsNaN(stop.Terms["penalty"]) && double.IsFinite(stop.Terms["reconstruction"]));
        Assert.Equal(checkpoint, stop.Checkpoint);
        Assert.Matches(@"^Training stopped at step 8 \(epoch 2\) because the loss is not finite: reconstruction = \d.*, penalty = NaN\. The last good checkpoint is .*toy\.checkpoint; ", stop.Message);
        Assert.Equal(before, toy.Parameters());

        var rescued = new Toy(seed: 2);
        using var again = rescued.Trainer(x => new LossTerms(("reconstruction", rescued.Loss(x).Total), ("penalty", tensor(0.25))));
        again.Resume(checkpoint);
        Assert.Equal(1, again.EpochsDone);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void An_infinite_loss_without_a_checkpoint_says_that_there_is_none()
    {
        var toy = new Toy();
        using var trainer = toy.Trainer(x => toy.Loss(x).Total / 0);
        var stop = Assert.Throws<NonFiniteLossException>(() => trainer.RunTo(1));
        Assert.Contains("step 1 (epoch 1)", stop.Message);
        Assert.Contains("loss = Infinity. There is no checkpoint to go back to", stop.Message);
    }

    [Fact]
    public void Cancellation_stops_between_steps_and_training_can_go_on()
    {
        var (straight, stopped) = (new Toy(), new Toy());
        manual_seed(3);
        using (var trainer = straight.Trainer()) trainer.RunTo(2);

        manual_seed(3);
        using var cancellation = new CancellationTokenSource();
        var step = 0;
        using var interrupted = stopped.Trainer(x =>
        {
            if (++step == 4) cancellation.Cancel();
            return stopped.Loss(x);
        });
        Assert.Throws<OperationCanceledException>(() => interrupted.RunTo(2, cancellation.Token));
        Assert.Equal(4, interrupted.StepsDone);
        interrupted.RunTo(2);
        Assert.Equal(straight.Parameters(), stopped.Parameters());
    }

    [Fact]
    public void A_token_given_beforehand_stops_every_call()
    {
        var toy = new Toy();
        using var cancellation = new CancellationTokenSource();
        using var trainer = new Trainer<Tensor>(toy.Model, toy.Optimizer, toy, toy.Loss) { Progress = null, Cancellation = cancellation.Token };
        trainer.RunTo(0.5);
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => trainer.RunTo(2));
        Assert.Equal(3, trainer.StepsDone);
    }

    [Fact]
    public void The_stop_button_of_the_screen_stops_it_too()
    {
        var toy = new Toy();
        using var button = new CancellationTokenSource();
        Stop.Token = button.Token;
        try
        {
            using var trainer = toy.Trainer();
            button.Cancel();
            var stop = Assert.Throws<OperationCanceledException>(() => trainer.RunTo(1));
            Assert.Equal("Training was stopped after step 0; RunTo goes on from there.", stop.Message);
        }
        finally
        {
            Stop.Token = CancellationToken.None;
        }
    }

    [Fact]
    public void The_last_report_says_finished_and_where_it_stands()
    {
        var reports = new Toy.Reports();
        var toy = new Toy();
        using var trainer = toy.Trainer(progress: reports);
        trainer.RunTo(1.5);
        var last = reports[^1];
        Assert.Equal((RunState.Finished, 9L, 9L, 2), (last.State, last.Step, last.Steps, last.Epoch));
        Assert.Equal(trainer.History.Steps.Skip(6).Average(), last.Loss, last.Loss * 0.5);
        Assert.Equal(TimeSpan.Zero, last.TimeLeft);
        Assert.All(reports.SkipLast(1), report => Assert.Equal(RunState.Running, report.State));
    }

    [Fact]
    public void Validation_takes_the_same_loss_without_dropout_and_without_changing_anything()
    {
        var (with, without) = (new Toy(), new Toy());
        using var held = rand(5, 4, generator: new Generator(7));
        manual_seed(3);
        using (var trainer = without.Trainer(x => Clean(without, x))) trainer.RunTo(1);
        manual_seed(3);
        using var validated = new Trainer<Tensor>(with.Model, with.Optimizer, with, x => Clean(with, x)) { Validation = new Held(held), Progress = null };
        validated.RunTo(1);

        Assert.Equal(without.Parameters(), with.Parameters());
        Assert.True(with.Model.training);
        with.Model.eval();
        Assert.Equal(Clean(with, held).ToDouble(), validated.History.Epochs[0].ValidationLoss!.Value, 1e-6);
    }

    [Fact]
    public void A_schedule_multiplies_the_optimisers_own_rate()
    {
        var toy = new Toy();
        var rates = new List<double>();
        using var trainer = new Trainer<Tensor>(toy.Model, toy.Optimizer, toy, x =>
        {
            rates.Add(toy.Optimizer.ParamGroups.First().LearningRate);
            return toy.Loss(x);
        })
        { Schedule = Schedule.Steps(0.1, 0.5), Progress = null };
        trainer.RunTo(1);
        Assert.Equal([0.01, 0.01, 0.01, 0.001, 0.001, 0.001], rates.Select(rate => Math.Round(rate, 12)));
    }

    [Fact]
    public void A_term_counts_as_its_schedule_says_and_is_recorded_as_it_is()
    {
        using var weight = new TorchSharp.Modules.Parameter(zeros(1));
        using var model = new Scales(weight);
        using var trainer = new Trainer<Tensor>(model, optim.SGD([weight], 0.1), new[] { ones(1), ones(1) }, x => new(("one", (weight * x).sum()), ("two", 2 * (weight * x).sum())))
        { TermSchedules = new Dictionary<string, Schedule> { ["two"] = Schedule.Rising(1) }, Progress = null };
        trainer.RunTo(1);
        Assert.Equal(-0.3, weight.ToDouble(), 1e-6);                                // −0.1 · (1 + 0 · 2), then −0.1 · (1 + ½ · 2)
        Assert.Equal(-0.1, trainer.History.Epochs[0].Terms["two"], 1e-6);           // the mean of 2 · 0 and 2 · −0.1
        using var stranger = new Trainer<Tensor>(model, optim.SGD([weight], 0.1), new[] { ones(1) }, x => (weight * x).sum())
        { TermSchedules = new Dictionary<string, Schedule> { ["two"] = Schedule.Rising(1) }, Progress = null };
        Assert.Contains("expected loss, got two", Assert.Throws<ArgumentException>(() => stranger.RunTo(1)).Message);
    }

    private sealed class Scales : nn.Module
    {
        public Scales(TorchSharp.Modules.Parameter weight) : base(nameof(Scales)) => register_parameter("weight", weight);
    }

    [Fact]
    public void Batches_that_end_early_are_reported()
    {
        var toy = new Toy { PerEpoch = 7 };
        using var trainer = new Trainer<Tensor>(toy.Model, toy.Optimizer, toy, toy.Loss) { Progress = null };
        Assert.Equal("An epoch is said to have 7 batches, but ended after 6.",
            Assert.Throws<InvalidOperationException>(() => trainer.RunTo(1)).Message);
    }

    [Fact]
    public void No_batch_at_all_is_refused()
    {
        var toy = new Toy();
        Assert.StartsWith("batches: expected one batch or more, got 0.", Assert.Throws<ArgumentException>(() =>
            new Trainer<Tensor>(toy.Model, toy.Optimizer, [], toy.Loss)).Message);
    }

    [Fact]
    public void Two_thousand_steps_leave_no_more_tensors_than_twenty()
    {
        var toy = new Toy();
        using var trainer = toy.Trainer();
        trainer.RunTo(4);
        var before = Tensor.TotalCount;
        trainer.RunTo(334);
        Assert.InRange(Tensor.TotalCount, 0, before + 50);                          // other tests make and finalise a few meanwhile
    }

    private static Tensor Clean(Toy toy, Tensor x) => (toy.Model.call(x) - x).square().sum(dim: -1).mean();
}
