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
    public void To_write_an_image_costs_more_under_another_digits_label()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var model = Pretrained.ByLabel.Load();
        using var draws = new Generator(1);
        var pairs = Pretrained.ByLabel.Run.HeldOutPairs(drawn.Value);
        var (images, labels) = (pairs[.., ..784], pairs[.., 784..]);
        Assert.InRange(model.Loss(images, labels.roll(1, 1), draws).ToDouble() - model.Loss(images, labels, draws).ToDouble(), 5, double.PositiveInfinity);
    }

    [Fact]
    public void What_is_loaded_computes_in_32_bits() => Assert.All(
        (Func<nn.Module>[])[() => Pretrained.Codes.Load(), () => Pretrained.Strokes.Load(), () => Pretrained.Plane.Load(), () => Pretrained.ByLabel.Load()],
        load =>
        {
            using var network = load();
            Assert.All(network.parameters(), each => Assert.Equal(ScalarType.Float32, each.dtype));
        });

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
