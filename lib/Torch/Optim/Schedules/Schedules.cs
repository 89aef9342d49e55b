namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The schedules themselves; the functions of <see cref="lr_scheduler"/> make them.</summary>
            public static partial class impl
            {
                /// <summary>The initial rate times a function of the epoch.</summary>
                public sealed class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] factors;

                    /// <inheritdoc cref="LambdaLR"/>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => lr_lambda), last_epoch, verbose) { }

                    /// <summary>One function for each group.</summary>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        factors = [.. lr_lambdas];
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => BaseRates.Zip(factors, (rate, factor) => rate * factor(LastEpoch));
                }

                /// <summary>The last rate times a function of the epoch.</summary>
                public sealed class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] factors;

                    /// <inheritdoc cref="MultiplicativeLR"/>
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => lr_lambda), last_epoch, verbose) { }

                    /// <summary>One function for each group.</summary>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        factors = [.. lr_lambdas];
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        LastEpoch > 0 ? Rates.Zip(factors, (rate, factor) => rate * factor(LastEpoch)) : Rates;
                }

                /// <summary>γ times less after every so many epochs.</summary>
                public sealed class StepLR : LRScheduler
                {
                    private readonly int size;
                    private readonly double gamma;

                    /// <inheritdoc cref="StepLR"/>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (size, this.gamma) = (step_size, gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 || LastEpoch % size != 0 ? Rates : Scaled(gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(Math.Pow(gamma, LastEpoch / size));
                }

                /// <summary>γ times less at each milestone.</summary>
                public sealed class MultiStepLR : LRScheduler
                {
                    private readonly int[] milestones;
                    private readonly double gamma;

                    /// <inheritdoc cref="MultiStepLR"/>
                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.milestones, this.gamma) = ([.. milestones], gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Scaled(Math.Pow(gamma, milestones.Count(milestone => milestone == LastEpoch)));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(Math.Pow(gamma, milestones.Count(milestone => milestone <= LastEpoch)));
                }

                /// <summary>γ times less after every epoch.</summary>
                public sealed class ExponentialLR : LRScheduler
                {
                    private readonly double gamma;

                    /// <inheritdoc cref="ExponentialLR"/>
                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        this.gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 ? Rates : Scaled(gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(Math.Pow(gamma, LastEpoch));
                }

                /// <summary>A share of the rate for the first epochs, then all of it.</summary>
                public sealed class ConstantLR : LRScheduler
                {
                    private readonly double factor;
                    private readonly int epochs;

                    /// <inheritdoc cref="ConstantLR"/>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (this.factor, epochs) = (factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 ? Scaled(factor) : LastEpoch == epochs ? Scaled(1 / factor) : Rates;

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(LastEpoch >= epochs ? 1 : factor);
                }

                /// <summary>From one share of the rate to another along a line.</summary>
                public sealed class LinearLR : LRScheduler
                {
                    private readonly double start, end;
                    private readonly int epochs;

                    /// <inheritdoc cref="LinearLR"/>
                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (start, end, epochs) = (start_factor, end_factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0) return Scaled(start);
                        return LastEpoch > epochs ? Rates : Scaled(1 + (end - start) / (epochs * start + (LastEpoch - 1) * (end - start)));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(start + (end - start) * Math.Min(epochs, LastEpoch) / epochs);
                }

                /// <summary>To zero along (1 − epoch / epochs)ᵖ.</summary>
                public sealed class PolynomialLR : LRScheduler
                {
                    private readonly int epochs;
                    private readonly double power;

                    /// <inheritdoc cref="PolynomialLR"/>
                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (epochs, this.power) = (total_iters, power);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 || LastEpoch > epochs
                        ? Rates
                        : Scaled(Math.Pow((1.0 - (double)LastEpoch / epochs) / (1.0 - (double)(LastEpoch - 1) / epochs), power));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(Math.Pow(1 - (double)Math.Min(epochs, LastEpoch) / epochs, power));
                }

                /// <summary>From the initial rate to the least along half a cosine, and back (Loshchilov and Hutter 2017, arXiv:1608.03983).</summary>
                public sealed class CosineAnnealingLR : LRScheduler
                {
                    private readonly double epochs, least;

                    /// <inheritdoc cref="CosineAnnealingLR"/>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (epochs, least) = (T_max, eta_min);
                        step();
                    }

                    private double Height(double epoch) => 1 + Math.Cos(Math.PI * epoch / epochs);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0) return Rates;
                        return (LastEpoch - 1 - epochs) % (2 * epochs) == 0
                            ? Rates.Zip(BaseRates, (rate, first) => rate + (first - least) * (1 - Math.Cos(Math.PI / epochs)) / 2)
                            : Rates.Select(rate => Height(LastEpoch) / Height(LastEpoch - 1) * (rate - least) + least);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => BaseRates.Select(rate => least + (rate - least) * Height(LastEpoch) / 2);
                }

                /// <summary>Schedules one after the other, each from a milestone on.</summary>
                public sealed class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;
                    private readonly int[] milestones;

                    /// <inheritdoc cref="SequentialLR"/>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) : base(optimizer, last_epoch + 1)
                    {
                        (this.schedulers, this.milestones) = ([.. schedulers], [.. milestones]);
                        if (this.schedulers.Any(scheduler => scheduler.Optimizer != optimizer))
                            throw new ArgumentException("schedulers: all must be for the optimiser of the sequence.", nameof(schedulers));
                        if (this.milestones.Length != this.schedulers.Length - 1)
                            throw new ArgumentException($"milestones: {this.schedulers.Length} schedules need {this.schedulers.Length - 1} of them, got {this.milestones.Length}.", nameof(milestones));
                        foreach (var group in Groups) group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in this.schedulers) scheduler.LastEpoch--;        // each made a first step of its own
                        this.schedulers[0].step();
                        LastRates = [.. Rates];
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var current = milestones.Count(milestone => milestone <= LastEpoch);
                        if (current > 0 && milestones[current - 1] == LastEpoch) schedulers[current].step(0);
                        else schedulers[current].step();
                        return Rates;
                    }
                }

                /// <summary>Several schedules at once: each changes what the one before it left.</summary>
                public sealed class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;

                    /// <inheritdoc cref="ChainedLR"/>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers) : base(First(schedulers))
                    {
                        this.schedulers = [.. schedulers];
                        LastRates = [.. Rates];
                    }

                    private static Optimizer First(IEnumerable<LRScheduler> schedulers)
                    {
                        var optimizers = schedulers.Select(scheduler => scheduler.Optimizer).Distinct().ToList();
                        return optimizers.Count == 1 ? optimizers[0] : throw new ArgumentException("schedulers: expected at least one, and all for the same optimiser.", nameof(schedulers));
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        foreach (var scheduler in schedulers) scheduler.step();
                        LastRates = [.. Rates];
                    }
                }
            }
        }
    }
}
