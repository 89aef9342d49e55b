using TorchSharp.Modules;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training.Tests;

/// <summary>A small training with everything that can go astray when it is interrupted: shuffling, noise, dropout, Adam's moments.</summary>
internal sealed class Toy : IBatches<Tensor>
{
    /// <summary>22 examples in batches of 4, so that the last is smaller: six steps an epoch.</summary>
    public const int Count = 22, Size = 4, Steps = 6;

    private readonly Tensor data = rand(Count, 4, generator: new Generator(9));

    public Toy(ulong seed = 1, double dropout = 0.3)
    {
        manual_seed((long)seed);
        Model = nn.Sequential(("in", nn.Linear(4, 8)), ("drop", nn.Dropout(dropout)), ("out", nn.Linear(8, 4)));
        Optimizer = optim.Adam(Model.parameters(), lr: 0.01);
    }

    public Sequential Model { get; }

    public Adam Optimizer { get; }

    public Generator Noise { get; } = new(5);

    /// <summary>‖x − m(x̃)‖², where x̃ is x with a little noise.</summary>
    public LossTerms Loss(Tensor x) => (Model.call(x + 0.01 * rand(x.shape, generator: Noise)) - x).square().sum(dim: -1).mean();

    public Trainer<Tensor> Trainer(Func<Tensor, LossTerms>? loss = null, string? checkpoint = null, IProgress<TrainingProgress>? progress = null) =>
        new(Model, Optimizer, this, loss ?? Loss) { Random = [Noise], Progress = progress, CheckpointPath = checkpoint };

    /// <summary>What an epoch is said to have.</summary>
    public int PerEpoch { get; init; } = Steps;

    public long Examples(Tensor batch) => batch.shape[0];

    /// <summary>Every number of every parameter.</summary>
    public float[] Parameters() => [.. Model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    /// <summary>The batches of an epoch in an order of its own; each lives until the next is asked for.</summary>
    public IEnumerable<Tensor> Epoch(int epoch, int skip = 0)
    {
        using var order = randperm(Count, generator: new Generator((ulong)epoch));
        for (var step = skip; step < Steps; step++)
        {
            using var rows = order.narrow(0, step * Size, Math.Min(Size, Count - step * Size));
            using var batch = data.index_select(0, rows);
            yield return batch;
        }
    }

    /// <summary>Keeps every report.</summary>
    public sealed class Reports : List<TrainingProgress>, IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Add(value);
    }
}

/// <summary>Batches that are what they are.</summary>
internal sealed class Held(params Tensor[] batches) : IBatches<Tensor>
{
    public int PerEpoch => batches.Length;

    public IEnumerable<Tensor> Epoch(int epoch, int skip = 0) => batches.Skip(skip);

    public long Examples(Tensor batch) => batch.shape[0];
}
