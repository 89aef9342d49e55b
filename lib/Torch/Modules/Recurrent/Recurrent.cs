using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>hₜ = tanh(W xₜ + b + V hₜ₋₁ + c), or with max(0, ·), in layers (Elman 1990). (T, B, in) to (T, B, hidden · directions).</summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private static readonly Operator
        tanh = new("rnn_tanh", "input"), relu = new("rnn_relu", "input"), packedTanh = new("rnn_tanh", "data"), packedRelu = new("rnn_relu", "data");
    private readonly RecurrentWeights weights;
    private readonly bool rectified;

    internal RNN(long inputSize, long hiddenSize, long layers, bool rectified, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(RNN))
    {
        weights = new(this, 1, inputSize, hiddenSize, layers, bias, batchFirst, dropout, bidirectional, device, dtype);
        this.rectified = rectified;
    }

    /// <summary>The last layer's states at every step, and every layer's at the last: (layers · directions, B, hidden).</summary>
    /// <param name="input">(T, B, in), or (B, T, in) where the module is batch first.</param>
    /// <param name="h0">The states before the first step, zeros unless given.</param>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
    {
        weights.RequireShape(input);
        using var zeros = h0 is null ? weights.Zeros(input, weights.Batch(input)) : null;
        return (rectified ? relu : tanh).Call2(
            input, h0 ?? zeros, weights.Flat, weights.HasBiases, weights.Layers, weights.Dropout, training, weights.Bidirectional, weights.BatchFirst);
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>The same over sequences of different lengths.</summary>
    public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var state = input.Sorted(h0) ?? weights.Zeros(input.data, input.Batch);
        var (output, last) = (rectified ? packedRelu : packedTanh).Call2(
            input.data, input.batch_sizes, state, weights.Flat, weights.HasBiases, weights.Layers, weights.Dropout, training, weights.Bidirectional);
        return (input.With(output.MoveToOuterDisposeScope()), input.Unsorted(last).MoveToOuterDisposeScope());
    }

    /// <summary>For the sake of cuDNN elsewhere: here the parameters are as they should be.</summary>
    public void flatten_parameters() { }
}

/// <summary>Gated recurrent units in layers (Cho et al. 2014, arXiv:1406.1078). (T, B, in) to (T, B, hidden · directions).</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private static readonly Operator gru = new("gru", "input"), packedGru = new("gru", "data");
    private readonly RecurrentWeights weights;

    internal GRU(long inputSize, long hiddenSize, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(GRU)) =>
        weights = new(this, 3, inputSize, hiddenSize, layers, bias, batchFirst, dropout, bidirectional, device, dtype);

    /// <summary>The last layer's states at every step, and every layer's at the last: (layers · directions, B, hidden).</summary>
    /// <param name="input">(T, B, in), or (B, T, in) where the module is batch first.</param>
    /// <param name="h0">The states before the first step, zeros unless given.</param>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        weights.RequireShape(input);
        using var zeros = h0 is null ? weights.Zeros(input, weights.Batch(input)) : null;
        return gru.Call2(
            input, h0 ?? zeros, weights.Flat, weights.HasBiases, weights.Layers, weights.Dropout, training, weights.Bidirectional, weights.BatchFirst);
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>The same over sequences of different lengths.</summary>
    public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var state = input.Sorted(h0) ?? weights.Zeros(input.data, input.Batch);
        var (output, last) = packedGru.Call2(
            input.data, input.batch_sizes, state, weights.Flat, weights.HasBiases, weights.Layers, weights.Dropout, training, weights.Bidirectional);
        return (input.With(output.MoveToOuterDisposeScope()), input.Unsorted(last).MoveToOuterDisposeScope());
    }

    /// <summary>For the sake of cuDNN elsewhere: here the parameters are as they should be.</summary>
    public void flatten_parameters() { }
}

/// <summary>Long short-term memory in layers (Hochreiter and Schmidhuber 1997). (T, B, in) to (T, B, hidden · directions).</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private static readonly Operator lstm = new("lstm", "input"), packedLstm = new("lstm", "data");
    private readonly RecurrentWeights weights;

    internal LSTM(long inputSize, long hiddenSize, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(LSTM)) =>
        weights = new(this, 4, inputSize, hiddenSize, layers, bias, batchFirst, dropout, bidirectional, device, dtype);

    /// <summary>The last layer's states at every step, every layer's states at the last, and every layer's cells there.</summary>
    /// <param name="input">(T, B, in), or (B, T, in) where the module is batch first.</param>
    /// <param name="h0_c0">The states and cells before the first step, zeros unless given.</param>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        weights.RequireShape(input);
        using var zeros = h0_c0 is null ? weights.Zeros(input, weights.Batch(input)) : null;
        var (h, c) = h0_c0 ?? (zeros!, zeros!);
        return lstm.Call3(
            input, new[] { h, c }, weights.Flat, weights.HasBiases, weights.Layers, weights.Dropout, training, weights.Bidirectional, weights.BatchFirst);
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>The same over sequences of different lengths.</summary>
    public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        using var scope = NewDisposeScope();
        var h = input.Sorted(h0_c0?.Item1) ?? weights.Zeros(input.data, input.Batch);
        var c = input.Sorted(h0_c0?.Item2) ?? weights.Zeros(input.data, input.Batch);
        var (output, last, cells) = packedLstm.Call3(
            input.data, input.batch_sizes, new[] { h, c }, weights.Flat, weights.HasBiases, weights.Layers, weights.Dropout, training, weights.Bidirectional);
        return (input.With(output.MoveToOuterDisposeScope()), input.Unsorted(last).MoveToOuterDisposeScope(), input.Unsorted(cells).MoveToOuterDisposeScope());
    }

    /// <summary>For the sake of cuDNN elsewhere: here the parameters are as they should be.</summary>
    public void flatten_parameters() { }
}
