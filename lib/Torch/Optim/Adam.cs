namespace TorchSharp.Modules;

/// <summary>Adam, with weight decay as part of the gradient: g ← g + decay · p.</summary>
/// <inheritdoc cref="AdaptiveMoments" path="/remarks"/>
public sealed class Adam : AdaptiveMoments
{
    /// <summary>Adam on these parameters.</summary>
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize) { }

    /// <summary>Adam on these groups.</summary>
    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(parameters, Given(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)) { }

    private protected override bool DecaysApart => false;
}

/// <summary>Adam with weight decay apart from the gradient: p ← p − lr · decay · p (Loshchilov and Hutter 2019, arXiv:1711.05101).</summary>
public sealed class AdamW : AdaptiveMoments
{
    /// <summary>AdamW on these parameters.</summary>
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize) { }

    /// <summary>AdamW on these groups.</summary>
    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(parameters, Given(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)) { }

    private protected override bool DecaysApart => true;
}
