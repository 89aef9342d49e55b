using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>p ← p − lr · g / (√v + eps) with v the running mean of g² (Tieleman and Hinton 2012), centred and with momentum where wanted.</summary>
public sealed class RMSProp : OptimizerHelper, IMomentum
{
    private readonly Options defaults;

    /// <summary>RMSProp on these parameters.</summary>
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize) { }

    /// <summary>RMSProp on these groups.</summary>
    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        Require(lr >= 0, "lr: expected a rate of at least zero", lr);
        Require(eps >= 0, "eps: expected at least zero", eps);
        Require(momentum >= 0, "momentum: expected at least zero", momentum);
        Require(weight_decay >= 0, "weight_decay: expected at least zero", weight_decay);
        Require(alpha >= 0, "alpha: expected at least zero", alpha);
        defaults = new()
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
        AddGroups(parameters);
    }

    /// <inheritdoc/>
    public double Momentum
    {
        get => defaults.momentum!.Value;
        set => defaults.momentum = value;
    }

    private protected override OptimizerOptions Complete(OptimizerOptions? options)
    {
        var own = options as Options ?? new Options();
        own.LearningRate ??= defaults.LearningRate;
        own.alpha ??= defaults.alpha;
        own.eps ??= defaults.eps;
        own.weight_decay ??= defaults.weight_decay;
        own.momentum ??= defaults.momentum;
        own.centered ??= defaults.centered;
        own.maximize ??= defaults.maximize;
        return own;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(OptimizerOptions options, IReadOnlyList<Slot> slots)
    {
        foreach (var slot in slots) ((State)slot.State).Step((Options)options, slot.Gradient);
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps were made.</summary>
        public long step;

        /// <summary>v: the running mean of the squared gradient.</summary>
        public Tensor square_avg = null!;

        /// <summary>The fading sum of past steps.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The running mean of the gradient.</summary>
        public Tensor? grad_avg;

        /// <summary>The memory of a parameter, to be initialised.</summary>
        public State(Parameter parameter) : base(parameter) { }

        internal void Step(Options options, Tensor gradient)
        {
            step++;
            if (options.maximize!.Value) gradient = -gradient;
            if (options.weight_decay != 0) gradient = gradient.add(_parameter, alpha: options.weight_decay!.Value);
            square_avg.mul_(options.alpha!.Value).addcmul_(gradient, gradient, value: 1 - options.alpha.Value);
            var divisor = Variance(options, gradient).sqrt().add_(options.eps!.Value);
            if (options.momentum > 0)
            {
                momentum_buffer!.mul_(options.momentum.Value).addcdiv_(gradient, divisor, value: 1);
                _parameter.add_(momentum_buffer, alpha: -options.LearningRate!.Value);
            }
            else _parameter.addcdiv_(gradient, divisor, value: -options.LearningRate!.Value);
        }

        private Tensor Variance(Options options, Tensor gradient)
        {
            if (!options.centered!.Value) return square_avg;
            grad_avg!.mul_(options.alpha!.Value).add_(gradient, alpha: 1 - options.alpha.Value);
            return square_avg.addcmul(grad_avg, grad_avg, value: -1);
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            square_avg = Remembered(zeros_like(_parameter, requires_grad: false));
            momentum_buffer = Remembered(zeros_like(_parameter, requires_grad: false));
            grad_avg = Remembered(zeros_like(_parameter, requires_grad: false));
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg.Load(reader);
            LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
            LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step &&
            Close(square_avg, state.square_avg) && Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Move(ref square_avg!, device);
            Move(ref momentum_buffer, device);
            Move(ref grad_avg, device);
        }

        /// <summary>Frees the running means.</summary>
        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }

    /// <summary>How a group of parameters is changed.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Whether the objective is to rise.</summary>
        public bool? maximize;

        /// <summary>The share of the last step in the next.</summary>
        public double? momentum;

        /// <summary>The decay rate of the mean square.</summary>
        public double? alpha;

        /// <summary>Added to the divisor.</summary>
        public double? eps;

        /// <summary>The share of a parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the square of the mean gradient is taken off the mean square.</summary>
        public bool? centered;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            foreach (var value in new[] { momentum, alpha, eps, weight_decay }) writer.Write(value!.Value);
            writer.Write(centered!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            (momentum, alpha, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            centered = reader.ReadBoolean();
        }
    }

    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        /// <summary>An empty group.</summary>
        public ParamGroup() { }

        /// <summary>A group with these options.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options) { }

        /// <summary>A group with these options.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered }) { }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
