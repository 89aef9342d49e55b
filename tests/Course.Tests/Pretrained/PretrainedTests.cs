using System.Security.Cryptography;
using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The weights in the library are those that their list tells of, and do what it says.</summary>
public sealed class PretrainedTests
{
    private static readonly Lazy<ImageSet> drawn = new(() => Handwriting.Load(Compute.Device, train: 1, test: 500));

    public static TheoryData<string> Names => [.. Pretrained.Facts.Select(each => each.Name)];

    [Fact]
    public void There_are_facts_of_each() => Assert.Equal(["by-label", "codes", "plane", "strokes"], Pretrained.Facts.Select(each => each.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_the_one_its_hash_tells_of(string name)
    {
        var facts = Pretrained.Facts.Single(each => each.Name == name);
        using var file = typeof(Pretrained).Assembly.GetManifestResourceStream($"weights/{name}.dat")!;
        Assert.Equal((facts.Bytes, facts.Sha256), (file.Length, Convert.ToHexStringLower(SHA256.HashData(file))));
        Assert.InRange(facts.Bytes, 1, 1_000_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_reaches_what_is_said_of_it_on_drawn_digits(string name) =>
        Assert.Equal(Pretrained.Facts.Single(each => each.Name == name).DrawnNats, HeldOut(name, drawn.Value), 0.05);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void And_on_the_digits_it_was_trained_on(string name)
    {
        var store = Store.Default with { Online = false };
        Skip.IfNot(Sources.Mnist.Files.All(file => File.Exists(Path.Combine(store.Given ?? "", Sources.Mnist.Name, file.Name))), "MNIST is not here: set WORKBOOK_DATA to the folder that holds mnist/.");
        Assert.Equal(Pretrained.Facts.Single(each => each.Name == name).Nats, HeldOut(name, Mnist.Load(Compute.Device, store)), 0.05);
    }

    [Fact]
    public void The_plane_draws_images_and_the_label_decides_which()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var plane = Pretrained.Plane.Load();
        Assert.Equal([3, 784], plane.Decode(zeros(3, 2, device: Compute.Device)).shape);
        using var byLabel = Pretrained.ByLabel.Load();
        using var codes = Pretrained.Codes.Load();
        using var strokes = Pretrained.Strokes.Load();
        Assert.All((nn.Module[])[plane, byLabel, codes, strokes], network => Assert.All(network.parameters(), each => Assert.Equal(ScalarType.Float32, each.dtype)));
    }

    private static double HeldOut(string name, ImageSet pictures) => name switch
    {
        "codes" => Of(Pretrained.Codes, pictures),
        "strokes" => Of(Pretrained.Strokes, pictures),
        "plane" => Of(Pretrained.Plane, pictures),
        _ => Of(Pretrained.ByLabel, pictures),
    };

    private static double Of<TRun, TModel>(Pretrained<TRun, TModel> network, ImageSet pictures) where TModel : nn.Module
    {
        using var model = network.Load();
        return network.HeldOut(model, pictures);
    }
}
