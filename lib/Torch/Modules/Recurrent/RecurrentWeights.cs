using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The parameters of a stack of recurrent layers, in the order libtorch takes them, and the checks all such stacks share.</summary>
internal sealed class RecurrentWeights
{
    private readonly nn.Module owner;
    private readonly long inputSize, hiddenSize, layers;
    private readonly bool batchFirst;
    private readonly List<Tensor> flat = [];

    internal RecurrentWeights(
        nn.Module owner, int gates, long inputSize, long hiddenSize, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
    {
        (this.owner, this.inputSize, this.hiddenSize, this.layers, this.batchFirst) = (owner, inputSize, hiddenSize, layers, batchFirst);
        (HasBiases, Dropout, Bidirectional) = (bias, nn.functional.Probability(dropout), bidirectional);
        for (var layer = 0L; layer < layers; layer++)
            for (var direction = 0; direction < Directions; direction++)
                AddLayer($"l{layer}{(direction == 1 ? "_reverse" : "")}", layer == 0 ? inputSize : hiddenSize * Directions, gates * hiddenSize, device, dtype);
        var bound = 1 / Math.Sqrt(hiddenSize);
        foreach (var parameter in flat) nn.init.uniform_(parameter, -bound, bound);
    }

    internal bool HasBiases { get; }

    internal double Dropout { get; }

    internal bool Bidirectional { get; }

    internal long Layers => layers;

    internal bool BatchFirst => batchFirst;

    internal Tensor[] Flat => [.. flat];

    private int Directions => Bidirectional ? 2 : 1;

    private void AddLayer(string suffix, long inputs, long outputs, Device? device, ScalarType? dtype)
    {
        Add($"weight_ih_{suffix}", empty([outputs, inputs], device: device, dtype: dtype));
        Add($"weight_hh_{suffix}", empty([outputs, hiddenSize], device: device, dtype: dtype));
        if (!HasBiases) return;
        Add($"bias_ih_{suffix}", empty([outputs], device: device, dtype: dtype));
        Add($"bias_hh_{suffix}", empty([outputs], device: device, dtype: dtype));
    }

    private void Add(string name, Tensor values)
    {
        var parameter = new Parameter(values);
        owner.register_parameter(name, parameter);
        flat.Add(parameter);
    }

    /// <summary>Refuses an input that is not (T, B, input) or, batch first, (B, T, input).</summary>
    internal void RequireShape(Tensor input)
    {
        var shape = input.shape;
        if (shape.Length != 3 || shape[2] != inputSize)
            throw new ArgumentException(
                $"input: {owner.GetName()} expected {(batchFirst ? "(B, T, " : "(T, B, ")}{inputSize}), got ({string.Join(", ", shape)}).", nameof(input));
    }

    /// <summary>The state before the first step: zeros (layers · directions, B, hidden).</summary>
    internal Tensor Zeros(Tensor like, long batch) => zeros([layers * Directions, batch, hiddenSize], dtype: like.dtype, device: like.device);

    /// <summary>The number of sequences in a batch.</summary>
    internal long Batch(Tensor input) => input.shape[batchFirst ? 0 : 1];
}
