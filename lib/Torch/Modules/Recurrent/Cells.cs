using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of <see cref="RNN"/>: h′ = tanh(W x + b + V h + c), or with max(0, ·).</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private static readonly Operator tanh = new("rnn_tanh_cell"), relu = new("rnn_relu_cell");
    private readonly bool rectified;

    internal RNNCell(long inputSize, long hiddenSize, bool rectified, bool bias, Device? device, ScalarType? dtype) : base(nameof(RNNCell))
    {
        (weight_ih, weight_hh, bias_ih, bias_hh) = CellWeights.Draw(1, inputSize, hiddenSize, bias, device, dtype);
        this.rectified = rectified;
    }

    /// <summary>W: (hidden, in).</summary>
    public Parameter weight_ih { get; set => field = Replaced(nameof(weight_ih), field, value)!; }

    /// <summary>V: (hidden, hidden).</summary>
    public Parameter weight_hh { get; set => field = Replaced(nameof(weight_hh), field, value)!; }

    /// <summary>b: (hidden).</summary>
    public Parameter? bias_ih { get; set => field = Replaced(nameof(bias_ih), field, value); }

    /// <summary>c: (hidden).</summary>
    public Parameter? bias_hh { get; set => field = Replaced(nameof(bias_hh), field, value); }

    /// <summary>(B, in) and a state (B, hidden), zeros unless given, to the next state.</summary>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        CellWeights.RequireShape(this, input, weight_ih);
        using var zeros = h0 is null ? CellWeights.Zeros(input, weight_hh) : null;
        return (rectified ? relu : tanh).Call(input, h0 ?? zeros, weight_ih, weight_hh, bias_ih, bias_hh);
    }
}

/// <summary>One step of <see cref="GRU"/>: h′ = (1 − z) n + z h, with gates r and z and the candidate n = tanh(W x + b + r (V h + c)).</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private static readonly Operator cell = new("gru_cell");

    internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(GRUCell)) =>
        (weight_ih, weight_hh, bias_ih, bias_hh) = CellWeights.Draw(3, inputSize, hiddenSize, bias, device, dtype);

    /// <summary>The weights of the input for r, z and n: (3 · hidden, in).</summary>
    public Parameter weight_ih { get; set => field = Replaced(nameof(weight_ih), field, value)!; }

    /// <summary>The weights of the state for r, z and n: (3 · hidden, hidden).</summary>
    public Parameter weight_hh { get; set => field = Replaced(nameof(weight_hh), field, value)!; }

    /// <summary>The biases beside the input: (3 · hidden).</summary>
    public Parameter? bias_ih { get; set => field = Replaced(nameof(bias_ih), field, value); }

    /// <summary>The biases beside the state: (3 · hidden).</summary>
    public Parameter? bias_hh { get; set => field = Replaced(nameof(bias_hh), field, value); }

    /// <summary>(B, in) and a state (B, hidden), zeros unless given, to the next state.</summary>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        CellWeights.RequireShape(this, input, weight_ih);
        using var zeros = h0 is null ? CellWeights.Zeros(input, weight_hh) : null;
        return cell.Call(input, h0 ?? zeros, weight_ih, weight_hh, bias_ih, bias_hh);
    }
}

/// <summary>One step of <see cref="LSTM"/>: c′ = f c + i g and h′ = o tanh c′, with gates i, f and o and the candidate g.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private static readonly Operator cell = new("lstm_cell");

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell)) =>
        (weight_ih, weight_hh, bias_ih, bias_hh) = CellWeights.Draw(4, inputSize, hiddenSize, bias, device, dtype);

    /// <summary>The weights of the input for i, f, g and o: (4 · hidden, in).</summary>
    public Parameter weight_ih { get; set => field = Replaced(nameof(weight_ih), field, value)!; }

    /// <summary>The weights of the state for i, f, g and o: (4 · hidden, hidden).</summary>
    public Parameter weight_hh { get; set => field = Replaced(nameof(weight_hh), field, value)!; }

    /// <summary>The biases beside the input: (4 · hidden).</summary>
    public Parameter? bias_ih { get; set => field = Replaced(nameof(bias_ih), field, value); }

    /// <summary>The biases beside the state: (4 · hidden).</summary>
    public Parameter? bias_hh { get; set => field = Replaced(nameof(bias_hh), field, value); }

    /// <summary>(B, in), a state and a cell (B, hidden), zeros unless given, to the next state and cell.</summary>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        CellWeights.RequireShape(this, input, weight_ih);
        using var zeros = h0_c0 is null ? CellWeights.Zeros(input, weight_hh) : null;
        var (h, c) = h0_c0 ?? (zeros!, zeros!);
        return cell.Call2(input, new[] { h, c }, weight_ih, weight_hh, bias_ih, bias_hh);
    }

    /// <inheritdoc cref="forward"/>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}

/// <summary>What the cells share: first values U(−1/√hidden, 1/√hidden), the zero state, and the check of the input.</summary>
internal static class CellWeights
{
    internal static (Parameter, Parameter, Parameter?, Parameter?) Draw(int gates, long inputs, long hidden, bool bias, Device? device, ScalarType? dtype)
    {
        var bound = 1 / Math.Sqrt(hidden);
        Parameter Drawn(params long[] shape) => new(nn.init.uniform_(empty(shape, device: device, dtype: dtype), -bound, bound));
        return (Drawn(gates * hidden, inputs), Drawn(gates * hidden, hidden), bias ? Drawn(gates * hidden) : null, bias ? Drawn(gates * hidden) : null);
    }

    internal static Tensor Zeros(Tensor input, Tensor weight_hh) =>
        zeros([.. input.shape[..^1], weight_hh.shape[1]], dtype: input.dtype, device: input.device);

    internal static void RequireShape(nn.Module module, Tensor input, Tensor weight_ih)
    {
        var shape = input.shape;
        if (shape.Length is not (1 or 2) || shape[^1] != weight_ih.shape[1])
            throw new ArgumentException($"input: {module.GetName()} expected (B, {weight_ih.shape[1]}), got ({string.Join(", ", shape)}).", nameof(input));
    }
}
