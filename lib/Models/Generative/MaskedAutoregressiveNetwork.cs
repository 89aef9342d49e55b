using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>MADE: an autoencoder of binary features whose weights are masked, so that output i sees the features before i only: p(x) = Πᵢ p(xᵢ | x₁, …, xᵢ₋₁), exactly.</summary>
/// <remarks>
/// Every unit has a degree: feature i has i, a hidden unit one of 1, …, D − 1. A hidden unit sees what has its degree or less, output i what has
/// less than i, and so no path leads from a feature to its own output. Germain, Gregor, Murray and Larochelle, "MADE: masked autoencoder for
/// distribution estimation" (2015), arXiv:1502.03509, eq. 12 to 14; the degrees are spread evenly, where the paper draws them. Notebook 12.
/// </remarks>
public sealed class MaskedAutoregressiveNetwork : Module<Tensor, Tensor>
{
    private readonly ModuleList<MaskedLinear> layers;
    private readonly MaskedLinear direct;                                           // A of the paper's eq. 15: from features straight to outputs

    /// <summary>A network of D binary features.</summary>
    /// <param name="dataSize">D, 2 or more.</param>
    /// <param name="hiddenSizes">Units of the hidden layers.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1, or D below 2.</exception>
    public MaskedAutoregressiveNetwork(int dataSize, IReadOnlyList<int> hiddenSizes, Generator random) : base($"{nameof(MaskedAutoregressiveNetwork)} {dataSize}")
    {
        if (dataSize < 2) throw new ArgumentException($"{nameof(dataSize)}: expected 2 or more, got {dataSize}.", nameof(dataSize));
        DataSize = dataSize;
        var features = arange(1, dataSize + 1, dtype: float32);                     // degrees 1, …, D
        Tensor[] degrees = [features, .. hiddenSizes.Select(size => Spread(size.RequireSize(), dataSize))];
        layers = ModuleList([
            .. degrees.Zip(degrees.Skip(1), (from, to) => new MaskedLinear(to.unsqueeze(1).ge(from), random, Activation.Relu.Gain)),
            new MaskedLinear(features.unsqueeze(1).gt(degrees[^1]), random)]);
        direct = new(features.unsqueeze(1).gt(features), random);
        RegisterComponents();
    }

    /// <summary>D.</summary>
    public int DataSize { get; }

    /// <summary>Lets the outputs begin at the logits of these frequencies, so that a feature that is almost never on need not unlearn ½ by its bias alone.</summary>
    /// <param name="frequencies">How often each feature is on, inside (0, 1): (D).</param>
    /// <exception cref="ArgumentException">It is not (D), or not inside (0, 1).</exception>
    public MaskedAutoregressiveNetwork StartingFrom(Tensor frequencies)
    {
        using var _ = no_grad();
        using var logits = frequencies.Require([DataSize]).logit();
        if (!logits.isfinite().all().ToBoolean()) throw new ArgumentException($"{nameof(frequencies)}: expected numbers inside (0, 1), got 0, 1 or beyond.", nameof(frequencies));
        direct.Bias.copy_(logits);
        return this;
    }

    /// <summary>The logit of each feature, given those before it: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x)
    {
        var h = x.Require([-1, DataSize]);
        foreach (var layer in layers.SkipLast(1)) h = functional.relu(layer.call(h));
        return layers[^1].call(h) + direct.call(x);
    }

    /// <summary>−log p(x) = −Σᵢ log p(xᵢ | x₁, …, xᵢ₋₁), exact, in nats: (B, D) → (B).</summary>
    /// <exception cref="ArgumentException">x is not (B, D), or outside [0, 1].</exception>
    public Tensor NegativeLogLikelihood(Tensor x) => likelihood.NegativeLogLikelihood(call(x), x);

    /// <summary>New examples, feature after feature, each pass for one of them: (count, D), without a graph.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">What decides them.</param>
    public Tensor Sample(int count, Generator random)
    {
        using var _ = no_grad();
        var x = zeros([count.RequireSize(), DataSize], device: parameters().First().device);
        for (var i = 0; i < DataSize; i++)
        {
            using var scope = NewDisposeScope();
            x.select(1, i).copy_(BinaryUnits.Sample(sigmoid(call(x).select(1, i)), random));
        }
        return x;
    }

    private static readonly BernoulliLikelihood likelihood = new();

    // Degrees 1, …, D − 1, as evenly as so many units allow.
    private static Tensor Spread(int units, int dataSize) => (arange(units, dtype: float32) * (dataSize - 1) / units).floor() + 1;

    private sealed class MaskedLinear : Module<Tensor, Tensor>
    {
        private readonly Parameter weight, bias;
        private readonly Tensor mask;

        public MaskedLinear(Tensor allowed, Generator random, double gain = 1) : base(nameof(MaskedLinear))
        {
            weight = new Parameter(GlorotUniform.Weights(allowed.shape[0], allowed.shape[1], random, gain));
            bias = new Parameter(zeros(allowed.shape[0]));
            mask = allowed.to(float32);
            RegisterComponents();
        }

        public Parameter Bias => bias;

        public override Tensor forward(Tensor x)
        {
            using var masked = weight * mask;
            return functional.linear(x, masked, bias);
        }
    }
}
