using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent: b ← momentum · b + (1 − dampening) g and p ← p − lr · b, or with Nesterov p − lr (g + momentum · b).</summary>
public sealed class SGD : OptimizerHelper, IMomentum
{
    private readonly Options defaults;

    /// <summary>Gradient descent on these parameters.</summary>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize) { }

    /// <summary>Gradient descent on these groups.</summary>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        Require(lr >= 0, "learningRate: expected a rate of at least zero", lr);
        Require(momentum >= 0, "momentum: expected at least zero", momentum);
        Require(weight_decay >= 0, "weight_decay: expected at least zero", weight_decay);
        Require(!nesterov || momentum > 0 && dampening == 0, "nesterov: needs a momentum above zero and no dampening; the momentum is", momentum);
        defaults = Given(lr, momentum, dampening, weight_decay, nesterov, maximize);
        AddGroups(parameters);
    }

    private static Options Given(double lr, double momentum, double dampening, double weight_decay, bool nesterov, bool maximize) => new()
    {
        LearningRate = lr,
        InitialLearningRate = lr,
        momentum = momentum,
        dampening = dampening,
        weight_decay = weight_decay,
        nesterov = nesterov,
        maximize = maximize,
    };

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
        own.momentum ??= defaults.momentum;
        own.dampening ??= defaults.dampening;
        own.weight_decay ??= defaults.weight_decay;
        own.nesterov ??= defaults.nesterov;
        own.maximize ??= defaults.maximize;
        return own;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(OptimizerOptions options, IReadOnlyList<Slot> slots)
    {
        var chosen = (Options)options;
        var parameters = slots.Select(slot => (Tensor)slot.Parameter).ToArray();
        var gradients = slots.Select(slot => slot.Gradient).ToArray();
        if (chosen.maximize!.Value) gradients = Foreach.Neg(gradients);
        if (chosen.weight_decay != 0) gradients = Foreach.Add(gradients, parameters, chosen.weight_decay!.Value);
        if (chosen.momentum != 0) gradients = WithMomentum(chosen, slots, gradients);
        Foreach.Add_(parameters, gradients, -chosen.LearningRate!.Value);
    }

    private static Tensor[] WithMomentum(Options options, IReadOnlyList<Slot> slots, Tensor[] gradients)
    {
        var buffers = slots.Zip(gradients, (slot, gradient) => ((State)slot.State).Moved(options, gradient)).ToArray();
        return options.nesterov!.Value ? Foreach.Add(gradients, buffers, options.momentum!.Value) : buffers;
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The sum of past gradients, fading; absent before the first step.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The memory of a parameter.</summary>
        public State(Parameter parameter) : base(parameter) { }

        internal Tensor Moved(Options options, Tensor gradient) => momentum_buffer is null
            ? momentum_buffer = Remembered(gradient.clone())
            : momentum_buffer.mul_(options.momentum!.Value).add_(gradient, alpha: 1 - options.dampening!.Value);

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Dispose();

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && Close(momentum_buffer, state.momentum_buffer);

        /// <inheritdoc/>
        public override void to(Device device) => Move(ref momentum_buffer, device);

        /// <summary>Frees the sum and forgets it.</summary>
        public void Dispose()
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }
    }

    /// <summary>How a group of parameters is changed.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The share of the last step in the next.</summary>
        public double? momentum;

        /// <summary>The share of a gradient that does not enter the sum.</summary>
        public double? dampening;

        /// <summary>The share of a parameter that is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether the step looks ahead (Nesterov 1983).</summary>
        public bool? nesterov;

        /// <summary>Whether the objective is to rise.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            foreach (var value in new[] { momentum, dampening, weight_decay }) writer.Write(value!.Value);
            writer.Write(nesterov!.Value);
            writer.Write(maximize!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (momentum, dampening, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (nesterov, maximize) = (reader.ReadBoolean(), reader.ReadBoolean());
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, Given(lr, momentum, dampening, weight_decay, nesterov, maximize)) { }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
