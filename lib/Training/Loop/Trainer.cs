using TorchSharp;
using TorchSharp.Modules;
using Workbook.Display;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>The training loop: batch, loss, gradient, step, again. It knows no model and no data set.</summary>
/// <remarks>
/// It may stop anywhere and go on: <c>trainer.RunTo(0.1); …; trainer.RunTo(3);</c> is one training of three epochs, looked at on the way.
/// Everything that decides the numbers (parameters, optimiser, random states, place in the epoch) is saved with it, so that on a CPU
/// a training that was interrupted ends, bit for bit, where it would have ended.
/// </remarks>
/// <typeparam name="TBatch">Whatever the loss takes: a tensor, labelled images, a list of trees.</typeparam>
public sealed class Trainer<TBatch> : IDisposable
{
    private readonly nn.Module model;
    private readonly OptimizerHelper optimizer;
    private readonly IBatches<TBatch> batches;
    private readonly Func<TBatch, LossTerms> loss;
    private readonly double[] rates;
    private readonly LossLedger ledger = new();
    private string? lastCheckpoint;
    private byte[]? best;                                                           // the parameters of the best epoch, where there is a validation loss

    /// <summary>A training that has not begun: <c>new Trainer&lt;Tensor&gt;(model, optimizer, batches, x => model.Loss(x))</c>.</summary>
    /// <param name="model">What holds the parameters: switched between training and evaluation mode, and saved in checkpoints.</param>
    /// <param name="optimizer">What changes them.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="loss">The mean over a batch, as one scalar or as named terms.</param>
    /// <exception cref="ArgumentException">An epoch has no batch.</exception>
    public Trainer(nn.Module model, OptimizerHelper optimizer, IBatches<TBatch> batches, Func<TBatch, LossTerms> loss)
    {
        if (batches.PerEpoch < 1) throw new ArgumentException($"{nameof(batches)}: expected one batch or more, got {batches.PerEpoch}.", nameof(batches));
        (this.model, this.optimizer, this.batches, StepsPerEpoch, this.loss) = (model, optimizer, batches, batches.PerEpoch, loss);
        rates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
    }

    /// <summary>A training on the same batches in the same order in every epoch; one batch makes it gradient descent on all the data.</summary>
    /// <inheritdoc cref="Trainer{TBatch}(nn.Module, OptimizerHelper, IBatches{TBatch}, Func{TBatch, LossTerms})"/>
    public Trainer(nn.Module model, OptimizerHelper optimizer, IReadOnlyCollection<TBatch> batches, Func<TBatch, LossTerms> loss)
        : this(model, optimizer, new GivenBatches<TBatch>(batches), loss) { }

    /// <summary>Held-out batches, on which the same loss is taken after every epoch; none if not said.</summary>
    public IBatches<TBatch>? Validation { get; init; }

    /// <summary>Early stopping: training ends when the validation loss has not fallen for so many epochs. Default: it does not.</summary>
    /// <remarks>Prechelt, "Early stopping — but when?" (1998). The parameters of the best epoch are kept, in checkpoints too; <see cref="Finish"/> gives them back.</remarks>
    public int? Patience { get; init; }

    /// <summary>How the learning rate changes; if not said, the optimiser's own rate stays.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How much a term of the loss counts at each moment, by its name; histories keep the terms as they are. Default: every term counts fully.</summary>
    public IReadOnlyDictionary<string, Schedule> TermSchedules { get; init; } = new Dictionary<string, Schedule>();

    /// <summary>The generators that the loss draws from, so that checkpoints can keep their states. Torch's own is always kept.</summary>
    public IReadOnlyList<Generator> Random { get; init; } = [];

    /// <summary>Where a checkpoint is written after every epoch and when training is stopped; none if not said.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>What else decides the numbers, by name: seed, likelihood, corruption. Checkpoints keep it, and one with other settings is refused. Default: nothing.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Progress sink, called at most five times a second; null disables reporting. Default: a progress bar on the screen.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; } = new TrainingProgressBar();

    /// <summary>Stops the training between two steps, as does the stop button of the screen. Default: nothing.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whole epochs done.</summary>
    public int EpochsDone { get; private set; }

    /// <summary>Batches in an epoch.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>The epoch of the least validation loss so far, counted from 1; null where there is none.</summary>
    public int? BestEpoch => History.Epochs.Where(epoch => epoch.ValidationLoss is { } loss && !double.IsNaN(loss)).MinBy(epoch => epoch.ValidationLoss)?.Epoch;

    /// <summary>Whether the validation loss has not fallen for <see cref="Patience"/> epochs, so that training has ended.</summary>
    public bool Exhausted => Patience is { } patience && EpochsDone - (BestEpoch ?? 0) >= patience;

    /// <summary>Steps done since the very beginning.</summary>
    public long StepsDone => (long)EpochsDone * StepsPerEpoch + ledger.Examples.Count;

    /// <summary>Losses and validation so far.</summary>
    public TrainingHistory History { get; } = new();

    /// <summary>Trains until this many epochs are done in all, counted from the very beginning; 0.1 is a tenth of the first.</summary>
    /// <param name="epochs">Where to end. Nothing happens when that many are done already, or <see cref="Patience"/> has run out.</param>
    /// <param name="cancellation">Stops this call as <see cref="Cancellation"/> stops any.</param>
    /// <exception cref="OperationCanceledException">It was stopped; calling again goes on from there.</exception>
    /// <exception cref="NonFiniteLossException">The loss became infinite or not a number. On a CPU it is seen before that step changes
    /// any parameter; on a GPU, where looking makes every kernel wait, at the next report, and the step named is still the first bad one.</exception>
    /// <exception cref="ArgumentException">The epochs are negative or not a number.</exception>
    /// <exception cref="IOException">The checkpoint could not be written; that is tried before the first step.</exception>
    public void RunTo(double epochs, CancellationToken cancellation = default)
    {
        if (Patience is < 1) throw new ArgumentException($"{nameof(Patience)}: expected one epoch or more, got {Patience}.", nameof(Patience));
        if (Patience is not null && Validation is null)
            throw new InvalidOperationException($"{nameof(Patience)} waits for a validation loss that falls: give {nameof(Validation)} too, batches that are held out.");
        if (!(epochs >= 0 && double.IsFinite(epochs))) throw new ArgumentException($"{nameof(epochs)}: expected 0 or more, got {epochs}.", nameof(epochs));
        var target = (long)Math.Round(epochs * StepsPerEpoch);
        if (target == 0) return;                                                    // a training that is not to begin has nothing to report
        if (CheckpointPath is not null) WholeFile.RequireWritable(CheckpointPath);
        var pace = new ProgressReporter(epochs, target, StepsDone);
        model.train();
        try
        {
            while (StepsDone < target && !Exhausted) RunEpoch(target, pace, cancellation);
            Report(pace, RunState.Finished);
        }
        catch (Exception stop) when (stop is OperationCanceledException or NonFiniteLossException)
        {
            Progress?.Report(pace.Now(EpochsDone, StepsDone, Means(), History, RunState.Stopped));
            throw;
        }
    }

    /// <summary>Trains as <see cref="RunTo"/> does; then, where <see cref="Patience"/> is set, the model has the parameters of the best epoch.</summary>
    /// <inheritdoc cref="RunTo"/>
    public void Finish(double epochs, CancellationToken cancellation = default)
    {
        RunTo(epochs, cancellation);
        if (Patience is not null && best is not null) Checkpoint.Restore(model, best);
    }

    /// <summary>Saves all that decides how training goes on, in one file: written aside, then renamed.</summary>
    public void Save(string path)
    {
        CheckLosses();
        var position = new TrainingPosition(EpochsDone, StepsPerEpoch, [.. ledger.Names], [.. ledger.Rows], [.. ledger.Examples], [.. History.Steps], [.. History.Epochs], AllSettings);
        Checkpoint.Write(path, model, optimizer, position, RandomStates.Of(Random), best);
        lastCheckpoint = path;
    }

    /// <summary>Goes on from a checkpoint; model, optimiser and batches must be built as they were for the training that wrote it.</summary>
    /// <exception cref="InvalidDataException">The file is not a whole checkpoint, or is one of another training.</exception>
    /// <exception cref="InvalidOperationException">This training has already begun.</exception>
    public void Resume(string path)
    {
        if (StepsDone > 0) throw new InvalidOperationException("This training has already begun; make a new Trainer to resume a checkpoint.");
        (var position, var random, best) = Checkpoint.Read(path, model, optimizer, StepsPerEpoch, Random.Count + 1, AllSettings);
        EpochsDone = position.EpochsDone;
        ledger.Restore(position.Terms, position.Rows, position.Examples);
        History.Restore(position.Epochs, position.Steps);
        RandomStates.Restore(Random, random);
        lastCheckpoint = path;
    }

    /// <summary>Gives back what the loop itself holds; model, optimiser and batches are the caller's.</summary>
    public void Dispose() => ledger.Dispose();

    // Runs the epoch under way to its end, or to the target if that comes first.
    private void RunEpoch(long target, ProgressReporter pace, CancellationToken cancellation)
    {
        foreach (var batch in batches.Epoch(EpochsDone, ledger.Examples.Count))
        {
            if (ledger.Examples.Count == StepsPerEpoch) break;                      // a sequence may go on; the epoch does not
            StopIfAsked(cancellation);
            var examples = batches.Examples(batch);
            Step(batch, examples);
            pace.Count(examples);
            if (pace.ReportIsDue) Report(pace, RunState.Running);
            if (StepsDone == target && ledger.Examples.Count < StepsPerEpoch) return;
        }                                                                           // asked for one more, a sequence frees its last batch
        if (ledger.Examples.Count < StepsPerEpoch)
            throw new InvalidOperationException($"An epoch is said to have {StepsPerEpoch} batches, but ended after {ledger.Examples.Count}.");
        FinishEpoch();
    }

    private void Step(TBatch batch, long examples)
    {
        using var scope = NewDisposeScope();                                        // every tensor born in this step dies here
        SetRates();
        optimizer.zero_grad();
        var terms = loss(batch);
        var total = Weighted(terms);
        ledger.Record(terms, examples);
        if (total.device_type == DeviceType.CPU) CheckLosses();                     // looking costs nothing here
        total.backward();
        optimizer.step();
    }

    private Tensor Weighted(LossTerms terms)
    {
        if (TermSchedules.Count == 0) return terms.Total;
        if (TermSchedules.Keys.Except(terms.Names).FirstOrDefault() is { } stranger)
            throw new ArgumentException($"{nameof(TermSchedules)}: expected {string.Join(" or ", terms.Names)}, got {stranger}.", nameof(TermSchedules));
        return terms.Names.Select(name => TermSchedules.TryGetValue(name, out var schedule) ? schedule.Factor(EpochsSoFar) * terms[name] : terms[name])
            .Aggregate((sum, term) => sum + term);
    }

    private void FinishEpoch()
    {
        CheckLosses();
        var validation = Validation is null ? null : MeanLoss.Over(model, Validation, loss);
        EpochsDone++;
        History.Add(new EpochResult(EpochsDone, ledger.Means(), validation));
        if (BestEpoch == EpochsDone) best = Checkpoint.Kept(model);
        ledger.Clear();
        if (CheckpointPath is not null) Save(CheckpointPath);
    }

    private void StopIfAsked(CancellationToken cancellation)
    {
        if (!cancellation.IsCancellationRequested && !Cancellation.IsCancellationRequested && !Stop.Token.IsCancellationRequested) return;
        if (CheckpointPath is not null) Save(CheckpointPath);
        var saved = CheckpointPath is null ? "" : $" Its state is saved in {CheckpointPath}.";
        throw new OperationCanceledException($"Training was stopped after step {StepsDone}; RunTo goes on from there.{saved}");
    }

    private void CheckLosses()
    {
        var known = ledger.Rows.Count;
        var bad = ledger.Read();
        History.Add(ledger.Rows.Skip(known).Select(row => row.Sum()));
        if (bad < 0) return;
        var terms = ledger.Names.Zip(ledger.Rows[bad]).ToDictionary(pair => pair.First, pair => pair.Second);
        throw new NonFiniteLossException((long)EpochsDone * StepsPerEpoch + bad + 1, EpochsDone + 1, terms, lastCheckpoint);
    }

    private Dictionary<string, string> AllSettings => new(Settings) { ["Data"] = batches.Description };

    private double EpochsSoFar => StepsDone / (double)StepsPerEpoch;

    private void SetRates()
    {
        if (Schedule is null) return;
        var factor = Schedule.Factor(EpochsSoFar);
        foreach (var (group, rate) in optimizer.ParamGroups.Zip(rates)) group.LearningRate = factor * rate;
    }

    private void Report(ProgressReporter pace, RunState state)
    {
        CheckLosses();
        Progress?.Report(pace.Now(EpochsDone, StepsDone, Means(), History, state));
    }

    private IReadOnlyDictionary<string, double> Means() =>
        ledger.Rows.Count > 0 ? ledger.Means() : History.Epochs.Count > 0 ? History.Epochs[^1].Terms : new Dictionary<string, double>();
}
