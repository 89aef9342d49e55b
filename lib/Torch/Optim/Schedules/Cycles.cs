namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up from a low rate and down to a lower one within all the steps there are, momentum the other way; one step after every batch.</summary>
                /// <remarks>Smith and Topin 2018, "Super-convergence", arXiv:1708.07120.</remarks>
                public sealed class OneCycleLR : LRScheduler
                {
                    /// <summary>The way from one value to the next.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos,
                        /// <summary>A line.</summary>
                        Linear,
                    }

                    private readonly record struct Phase(double End, Func<int, double> StartRate, Func<int, double> EndRate, bool Falls, bool Rises);

                    private readonly Phase[] phases;
                    private readonly int total;
                    private readonly AnnealStrategy strategy;
                    private readonly (double Least, double Greatest)[]? momenta;

                    /// <inheritdoc cref="OneCycleLR"/>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, optimizer.ParamGroups.Select(_ => max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            optimizer.ParamGroups.Select(_ => base_momentum), optimizer.ParamGroups.Select(_ => max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    { }

                    /// <summary>Values for each group.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (total, strategy) = (Steps(total_steps, epochs, steps_per_epoch), anneal_strategy);
                        if (pct_start is < 0 or > 1) throw new ArgumentException($"pct_start: expected a share in [0, 1], got {pct_start}.", nameof(pct_start));
                        var greatest = max_lr.ToArray();
                        double Initial(int i) => greatest[i] / div_factor;
                        double Greatest(int i) => greatest[i];
                        double Least(int i) => Initial(i) / final_div_factor;
                        var up = new Phase(pct_start * total - 1, Initial, Greatest, Falls: true, Rises: false);
                        phases = three_phase
                            ? [up, new(2 * pct_start * total - 2, Greatest, Initial, Falls: false, Rises: true), new(total - 1, Initial, Least, Falls: false, Rises: false)]
                            : [up, new(total - 1, Greatest, Least, Falls: false, Rises: true)];
                        if (cycle_momentum) momenta = Momenta(base_momentum, max_momentum);
                        step();
                    }

                    private static int Steps(int total, int epochs, int perEpoch)
                    {
                        if (total == -1 && epochs > 0 && perEpoch > 0) return epochs * perEpoch;
                        return total > 0 ? total : throw new ArgumentException("Give either total_steps, or both epochs and steps_per_epoch, each at least one.");
                    }

                    private (double, double)[] Momenta(IEnumerable<double>? least, IEnumerable<double>? greatest)
                    {
                        if (Groups.Any(group => group is not (IMomentum or IBetas)))
                            throw new ArgumentException("cycle_momentum: the optimiser has no momentum to cycle.");
                        return [.. (least ?? Groups.Select(_ => 0.85)).Zip(greatest ?? Groups.Select(_ => 0.95))];
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch > total) throw new InvalidOperationException($"Step {LastEpoch + 1} of a cycle of {total} steps.");
                        var current = Array.FindIndex(phases, phase => LastEpoch <= phase.End);
                        if (current < 0) current = phases.Length - 1;
                        var start = current == 0 ? 0 : phases[current - 1].End;
                        var share = (LastEpoch - start) / (phases[current].End - start);
                        return Groups.ToList().Select((group, i) => Set(group, i, phases[current], share)).ToList();
                    }

                    private double Set(ILearningRateController group, int i, Phase phase, double share)
                    {
                        if (momenta is not null)
                        {
                            var (least, greatest) = momenta[i];
                            SetMomentum(group, Anneal(phase.Rises ? least : greatest, phase.Falls ? least : greatest, share));
                        }
                        return Anneal(phase.StartRate(i), phase.EndRate(i), share);
                    }

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas decay) decay.Betas = (momentum, decay.Betas.Item2);
                        else ((IMomentum)group).Momentum = momentum;
                    }

                    private double Anneal(double start, double end, double share) => strategy == AnnealStrategy.Cos
                        ? end + (start - end) / 2.0 * (Math.Cos(Math.PI * share) + 1)
                        : (end - start) * share + start;
                }

                /// <summary>A factor less when a metric has not improved for some epochs; call <c>step(metric)</c>.</summary>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool falling, relative;
                    private readonly double factor, threshold, eps;
                    private readonly int patience, cooldown;
                    private readonly double[] leastRates;
                    private double best;
                    private int badEpochs, coolingEpochs;

                    /// <inheritdoc cref="ReduceLROnPlateau"/>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                        int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) : base(optimizer, 0, verbose)
                    {
                        if (factor >= 1) throw new ArgumentException($"factor: expected less than one, got {factor}.", nameof(factor));
                        falling = mode switch { "min" => true, "max" => false, _ => throw new ArgumentException($"mode: expected min or max, got {mode}.", nameof(mode)) };
                        relative = threshold_mode switch { "rel" => true, "abs" => false, _ => throw new ArgumentException($"threshold_mode: expected rel or abs, got {threshold_mode}.", nameof(threshold_mode)) };
                        (this.factor, this.patience, this.threshold, this.cooldown, this.eps) = (factor, patience, threshold, cooldown, eps);
                        leastRates = min_lr is { Count: > 1 } ? [.. min_lr] : [.. Groups.Select(_ => min_lr is [var only] ? only : 0)];
                        best = falling ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Takes note of the metric after an epoch.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        if (IsBetter(current)) (best, badEpochs) = (current, 0);
                        else badEpochs++;
                        if (coolingEpochs > 0) (coolingEpochs, badEpochs) = (coolingEpochs - 1, 0);
                        if (badEpochs > patience)
                        {
                            foreach (var (group, least) in Groups.Zip(leastRates)) Reduce(group, Math.Max(group.LearningRate * factor, least));
                            (coolingEpochs, badEpochs) = (cooldown, 0);
                        }
                        LastRates = [.. Rates];
                    }

                    private void Reduce(ILearningRateController group, double rate)
                    {
                        if (group.LearningRate - rate > eps) group.LearningRate = rate;
                    }

                    private bool IsBetter(double current) => (falling, relative) switch
                    {
                        (true, true) => current < best * (1 - threshold),
                        (true, false) => current < best - threshold,
                        (false, true) => current > best * (1 + threshold),
                        (false, false) => current > best + threshold,
                    };

                    /// <summary>Not without a metric.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() => throw new InvalidOperationException("ReduceLROnPlateau needs the metric: call step(metric).");

                    /// <inheritdoc cref="step()"/>
                    public override void step(int? epoch) => step();
                }
            }
        }
    }
}
