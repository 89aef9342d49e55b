using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A multilayer perceptron of two inputs: h₁ = a(W x + V c + b), and from there on as any other.</summary>
/// <remarks>
/// It is a perceptron on x and c side by side, [W V] being one matrix. Kept apart the two may differ in their leading dimensions: with x (B, D)
/// and c (C, 1, K) every example meets every condition, and W x is computed once for all of them. Notebook 15.
/// </remarks>
public sealed class ConditionedPerceptron : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear first, condition;
    private readonly Perceptron rest;
    private readonly Activation activation;

    /// <summary>A perceptron with at least one hidden layer.</summary>
    /// <param name="sizes">Units of x, of every hidden layer and of the output.</param>
    /// <param name="conditionSize">K, the numbers in c.</param>
    /// <param name="activation">The activation of hidden layers; the output has none.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="conditionGain">How much wider than Glorot's V begins. Glorot's rule is for K numbers that all say something; of a label's
    /// only one does, and beside a z of many numbers it is not heard for long unless V begins some √K times wider.</param>
    /// <exception cref="ArgumentException">Fewer than three sizes, or a size below 1.</exception>
    public ConditionedPerceptron(IReadOnlyList<int> sizes, int conditionSize, Activation activation, Generator random, double conditionGain = 1) : base(nameof(ConditionedPerceptron))
    {
        if (sizes.Count < 3 || sizes.Any(size => size < 1))
            throw new ArgumentException($"{nameof(sizes)}: expected at least three sizes of at least 1, got {string.Join("-", sizes)}.", nameof(sizes));
        this.activation = activation;
        first = GlorotUniform.Linear(sizes[0], sizes[1], random, activation.Gain);
        condition = GlorotUniform.Linear(conditionSize.RequireSize(), sizes[1], random, activation.Gain * conditionGain.RequirePositive());
        rest = new([.. sizes.Skip(1)], activation, Activation.Identity, random);
        RegisterComponents();
    }

    /// <summary>(…, D) and (…, K), whose leading dimensions broadcast → (…, last size).</summary>
    public override Tensor forward(Tensor x, Tensor c) => rest.call(activation.Apply(first.call(x.RequireType(first.weight.dtype)) + condition.call(c.RequireType(first.weight.dtype))));
}
