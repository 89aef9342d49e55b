using TorchSharp.Serialization;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What all optimisers share: groups of parameters, what is remembered of each, and saving and loading both.</summary>
public abstract class OptimizerHelper : Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);

    /// <summary>Fills what a group's options leave open from the optimiser's own.</summary>
    private protected abstract OptimizerOptions Complete(OptimizerOptions? options);

    /// <summary>What is to be remembered of a parameter, before the first step.</summary>
    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>Changes the parameters of one group, all of which have gradients.</summary>
    private protected abstract void Update(OptimizerOptions options, IReadOnlyList<Slot> slots);

    /// <summary>A parameter with its gradient and what is remembered of it.</summary>
    private protected readonly record struct Slot(Parameter Parameter, Tensor Gradient, OptimizerState State);

    private protected void AddGroups(IEnumerable<ParamGroup> groups)
    {
        foreach (var group in groups) add_param_group(group);
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        var options = param_group.Options = Complete(param_group.Options);
        options.InitialLearningRate = options.LearningRate!.Value;
        param_group.Parameters = [.. param_group.Parameters];
        foreach (var parameter in param_group.Parameters)
        {
            var state = NewState(parameter);
            state.Initialize(options);
            if (!states.TryAdd(parameter, state))
                throw new ArgumentException("A parameter is in the optimiser twice: give each group parameters of its own.", nameof(param_group));
        }
        _parameter_groups.Add(param_group);
    }

    /// <inheritdoc/>
    public override void zero_grad()
    {
        using var scope = NewDisposeScope();
        Foreach.Zero_([.. parameters().Select(parameter => parameter.grad).OfType<Tensor>()]);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
            using (enable_grad()) loss = closure();
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
            if (Active(group) is { Count: > 0 } slots) Update(group.Options!, slots);
        return loss;
    }

    private List<Slot> Active(ParamGroup group)
    {
        var slots = new List<Slot>();
        foreach (var parameter in group.Parameters)
            if (parameter.grad is { } gradient) slots.Add(new(parameter, gradient, states[parameter]));
        return slots;
    }

    /// <summary>Options and memory themselves, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options!);
            dictionary.StateIndexRef.Add([.. group.Parameters.Select((_, i) => dictionary.State.Count + i)]);
            dictionary.State.AddRange(group.Parameters.Select(parameter => states[parameter]));
        }
        return dictionary;
    }

    /// <summary>Copies options and memory of another optimiser of the same kind into this one.</summary>
    /// <exception cref="ArgumentException">It has other numbers of groups or parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        RequireCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (mine, theirs) in own.Options.Zip(state_dict.Options))
            if (!ReferenceEquals(mine, theirs)) mine.LoadStateDict(theirs);
        foreach (var (mine, theirs) in own.State.Zip(state_dict.State))
            if (!ReferenceEquals(mine, theirs)) mine.LoadStateDict(theirs);
    }

    /// <summary>Writes options and memory to a file, aside first and then renamed, in TorchSharp's format.</summary>
    public void save_state_dict(string location) => StateFile.Write(location, save_state_dict);

    /// <summary>Writes options and memory: the optimiser's name, the numbers of groups and parameters, then each of them.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(own.Options.Count);
        writer.Write7BitEncodedInt64(own.State.Count);
        foreach (var options in own.Options) options.SaveStateDict(writer);
        foreach (var state in own.State) state.SaveStateDict(writer);
    }

    /// <summary>Reads a file that <see cref="save_state_dict(string)"/> wrote: the next step is then what it would have been.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is of another kind of optimiser, or truncated.</exception>
    /// <exception cref="ArgumentException">The file's optimiser had other groups or parameters.</exception>
    public void load_state_dict(string location) => StateFile.Read(location, load_state_dict);

    /// <summary>Reads options and memory.</summary>
    public void load_state_dict(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name) throw new InvalidDataException($"This is the state of an optimiser '{kind}', and cannot be loaded into '{GetType().Name}'.");
        var own = state_dict();
        RequireCounts(own, reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }

    private static void RequireCounts(StateDictionary own, long groups, long parameters)
    {
        if (own.Options.Count != groups || own.State.Count != parameters)
            throw new ArgumentException(
                $"This optimiser has {own.Options.Count} groups with {own.State.Count} parameters in all; the state to be loaded has {groups} with {parameters}.");
    }

    /// <summary>Moves what is remembered to a device, after the parameters have been moved there.</summary>
    public void to(Device device)
    {
        foreach (var state in states.Values) state.to(device);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var state in states.Values) (state as IDisposable)?.Dispose();
    }

    private protected static void Require(bool holds, string what, double got)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"{what}, got {got}."));
    }
}
