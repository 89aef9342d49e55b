using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A multilayer perceptron that names a class: p(y | x) = softmax(l(x)).</summary>
/// <remarks>
/// Its layers may be given, as an encoder that has been pre-trained gives them: then the same weights go on learning.
/// Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990), for the softmax. Notebooks 06, 07 and 11.
/// </remarks>
public sealed class Classifier : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features;
    private readonly TorchSharp.Modules.Linear output;
    private readonly long inputs;

    /// <summary>A perceptron with first weights of its own: [784, 1000, 10].</summary>
    /// <param name="sizes">Units of the input, of every hidden layer, and the number of classes.</param>
    /// <param name="activation">The activation of hidden layers.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">Fewer than three sizes, or a size below 1.</exception>
    public Classifier(IReadOnlyList<int> sizes, Activation activation, Generator random)
        : this(new Perceptron([.. sizes.SkipLast(1)], activation, activation, random), sizes[0], sizes[^2], sizes[^1], random) { }

    /// <summary>A new output layer on features that exist: cut off here, they keep what they have learned.</summary>
    /// <param name="features">x → h: (B, D) → (B, H); it becomes part of the classifier and is trained on with it.</param>
    /// <param name="inputs">D.</param>
    /// <param name="size">H, the features.</param>
    /// <param name="classes">C.</param>
    /// <param name="random">Where the output layer's first weights come from.</param>
    public Classifier(Module<Tensor, Tensor> features, int inputs, int size, int classes, Generator random) : base(nameof(Classifier))
    {
        (this.features, this.inputs, Classes) = (features, inputs, classes);
        output = GlorotUniform.Linear(size, classes, random);
        RegisterComponents();
    }

    /// <summary>C, the number of classes.</summary>
    public int Classes { get; }

    /// <summary>h, what the output layer reads: (B, D) → (B, H).</summary>
    public Tensor Features(Tensor x) => features.call(x.Require([-1, inputs]));

    /// <summary>The logits l of each class: (B, D) → (B, C).</summary>
    public override Tensor forward(Tensor x) => output.call(Features(x));

    /// <summary>⟨−log p(y | x)⟩ in nats per example: (B, D) and (B) → one term.</summary>
    /// <param name="x">Examples.</param>
    /// <param name="labels">y, int64, from 0 to C − 1.</param>
    /// <exception cref="ArgumentException">There is not one label each, or, on the CPU, one is none of 0 … C − 1.</exception>
    public LossTerms Loss(Tensor x, Tensor labels)
    {
        if (labels.device_type == TorchSharp.DeviceType.CPU) labels.RequireLabels(x.shape[0], output.out_features);   // reading back from a GPU would make every kernel wait
        return new(("label", functional.cross_entropy(call(x), labels.Require([x.shape[0]]))));
    }
}
