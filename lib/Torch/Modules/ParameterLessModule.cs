using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module that has neither parameters nor buffers, nor any module inside that has.</summary>
public interface IParameterLessModule
{
}

/// <summary>A module of one argument without parameters or buffers.</summary>
public abstract class ParameterLessModule<T, TResult> : nn.Module<T, TResult>, IParameterLessModule
{
    /// <summary>A module of that name.</summary>
    protected ParameterLessModule(string name) : base(name) { }

    /// <inheritdoc/>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refusal("buffer", GetName());

    /// <inheritdoc/>
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refusal("parameter", GetName());
}

/// <summary>A module of two arguments without parameters or buffers.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>A module of that name.</summary>
    protected ParameterLessModule(string name) : base(name) { }

    /// <inheritdoc/>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.Refusal("buffer", GetName());

    /// <inheritdoc/>
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refusal("parameter", GetName());
}

internal static class ParameterLess
{
    internal static InvalidOperationException Refusal(string kind, string module) =>
        new($"{module} is a module without parameters: no {kind} can be registered on it.");
}
