namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What changes the step size over time.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Changes an optimiser's learning rates, once after every epoch (or step, for those that say so).</summary>
            public abstract class LRScheduler
            {
                private readonly bool verbose;

                /// <summary>A schedule without an optimiser of its own.</summary>
                private protected LRScheduler() => (Optimizer, BaseRates) = (null!, []);

                /// <summary>A schedule for an optimiser.</summary>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    Optimizer = optimizer ?? throw new ArgumentNullException(nameof(optimizer));
                    (LastEpoch, this.verbose) = (last_epoch, verbose);
                    BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                    LastRates = [.. Rates];
                }

                internal Optimizer Optimizer { get; }

                internal int LastEpoch { get; set; }

                private protected double[] BaseRates { get; set; }

                private protected IReadOnlyList<double> LastRates { get; set; } = [];

                private protected IEnumerable<ILearningRateController> Groups => Optimizer.ParamGroups;

                private protected IEnumerable<double> Rates => Groups.Select(group => group.LearningRate);

                /// <summary>The rates of the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>The rates of a given epoch, or of the next one.</summary>
                public virtual void step(int? epoch)
                {
                    LastEpoch = epoch ?? LastEpoch + 1;
                    var rates = (epoch is null ? get_lr() : get_closed_form_lr()).ToArray();
                    foreach (var (group, rate) in Groups.Zip(rates)) group.LearningRate = rate;
                    if (verbose && !rates.SequenceEqual(LastRates))
                        Console.WriteLine(FormattableString.Invariant($"Epoch {LastEpoch}: the learning rate is now {string.Join(", ", rates)}."));
                    LastRates = rates;
                }

                /// <summary>The same for schedules that look at a metric; this one does not.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates that were set last, one for each group.</summary>
                public IEnumerable<double> get_last_lr() => LastRates;

                /// <summary>The rates of <see cref="LastEpoch"/> from those before it.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The rates of <see cref="LastEpoch"/> from the initial ones, where a formula is known.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Scaled(double factor) => Rates.Select(rate => rate * factor);

                private protected IEnumerable<double> FromBase(double factor) => BaseRates.Select(rate => rate * factor);
            }
        }
    }
}
