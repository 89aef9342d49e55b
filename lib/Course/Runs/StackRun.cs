using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Greedy pre-training: each layer learns to give back what the layer below it makes of the pictures, then stays as it is.</summary>
/// <remarks>
/// <code>var stack = new StackRun { Sizes = [200, 100, 2] }.AtScale().Train(digits.Train.Images).Stack;
/// var network = stack.Unroll();</code>
/// Notebook 07.
/// </remarks>
public sealed record StackRun : PictureRun, IRun<StackRun>
{
    /// <summary>The paper's momentum and weight decay for its Boltzmann machines: Hinton and Salakhutdinov (2006), supporting text.</summary>
    public const double Momentum = 0.9, RbmWeightDecay = 2e-4;

    /// <summary>Units of each layer, from the lowest to the code. Default: the paper's 1000-500-250-2 at a quarter of its width.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [250, 125, 60, 2];

    /// <summary>What is stacked. Default: autoencoders.</summary>
    public StackLayers Layers { get; init; } = StackLayers.Autoencoders;

    /// <summary>The activation of all layers but the last. Default: the sigmoid, the one Boltzmann machines have.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>The activation of the code. Default: the identity, the paper's linear units.</summary>
    public Activation CodeActivation { get; init; } = Activation.Identity;

    /// <summary>What layers of autoencoders see instead of their input, from the lowest up; where the list ends, the input itself. Default: none.</summary>
    public IReadOnlyList<Corruption> Corruptions { get; init; } = [];

    /// <summary>What is added to the loss of each autoencoder, given the layer and what it sees; a contractive layer's penalty. Default: nothing.</summary>
    public Func<AutoencoderLayer, Tensor, Tensor>? Penalty { get; init; }

    /// <summary>ε of a Boltzmann machine with binary units. Default: 0.1, the paper's.</summary>
    public double RbmRate { get; init; } = 0.1;

    /// <summary>ε of a Boltzmann machine with linear units. Default: 0.001, the paper's, as such units can run away.</summary>
    public double LinearRbmRate { get; init; } = 0.001;

    /// <summary>2,000 pictures and one epoch a layer.</summary>
    public StackRun Smoke() => this with { Examples = Math.Min(Examples, 2000), Epochs = Math.Min(Epochs, 1) };

    /// <summary>Ten times the epochs.</summary>
    public StackRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>Trains the layers on training pictures, <see cref="TrainingRun.Epochs"/> each.</summary>
    /// <param name="images">Pictures on the notebook's device: (N, D). Only the first <see cref="PictureRun.Examples"/> are used.</param>
    /// <exception cref="ArgumentException">A Boltzmann machine is asked for an activation that it cannot have, or to stand on a linear code.</exception>
    public StackResult Train(Tensor images)
    {
        RequirePossible();
        var (layers, results) = (new List<IStackLayer>(), new List<StackLayerResult>());
        var random = FirstWeights;
        var x = images.narrow(0, 0, Math.Min(Examples, images.shape[0]));
        for (var i = 0; i < Sizes.Count; i++)
        {
            var above = (IStackLayer)Build((int)x.shape[1], i, random);
            results.Add(Learn(above, x, i));
            layers.Add(above);
            var next = Codes(above, x);
            if (i > 0) x.Dispose();
            x = next;
        }
        x.Dispose();
        return new(this, new([.. layers]), results);
    }

    private nn.Module Build(int inputs, int i, Generator random)
    {
        var code = ActivationOf(i);
        nn.Module layer = Layers == StackLayers.BoltzmannMachines
            ? new RestrictedBoltzmannMachine(inputs, Sizes[i], random, code == Activation.Identity ? HiddenUnits.Linear : HiddenUnits.Binary)
            : new AutoencoderLayer(inputs, Sizes[i], code, i == 0 ? Activation.Sigmoid : Activation, random, Layers == StackLayers.TiedAutoencoders);
        return layer.to(Compute.Device);
    }

    private StackLayerResult Learn(IStackLayer layer, Tensor x, int i)
    {
        var before = SquaredError.Mean(x, layer.Reconstruct);
        var draws = new Generator((ulong)(Seed + 1000 * (i + 1)));
        var alone = Alone(i);
        using var trainer = layer switch
        {
            AutoencoderLayer coder => alone.Loop(coder, InBatches(x), Loss(coder, i, draws), draws),
            RestrictedBoltzmannMachine machine => alone.Loop(machine, PapersOptimizer(machine), InBatches(x), v => machine.Loss(v, draws), draws),
            _ => throw new UnreachableException(),
        };
        trainer.Finish(Epochs);
        return new((int)x.shape[1], Sizes[i], before, SquaredError.Mean(x, layer.Reconstruct), trainer.History);
    }

    private Activation ActivationOf(int i) => i == Sizes.Count - 1 ? CodeActivation : Activation;

    /// <summary>A layer's own training: what a checkpoint of it must match, whatever is stacked above.</summary>
    private StackRun Alone(int i) => this with
    {
        CheckpointPath = CheckpointOf($"layer{i + 1}"),
        Sizes = [Sizes[i]],
        CodeActivation = ActivationOf(i),
        Corruptions = [.. Corruptions.Skip(i).Take(1)],
    };

    private Func<Tensor, LossTerms> Loss(AutoencoderLayer layer, int i, Generator draws) => x =>
    {
        var seen = i < Corruptions.Count ? Corruptions[i].Apply(x, draws) : x;
        var loss = layer.Loss(x, seen);
        return Penalty is null ? loss : loss.And(("penalty", Penalty(layer, seen)));
    };

    private OptimizerHelper PapersOptimizer(RestrictedBoltzmannMachine machine) => optim.SGD(machine.parameters(),
        machine.Hidden == HiddenUnits.Linear ? LinearRbmRate : RbmRate, momentum: Momentum, weight_decay: RbmWeightDecay);

    private static Tensor Codes(IStackLayer layer, Tensor x)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return scope.Detach(layer.Encode(x));
    }

    private void RequirePossible()
    {
        if (Sizes.Count == 0) throw new ArgumentException($"{nameof(Sizes)}: expected one layer or more, got none.");
        if (Layers != StackLayers.BoltzmannMachines) return;
        RequireNothingAside("a Boltzmann machine has a difference of free energies to minimise, which tells nothing of images held aside");
        if (Activation != Activation.Sigmoid || (CodeActivation != Activation.Sigmoid && CodeActivation != Activation.Identity))
            throw new ArgumentException($"{nameof(Activation)}: the units of a Boltzmann machine are sigmoid, those of the code may be linear; got {Activation.Name} and {CodeActivation.Name}.");
    }
}

/// <summary>What a stack is made of.</summary>
public enum StackLayers
{
    /// <summary>Autoencoders with a decoder of their own: Bengio et al. (2007).</summary>
    Autoencoders,

    /// <summary>Autoencoders whose decoder is the encoder's transpose: Vincent et al. (2008).</summary>
    TiedAutoencoders,

    /// <summary>Restricted Boltzmann machines trained by CD-1: Hinton and Salakhutdinov (2006).</summary>
    BoltzmannMachines,
}

/// <summary>A stack that was trained layer by layer.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Stack">The layers.</param>
/// <param name="Layers">What each layer's training came to, from the data upwards.</param>
public sealed record StackResult(StackRun Run, StackedAutoencoder Stack, IReadOnlyList<StackLayerResult> Layers) : IDisposable
{
    /// <summary>Disposes the layers.</summary>
    public void Dispose()
    {
        foreach (var layer in Stack.Layers.OfType<IDisposable>()) layer.Dispose();
    }
}

/// <summary>What the training of one layer came to.</summary>
/// <param name="Inputs">D, the numbers it was given.</param>
/// <param name="Size">K, the numbers it makes of them.</param>
/// <param name="Before">⟨‖x − x̂‖²⟩ of its own input before training.</param>
/// <param name="After">The same after.</param>
/// <param name="History">The loss of every step: cross-entropy or squared error; for a Boltzmann machine a difference of free energies.</param>
public sealed record StackLayerResult(int Inputs, int Size, double Before, double After, TrainingHistory History);
