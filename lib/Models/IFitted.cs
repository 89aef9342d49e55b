using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Something that was fitted in one go and is no network: a few tensors say all of it, so that it can be kept and had back.</summary>
/// <typeparam name="TSelf">What it is.</typeparam>
public interface IFitted<TSelf> where TSelf : IFitted<TSelf>
{
    /// <summary>All that it consists of, by name; still its own.</summary>
    IReadOnlyDictionary<string, Tensor> State { get; }

    /// <summary>The same thing again from its tensors, which become its own.</summary>
    /// <exception cref="KeyNotFoundException">One is missing.</exception>
    static abstract TSelf Of(IReadOnlyDictionary<string, Tensor> state);
}
