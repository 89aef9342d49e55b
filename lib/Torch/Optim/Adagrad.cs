using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>p ← p − lr · g / (√s + eps) with s the sum of all g² so far (Duchi, Hazan and Singer 2011).</summary>
public sealed class Adagrad : OptimizerHelper
{
    private readonly Options defaults;

    /// <summary>Adagrad on these parameters.</summary>
    public Adagrad(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps) { }

    /// <summary>Adagrad on these groups.</summary>
    public Adagrad(
        IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
    {
        Require(lr >= 0, "lr: expected a rate of at least zero", lr);
        Require(lr_decay >= 0, "lr_decay: expected at least zero", lr_decay);
        Require(weight_decay >= 0, "weight_decay: expected at least zero", weight_decay);
        Require(initial_accumulator_value >= 0, "initial_accumulator_value: expected at least zero", initial_accumulator_value);
        Require(eps >= 0, "eps: expected at least zero", eps);
        defaults = new()
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
        };
        AddGroups(parameters);
    }

    private protected override OptimizerOptions Complete(OptimizerOptions? options)
    {
        var own = options as Options ?? new Options();
        own.LearningRate ??= defaults.LearningRate;
        own.lr_decay ??= defaults.lr_decay;
        own.weight_decay ??= defaults.weight_decay;
        own.initial_accumulator_value ??= defaults.initial_accumulator_value;
        own.eps ??= defaults.eps;
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

        /// <summary>s: the sum of squared gradients.</summary>
        public Tensor sum = null!;

        /// <summary>The memory of a parameter, to be initialised.</summary>
        public State(Parameter parameter) : base(parameter) { }

        internal void Step(Options options, Tensor gradient)
        {
            step++;
            if (options.weight_decay != 0) gradient = gradient.add(_parameter, alpha: options.weight_decay!.Value);
            sum.addcmul_(gradient, gradient, value: 1);
            var rate = options.LearningRate!.Value / (1 + (step - 1) * options.lr_decay!.Value);
            _parameter.addcdiv_(gradient, sum.sqrt().add_(options.eps!.Value), value: -rate);
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            sum = Remembered(full_like(_parameter, ((Options)options).initial_accumulator_value!.Value, requires_grad: false));
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            sum.Save(writer);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            sum.Load(reader);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step && Close(sum, state.sum);

        /// <inheritdoc/>
        public override void to(Device device) => Move(ref sum!, device);

        /// <summary>Frees the sum.</summary>
        public void Dispose() => sum?.Dispose();
    }

    /// <summary>How a group of parameters is changed.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How fast the rate itself falls: lr / (1 + (step − 1) · decay).</summary>
        public double? lr_decay;

        /// <summary>The first value of the sum.</summary>
        public double? initial_accumulator_value;

        /// <summary>Added to the divisor.</summary>
        public double? eps;

        /// <summary>The share of a parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            foreach (var value in new[] { lr_decay, initial_accumulator_value, eps, weight_decay }) writer.Write(value!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (lr_decay, initial_accumulator_value, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        }
    }

    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>
    {
        /// <summary>An empty group.</summary>
        public ParamGroup() { }

        /// <summary>A group with these options.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options) { }

        /// <summary>A group with these options.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps }) { }
    }
}
