using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Torch.Tests;

/// <summary>Our twins of the recorded modules, found by the case's name.</summary>
public static class ModuleTwins
{
    /// <summary>How to make the module, and how to call it.</summary>
    public sealed record Twin(Func<Module> Make, Func<Module, Tensor[], Tensor?[]> Call);

    private static Twin Of(Func<Module<Tensor, Tensor>> make) => new(make, (module, x) => [((Module<Tensor, Tensor>)module).call(x[0])]);

    private static Twin Of<T>(Func<T> make, Func<T, Tensor[], Tensor?[]> call) where T : Module => new(make, (module, x) => call((T)module, x));

    private static Tensor?[] All((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Tensor?[] All((Tensor, Tensor, Tensor) triple) => [triple.Item1, triple.Item2, triple.Item3];

    private static Tensor?[] All(Tuple<Tensor, Tensor> pair) => [pair.Item1, pair.Item2];

    private static Tensor?[] OverLengths(GRU module, Tensor[] x)
    {
        var (output, last) = module.call(nn.utils.rnn.pack_padded_sequence(x[0], x[1], enforce_sorted: false));
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(output);
        return [padded, lengths, last];
    }

    /// <summary>All twins by name.</summary>
    public static Dictionary<string, Twin> ByName { get; } = new()
    {
        ["Linear"] = Of(() => Linear(4, 3)),
        ["Linear without bias"] = Of(() => Linear(4, 3, hasBias: false)),
        ["Bilinear"] = Of(() => Bilinear(4, 3, 2), (module, x) => [module.call(x[0], x[1])]),
        ["ReLU"] = Of(() => ReLU()),
        ["ReLU6"] = Of(() => ReLU6()),
        ["LeakyReLU"] = Of(() => LeakyReLU(0.2)),
        ["RReLU"] = Of(() => RReLU()),
        ["ELU"] = Of(() => ELU(0.7)),
        ["CELU"] = Of(() => CELU(0.7)),
        ["SELU"] = Of(() => SELU()),
        ["SiLU"] = Of(() => SiLU()),
        ["Mish"] = Of(() => Mish()),
        ["Sigmoid"] = Of(() => Sigmoid()),
        ["LogSigmoid"] = Of(() => LogSigmoid()),
        ["Hardsigmoid"] = Of(() => Hardsigmoid()),
        ["Hardswish"] = Of(() => Hardswish()),
        ["Tanh"] = Of(() => Tanh()),
        ["Tanhshrink"] = Of(() => Tanhshrink()),
        ["Hardtanh"] = Of(() => Hardtanh(-0.5, 0.8)),
        ["Softsign"] = Of(() => Softsign()),
        ["Softplus"] = Of(() => Softplus(2, 3)),
        ["Hardshrink"] = Of(() => Hardshrink(0.3)),
        ["Softshrink"] = Of(() => Softshrink(0.3)),
        ["Threshold"] = Of(() => Threshold(0.1, -2)),
        ["GLU"] = Of(() => GLU(1)),
        ["Softmax"] = Of(() => Softmax(1)),
        ["Softmin"] = Of(() => Softmin(1)),
        ["LogSoftmax"] = Of(() => LogSoftmax(0)),
        ["GELU"] = Of(() => GELU()),
        ["GELU by tanh"] = Of(() => GELU(TorchSharp.Modules.GELU.Approximate.tanh)),
        ["PReLU"] = Of(() => PReLU(4)),
        ["Identity"] = Of(() => Identity()),
        ["Softmax2d"] = Of(() => Softmax2d()),

        ["Conv1d"] = Of(() => Conv1d(3, 4, 3, stride: 2, padding: 1)),
        ["Conv1d same"] = Of(() => Conv1d(3, 2, 3, Padding.Same)),
        ["Conv1d circular"] = Of(() => Conv1d(3, 2, 3, padding: 2, padding_mode: PaddingModes.Circular)),
        ["Conv2d"] = Of(() => Conv2d(3, 4, 3, stride: 2, padding: 1)),
        ["Conv2d in groups"] = Of(() => Conv2d(3, 6, (2, 3), (1, 2), (1, 0), (2, 1), groups: 3, bias: false)),
        ["Conv2d same"] = Of(() => Conv2d(3, 2, (3, 2), Padding.Same)),
        ["Conv2d reflecting"] = Of(() => Conv2d(3, 2, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Reflect)),
        ["ConvTranspose1d"] = Of(() => ConvTranspose1d(3, 2, 3, stride: 2, padding: 1, output_padding: 1)),
        ["ConvTranspose2d"] = Of(() => ConvTranspose2d(3, 2, 3, stride: 2, padding: 1, output_padding: 1)),
        ["ConvTranspose2d to a size"] = Of(() => ConvTranspose2d(3, 2, 3, stride: 2), (module, x) => [module.forward(x[0], [14, 12])]),

        ["MaxPool1d"] = Of(() => MaxPool1d(3, stride: 2, padding: 1)),
        ["MaxPool2d"] = Of(() => MaxPool2d(2)),
        ["MaxPool2d rectangular"] = Of(() => MaxPool2d((3, 2), (2, 1), (1, 0), ceil_mode: true)),
        ["AvgPool1d"] = Of(() => AvgPool1d(3, stride: 2, padding: 1, count_include_pad: false)),
        ["AvgPool2d"] = Of(() => AvgPool2d(2, stride: 1, padding: 1)),
        ["AvgPool2d divided by three"] = Of(() => AvgPool2d((2, 3), divisor_override: 3)),
        ["AdaptiveAvgPool1d"] = Of(() => AdaptiveAvgPool1d(3)),
        ["AdaptiveAvgPool2d"] = Of(() => AdaptiveAvgPool2d((3, 2))),
        ["AdaptiveMaxPool1d"] = Of(() => AdaptiveMaxPool1d(3)),
        ["AdaptiveMaxPool2d"] = Of(() => AdaptiveMaxPool2d([3, 2])),
        ["LPPool1d"] = Of(() => LPPool1d(2, 3, stride: 2)),
        ["LPPool2d"] = Of(() => LPPool2d(2, 2)),
        ["LPPool2d of odd power"] = Of(() => LPPool2d(3, [2, 3], [1, 1])),

        ["BatchNorm1d"] = Of(() => BatchNorm1d(4)),
        ["BatchNorm1d in evaluation"] = Of(() => BatchNorm1d(4)),
        ["BatchNorm1d of sequences"] = Of(() => BatchNorm1d(3, momentum: 0.3)),
        ["BatchNorm2d"] = Of(() => BatchNorm2d(3)),
        ["BatchNorm2d without memory"] = Of(() => BatchNorm2d(3, track_running_stats: false)),
        ["LayerNorm"] = Of(() => LayerNorm(4)),
        ["LayerNorm over two dimensions"] = Of(() => LayerNorm([6, 5], elementwise_affine: false)),
        ["GroupNorm"] = Of(() => GroupNorm(3, 6)),
        ["InstanceNorm1d"] = Of(() => InstanceNorm1d(3, affine: true)),
        ["InstanceNorm2d"] = Of(() => InstanceNorm2d(3, affine: true, track_running_stats: true)),
        ["InstanceNorm2d in evaluation"] = Of(() => InstanceNorm2d(3, track_running_stats: true)),
        ["LocalResponseNorm"] = Of(() => LocalResponseNorm(3, alpha: 0.3, beta: 0.75, k: 1.2)),

        ["Dropout in evaluation"] = Of(() => Dropout(0.7)),
        ["Embedding"] = Of(() => Embedding(5, 3, padding_idx: 1)),
        ["Embedding of bounded norm"] = Of(() => Embedding(5, 3, max_norm: 0.5)),
        ["Flatten"] = Of(() => Flatten()),
        ["Unflatten"] = Of(() => Unflatten(1, [2, 2])),
        ["Upsample"] = Of(() => Upsample(scale_factor: [2, 2])),
        ["Upsample bilinear"] = Of(() => Upsample([5, 4], mode: UpsampleMode.Bilinear, align_corners: true)),
        ["PixelShuffle"] = Of(() => PixelShuffle(2)),
        ["PixelUnshuffle"] = Of(() => PixelUnshuffle(2)),
        ["Unfold"] = Of(() => Unfold((2, 3), padding: (1, 1), stride: (2, 2))),
        ["CosineSimilarity"] = Of(() => CosineSimilarity(1), (module, x) => [module.call(x[0], x[1])]),
        ["PairwiseDistance"] = Of(() => PairwiseDistance(2), (module, x) => [module.call(x[0], x[1])]),
        ["Sequential"] = Of(() => Sequential(Linear(4, 3), Tanh(), Linear(3, 4))),

        ["RNN"] = Of(() => RNN(3, 2), (module, x) => All(module.call(x[0]))),
        ["RNN of two layers both ways"] = Of(() => RNN(3, 2, 2, bidirectional: true), (module, x) => All(module.call(x[0]))),
        ["RNN batch first without bias"] = Of(() => RNN(3, 2, batchFirst: true, bias: false), (module, x) => All(module.call(x[0]))),
        ["RNN rectified"] = Of(() => RNN(3, 2, nonLinearity: NonLinearities.ReLU), (module, x) => All(module.call(x[0]))),
        ["GRU"] = Of(() => GRU(3, 2), (module, x) => All(module.call(x[0]))),
        ["GRU of two layers both ways"] = Of(() => GRU(3, 2, 2, bidirectional: true), (module, x) => All(module.call(x[0]))),
        ["GRU batch first without bias"] = Of(() => GRU(3, 2, batchFirst: true, bias: false), (module, x) => All(module.call(x[0]))),
        ["GRU with a state"] = Of(() => GRU(3, 2), (module, x) => All(module.call(x[0], x[1]))),
        ["GRU over lengths"] = Of(() => GRU(3, 2, bidirectional: true), OverLengths),
        ["LSTM"] = Of(() => LSTM(3, 2), (module, x) => All(module.call(x[0]))),
        ["LSTM of two layers both ways"] = Of(() => LSTM(3, 2, 2, bidirectional: true), (module, x) => All(module.call(x[0]))),
        ["LSTM batch first without bias"] = Of(() => LSTM(3, 2, batchFirst: true, bias: false), (module, x) => All(module.call(x[0]))),
        ["LSTM with a state"] = Of(() => LSTM(3, 2), (module, x) => All(module.call(x[0], (x[1], x[2])))),
        ["RNNCell"] = Of(() => RNNCell(3, 2), (module, x) => [module.call(x[0], x[1])]),
        ["RNNCell rectified"] = Of(() => RNNCell(3, 2, NonLinearities.ReLU, bias: false), (module, x) => [module.call(x[0], x[1])]),
        ["GRUCell"] = Of(() => GRUCell(3, 2), (module, x) => [module.call(x[0], x[1])]),
        ["LSTMCell"] = Of(() => LSTMCell(3, 2), (module, x) => All(module.call(x[0], (x[1], x[2])))),

        ["MultiheadAttention"] = Of(() => MultiheadAttention(4, 2), (module, x) => All(module.call(x[0], x[1], x[2]))),
        ["MultiheadAttention masked"] = Of(() => MultiheadAttention(4, 2), (module, x) => All(module.call(x[0], x[1], x[2], x[3], attn_mask: x[4]))),
        ["MultiheadAttention of other sizes"] = Of(
            () => MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true, kdim: 3, vdim: 5), (module, x) => All(module.call(x[0], x[1], x[2], x[3]))),
        ["TransformerEncoderLayer"] = Of(() => TransformerEncoderLayer(4, 2, 6, dropout: 0)),
        ["TransformerEncoderLayer in evaluation"] = Of(() => TransformerEncoderLayer(4, 2, 6, dropout: 0)),
        ["TransformerEncoderLayer masked"] = Of(
            () => TransformerEncoderLayer(4, 2, 6, dropout: 0, Activations.GELU), (module, x) => [module.call(x[0], x[1], x[2])]),
        ["TransformerEncoder"] = Of(() => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, dropout: 0), 2), (module, x) => [module.call(x[0])]),
    };
}
