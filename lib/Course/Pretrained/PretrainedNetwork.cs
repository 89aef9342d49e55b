using TorchSharp;
using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One network that was trained beforehand: <see cref="Pretrained"/> has them.</summary>
/// <typeparam name="TRun">The run that trained it.</typeparam>
/// <typeparam name="TModel">The network.</typeparam>
public sealed class Pretrained<TRun, TModel> where TModel : nn.Module
{
    private readonly Func<TRun, TModel> network;
    private readonly Func<TRun, ImageSet, TModel> train;
    private readonly Func<TRun, TModel, ImageSet, double> measure;

    internal Pretrained(string name, TRun run, Func<TRun, TModel> network, Func<TRun, ImageSet, TModel> train, Func<TRun, TModel, ImageSet, double> measure) =>
        (Name, Run, this.network, this.train, this.measure) = (name, run, network, train, measure);

    /// <summary>What <c>./workbook weights</c> calls it.</summary>
    public string Name { get; }

    /// <summary>The run that trained it, to be changed and trained anew: <c>Pretrained.Plane.Run with { LatentSize = 5 }</c>.</summary>
    public TRun Run { get; }

    /// <summary>The network with its weights, to be disposed by whoever asks.</summary>
    /// <param name="device">Where it is to be. Default: where the notebooks compute.</param>
    public TModel Load(Device? device = null)
    {
        using var file = Pretrained.Resource($"{Name}.dat");
        return Load(file, device);
    }

    /// <summary>The network with weights from a file that <see cref="Save"/> wrote.</summary>
    /// <param name="file">The file.</param>
    /// <param name="device">Where it is to be. Default: where the notebooks compute.</param>
    public TModel Load(Stream file, Device? device = null)
    {
        var model = network(Run);
        model.to(ScalarType.Float16);
        model.load(file);
        model.to(ScalarType.Float32);
        model.to(device ?? Compute.Device);
        model.eval();
        return model;
    }

    /// <summary>Trains it anew, and writes its weights as numbers of 16 bits.</summary>
    /// <param name="pictures">MNIST, for the weights that are kept.</param>
    /// <param name="file">Where they go.</param>
    public void Save(ImageSet pictures, Stream file)
    {
        using var model = train(Run, pictures);
        model.to(CPU);
        model.to(ScalarType.Float16);
        using var bytes = new MemoryStream();            // save closes what it writes to
        model.save(bytes);
        file.Write(bytes.ToArray());
    }

    /// <summary>What it costs to write a held-out picture, in nats: the reconstruction's negative log-likelihood, or −ELBO for a variational one.</summary>
    /// <param name="model">The network.</param>
    /// <param name="pictures">Their held-out part is taken, on the network's device.</param>
    public double HeldOut(TModel model, ImageSet pictures) => measure(Run, model, pictures);
}

/// <summary>What is known of one of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Network">What it is.</param>
/// <param name="Data">What it was trained on.</param>
/// <param name="Command">What makes it anew.</param>
/// <param name="Nats">What a held-out picture of the same data costs, in nats, with the weights as they are kept.</param>
/// <param name="DrawnNats">The same for 500 drawn digits (<see cref="Handwriting"/>), which it never saw the like of.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Sha256">Its hash.</param>
public sealed record PretrainedFacts(string Name, string Network, string Data, string Command, double Nats, double DrawnNats, long Bytes, string Sha256);
