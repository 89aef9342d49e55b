using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>A loss of two arguments, as a module.</summary>
public abstract class Loss<T1, T2, TResult> : Module<T1, T2, TResult>
{
    /// <summary>A loss that makes this of its elements.</summary>
    protected Loss(Reduction reduction = Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>What the loss makes of its elements.</summary>
    public Reduction reduction { get; }
}

/// <summary>A loss of three arguments, as a module.</summary>
public abstract class Loss<T1, T2, T3, TResult> : Module<T1, T2, T3, TResult>
{
    /// <summary>A loss that makes this of its elements.</summary>
    protected Loss(Reduction reduction = Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>What the loss makes of its elements.</summary>
    public Reduction reduction { get; }
}

/// <summary>A loss of four arguments, as a module.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : Module<T1, T2, T3, T4, TResult>
{
    /// <summary>A loss that makes this of its elements.</summary>
    protected Loss(Reduction reduction = Reduction.Mean) : base("Loss") => this.reduction = reduction;

    /// <summary>What the loss makes of its elements.</summary>
    public Reduction reduction { get; }
}

/// <summary>A loss of two arguments whose classes or elements may weigh differently.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>A loss with these weights.</summary>
    protected WeightedLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(reduction) => this.weight = weight;

    /// <summary>The weights.</summary>
    public Tensor? weight { get; }
}
