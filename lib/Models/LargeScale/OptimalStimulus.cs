using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The picture that a unit likes best: max f(x) subject to ‖x‖ = 1, by projected gradient ascent from several starts.</summary>
/// <param name="Pictures">x at the end, one a row, the best first: (S, D), each of norm 1.</param>
/// <param name="Responses">f(x) at the start and after every step, the columns as the rows of the pictures: (T + 1, S).</param>
/// <remarks>
/// Each step goes along the unit tangent g − ⟨g, x⟩x and is drawn back onto the sphere; a step that would lower f is not taken and the
/// step of that start is halved, so f never falls. For a linear unit ⟨w, x⟩ the answer is w/‖w‖.
/// Le et al. (ICML 2012), §4.5 as we recall it: x* = argmin −f(x; W, H) subject to ‖x‖₂ = 1. Notebook 08.
/// </remarks>
public sealed record OptimalStimulus(Tensor Pictures, Tensor Responses) : IDisposable
{
    /// <summary>Climbs.</summary>
    /// <param name="unit">f, one number for each picture: (S, D) → (S).</param>
    /// <param name="starts">Where to begin, drawn onto the sphere first: (S, D).</param>
    /// <param name="steps">T, how many steps.</param>
    /// <param name="step">How far the first step goes, as a share of the radius.</param>
    /// <exception cref="ArgumentException">There is no start, one of them is zero, or a number is out of its range.</exception>
    public static OptimalStimulus Ascend(Func<Tensor, Tensor> unit, Tensor starts, int steps = 200, double step = 0.2)
    {
        steps.RequireSize();
        if (!(step > 0)) throw new ArgumentException($"{nameof(step)}: expected a number above 0, got {step}.", nameof(step));
        using var scope = NewDisposeScope();
        var x = OnSphere(RequireStarts(starts).detach());
        var pace = full([x.shape[0], 1], step, dtype: x.dtype, device: x.device);
        var responses = new List<Tensor> { Values(unit, x) };
        for (var i = 0; i < steps; i++) (x, pace) = Climb(unit, x, pace, responses);
        var order = responses[^1].argsort(descending: true);
        return new(x.index_select(0, order).DetachFromDisposeScope(), stack(responses.ToArray()).index_select(1, order).DetachFromDisposeScope());
    }

    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Pictures.Dispose();
        Responses.Dispose();
    }

    private static (Tensor X, Tensor Pace) Climb(Func<Tensor, Tensor> unit, Tensor x, Tensor pace, List<Tensor> responses)
    {
        using var scope = NewDisposeScope();
        var tangent = Tangent(unit, x);
        using var _ = no_grad();
        var tried = OnSphere(x + pace * tangent);
        var (before, after) = (responses[^1], Values(unit, tried));
        var better = after.gt(before).unsqueeze(1);
        responses.Add(maximum(before, after).MoveToOuterDisposeScope());
        return (where(better, tried, x).MoveToOuterDisposeScope(), where(better, pace, 0.5 * pace).MoveToOuterDisposeScope());
    }

    /// <summary>The gradient without its part along x, of length 1; 0 where the gradient is.</summary>
    private static Tensor Tangent(Func<Tensor, Tensor> unit, Tensor x)
    {
        var at = x.detach().clone().requires_grad_(true);
        var gradient = autograd.grad([unit(at).sum()], [at])[0];
        return nn.functional.normalize(gradient - (gradient * x).sum(1, keepdim: true) * x, dim: 1);
    }

    private static Tensor Values(Func<Tensor, Tensor> unit, Tensor x)
    {
        using var _ = no_grad();
        return unit(x).Require([x.shape[0]], nameof(unit)).clone();
    }

    private static Tensor OnSphere(Tensor x) => nn.functional.normalize(x, dim: 1);

    private static Tensor RequireStarts(Tensor starts)
    {
        if (starts.Require([-1, -1]).shape[0] == 0 || !(starts.square().sum(1).min().ToDouble() > 0))
            throw new ArgumentException($"{nameof(starts)}: expected one or more images that are not zero.", nameof(starts));
        return starts;
    }
}
