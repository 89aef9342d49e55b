using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How much of the classes a network can read off a code, where a linear map may see nothing: the strong probe beside <see cref="LinearProbe"/>.</summary>
/// <remarks>A perceptron with two hidden layers, trained by Adam on shuffled batches with a rate that falls to nothing. What it does not find may still be there. Notebook 17.</remarks>
public sealed class NetworkProbe : IDisposable
{
    private const double Rate = 2e-3;
    private const int BatchSize = 256;
    private readonly Classifier network;
    private readonly Tensor mean, deviation;                                        // (K) each

    private NetworkProbe(Classifier network, Tensor mean, Tensor deviation) => (this.network, this.mean, this.deviation) = (network, mean, deviation);

    /// <summary>Fits the probe.</summary>
    /// <param name="codes">u, one a row: (N, K).</param>
    /// <param name="labels">y, int64, from 0: (N).</param>
    /// <param name="random">First weights and the order of examples.</param>
    /// <param name="hiddenSize">Units of each of its two hidden layers. Default: 100.</param>
    /// <param name="epochs">How often it sees every code. Default: 10.</param>
    /// <exception cref="ArgumentException">There is no code, one is not finite, or labels do not fit.</exception>
    public static NetworkProbe Fit(Tensor codes, Tensor labels, Generator random, int hiddenSize = 100, int epochs = 10)
    {
        labels.RequireLabels(codes.RequireMatrix(1).RequireFinite().shape[0]);
        using var scope = NewDisposeScope();
        var plain = codes.detach().to(float32);
        var (mean, deviation) = (plain.mean([0L]), plain.std([0], unbiased: false).clamp(min: 1e-8));
        var u = (plain - mean) / deviation;
        var classes = (int)labels.max().ToInt64() + 1;
        var network = new Classifier([(int)u.shape[1], hiddenSize.RequireSize(), hiddenSize, Math.Max(2, classes)], Activation.Relu, random);
        network.to(codes.device);
        using var adam = optim.Adam(network.parameters(), lr: Rate);
        for (var epoch = 0; epoch < epochs.RequireSize(); epoch++)
        {
            using var inner = NewDisposeScope();
            foreach (var group in adam.ParamGroups) group.LearningRate = Rate * (1 - epoch / (double)epochs);
            foreach (var rows in randperm(u.shape[0], generator: random).to(codes.device).split(BatchSize)) Step(rows);
        }
        return new(network, mean.DetachFromDisposeScope(), deviation.DetachFromDisposeScope());

        void Step(Tensor rows)
        {
            using var step = NewDisposeScope();
            adam.zero_grad();
            network.Loss(u.index_select(0, rows), labels.index_select(0, rows)).backward();
            adam.step();
        }
    }

    /// <summary>The share of codes whose most probable class is theirs, in [0, 1].</summary>
    /// <exception cref="ArgumentException">There is no code, or labels do not fit.</exception>
    public double Accuracy(Tensor codes, Tensor labels) => Evaluation.Accuracy.Of(codes, labels, Logits);

    /// <summary>Logits of every class: (B, K) → (B, C).</summary>
    public Tensor Logits(Tensor codes)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return network.call((codes.Require([-1, mean.shape[0]]).to(float32) - mean) / deviation).MoveToOuterDisposeScope();
    }

    /// <summary>Disposes the network.</summary>
    public void Dispose()
    {
        network.Dispose();
        mean.Dispose();
        deviation.Dispose();
    }
}
