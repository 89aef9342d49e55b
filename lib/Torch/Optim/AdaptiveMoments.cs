using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: p ← p − lr · m̂ / (√v̂ + eps), with m̂ and v̂ unbiased running means of the gradient and its square.</summary>
/// <remarks>Kingma and Ba 2015, "Adam: a method for stochastic optimization", arXiv:1412.6980, algorithm 1.</remarks>
public abstract class AdaptiveMoments : OptimizerHelper, IBetas
{
    private readonly Options defaults;

    private protected AdaptiveMoments(IEnumerable<Modules.ParamGroup> groups, Options defaults)
    {
        Require(defaults.LearningRate >= 0, "lr: expected a rate of at least zero", defaults.LearningRate!.Value);
        Require(defaults.eps >= 0, "eps: expected at least zero", defaults.eps!.Value);
        Require(defaults.beta1 is >= 0 and < 1, "beta1: expected a value in [0, 1)", defaults.beta1!.Value);
        Require(defaults.beta2 is >= 0 and < 1, "beta2: expected a value in [0, 1)", defaults.beta2!.Value);
        Require(defaults.weight_decay >= 0, "weight_decay: expected at least zero", defaults.weight_decay!.Value);
        this.defaults = defaults;
        AddGroups(groups);
    }

    private protected static Options Given(double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize) => new()
    {
        LearningRate = lr,
        InitialLearningRate = lr,
        beta1 = beta1,
        beta2 = beta2,
        eps = eps,
        weight_decay = weight_decay,
        amsgrad = amsgrad,
        maximize = maximize,
    };

    /// <inheritdoc/>
    public (double, double) Betas
    {
        get => (defaults.beta1!.Value, defaults.beta2!.Value);
        set => (defaults.beta1, defaults.beta2) = (value.Item1, value.Item2);
    }

    private protected override OptimizerOptions Complete(OptimizerOptions? options)
    {
        var own = options as Options ?? new Options();
        own.LearningRate ??= defaults.LearningRate;
        own.beta1 ??= defaults.beta1;
        own.beta2 ??= defaults.beta2;
        own.eps ??= defaults.eps;
        own.weight_decay ??= defaults.weight_decay;
        own.amsgrad ??= defaults.amsgrad;
        own.maximize ??= defaults.maximize;
        return own;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    /// <summary>Whether weight decay is taken off the parameters, rather than made part of the gradient.</summary>
    private protected abstract bool DecaysApart { get; }

    private protected override void Update(OptimizerOptions options, IReadOnlyList<Slot> slots)
    {
        var chosen = (Options)options;
        foreach (var slot in slots) ((State)slot.State).step++;
        foreach (var alike in slots.GroupBy(slot => ((State)slot.State).step)) Update(chosen, alike.Key, [.. alike]);
    }

    private void Update(Options options, long step, Slot[] slots)
    {
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        Tensor[] All(Func<Slot, Tensor> part) => Array.ConvertAll(slots, slot => part(slot));
        var (parameters, gradients) = (All(slot => slot.Parameter), All(slot => slot.Gradient));
        var (mean, square) = (All(slot => ((State)slot.State).exp_avg), All(slot => ((State)slot.State).exp_avg_sq));
        if (!options.amsgrad!.Value && new[] { parameters, gradients, mean, square }.All(tensors => tensors.All(AdamKernel.Fits)))
        {
            AdamKernel.Step(parameters, gradients, mean, square, AdamKernel.Numbers.Of(options, step, DecaysApart));
            return;
        }

        if (options.maximize!.Value) gradients = Foreach.Neg(gradients);
        if (options.weight_decay != 0 && DecaysApart) Foreach.Mul_(parameters, 1 - options.LearningRate!.Value * options.weight_decay!.Value);
        else if (options.weight_decay != 0) gradients = Foreach.Add(gradients, parameters, options.weight_decay!.Value);
        Foreach.Mul_(mean, beta1);
        Foreach.Add_(mean, gradients, 1 - beta1);
        Foreach.Mul_(square, beta2);
        Foreach.AddCMul_(square, gradients, gradients, 1 - beta2);
        var greatest = options.amsgrad.Value ? Array.ConvertAll(slots, slot => ((State)slot.State).Greatest()) : square;
        var divisor = Foreach.Sqrt(greatest);
        Foreach.Div_(divisor, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Foreach.Add_(divisor, options.eps!.Value);
        Foreach.AddCDiv_(parameters, mean, divisor, -options.LearningRate!.Value / (1 - Math.Pow(beta1, step)));
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps were made.</summary>
        public long step;

        /// <summary>m: the running mean of the gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>v: the running mean of its square.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The greatest v so far, for AMSGrad.</summary>
        public Tensor? max_exp_avg_sq;

        /// <summary>The memory of a parameter, to be initialised.</summary>
        public State(Parameter parameter) : base(parameter) { }

        internal Tensor Greatest()
        {
            using var old = max_exp_avg_sq!;
            return max_exp_avg_sq = Remembered(maximum(old, exp_avg_sq));
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = Remembered(zeros_like(_parameter, requires_grad: false));
            exp_avg_sq = Remembered(zeros_like(_parameter, requires_grad: false));
            max_exp_avg_sq = ((Options)options).amsgrad == true ? Remembered(zeros_like(_parameter, requires_grad: false)) : null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg.Save(writer);
            exp_avg_sq.Save(writer);
            SaveConditionalStateTensor(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            exp_avg.Load(reader);
            exp_avg_sq.Load(reader);
            LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step &&
            Close(exp_avg, state.exp_avg) && Close(exp_avg_sq, state.exp_avg_sq) && Close(max_exp_avg_sq, state.max_exp_avg_sq);

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Move(ref exp_avg!, device);
            Move(ref exp_avg_sq!, device);
            Move(ref max_exp_avg_sq, device);
        }

        /// <summary>Frees the running means.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }

    /// <summary>How a group of parameters is changed.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the mean gradient.</summary>
        public double? beta1;

        /// <summary>The decay rate of the mean square.</summary>
        public double? beta2;

        /// <summary>The share of a parameter that is taken off it.</summary>
        public double? weight_decay;

        /// <summary>Added to the divisor.</summary>
        public double? eps;

        /// <summary>Whether the greatest mean square so far divides (Reddi et al. 2018).</summary>
        public bool? amsgrad;

        /// <summary>Whether the objective is to rise.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            foreach (var value in new[] { beta1, beta2, eps, weight_decay }) writer.Write(value!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (beta1, beta2, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (amsgrad, maximize) = (reader.ReadBoolean(), reader.ReadBoolean());
        }
    }

    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        /// <summary>An empty group.</summary>
        public ParamGroup() { }

        /// <summary>A group with these options.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options) { }

        /// <summary>A group with these options.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, Given(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)) { }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = (value.Item1, value.Item2);
        }
    }
}
