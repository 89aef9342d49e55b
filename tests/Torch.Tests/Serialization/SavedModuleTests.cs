using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Torch.Tests;

public sealed class SavedModuleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    private string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    // TorchSharp's file: the number of entries in LEB128; for each its name (length in LEB128, then UTF-8), the number of
    // its element type (6 is float32, 4 is int64), the number of dimensions, each size, then the elements, little-endian.
    [Fact]
    public void A_saved_module_is_the_bytes_worked_by_hand()
    {
        using var layer = Linear(new Parameter(tensor(new[,] { { 1f, -2f } })), new Parameter(tensor(new[] { 0.5f })));
        using var stream = new MemoryStream();
        layer.save(stream);
        byte[] expected =
        [
            2,
            6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0,
            4, .. "bias"u8, 6, 1, 1, 0, 0, 0, 0x3F,
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Sizes_of_128_and_more_take_two_bytes_and_scalars_have_no_sizes()
    {
        using var norm = BatchNorm1d(200, affine: false);
        using var stream = new MemoryStream();
        norm.save(stream);
        var bytes = stream.ToArray();
        byte[] start = [3, 12, .. "running_mean"u8, 6, 1, 0xC8, 1];
        Assert.Equal(start, bytes[..start.Length]);
        byte[] end = [19, .. "num_batches_tracked"u8, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(end, bytes[^end.Length..]);
    }

    [Fact]
    public void A_saved_module_comes_back_bit_for_bit()
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(("in", Linear(4, 3)), ("norm", BatchNorm1d(3)), ("out", Linear(3, 2)));
        model.call(rand(5, 4));                                       // moves the running statistics
        model.save(Path("model.dat"));
        using var other = Sequential(("in", Linear(4, 3)), ("norm", BatchNorm1d(3)), ("out", Linear(3, 2)));
        var loaded = new Dictionary<string, bool>();
        other.load(Path("model.dat"), loadedParameters: loaded);
        Assert.Equal(model.state_dict().Keys, loaded.Keys);
        foreach (var (name, values) in model.state_dict()) Assert.True(values.equal(other.state_dict()[name]).ToBoolean(), name);
        Assert.Equal(["model.dat"], folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public void A_state_dict_round_trips_between_types()
    {
        using var scope = NewDisposeScope();
        using var source = Linear(2, 2, dtype: float64);
        using var target = Linear(2, 2);
        target.load_state_dict(source.state_dict());
        Assert.True(source.weight.to(float32).equal(target.weight).ToBoolean());
        Assert.Equal(float32, target.weight.dtype);
    }

    [Fact]
    public void Missing_and_unexpected_keys_are_listed()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var state = new Dictionary<string, Tensor> { ["weight"] = zeros(2, 2), ["scale"] = zeros(1) };
        var refusal = Assert.Throws<InvalidOperationException>(() => layer.load_state_dict(state));
        Assert.Equal("The state dict does not fit this Linear. Missing: bias. Unexpected: scale.", refusal.Message);
        var (missing, unexpected) = layer.load_state_dict(state, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["scale"], unexpected);
        Assert.Equal(0, layer.weight.sum().ToDouble());
    }

    [Fact]
    public void A_tensor_of_another_shape_changes_nothing_and_is_named()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var before = layer.bias!.detach().clone();
        var state = new Dictionary<string, Tensor> { ["bias"] = zeros(2), ["weight"] = zeros(3, 2) };
        var refusal = Assert.Throws<ArgumentException>(() => layer.load_state_dict(state));
        Assert.Equal("'weight': expected shape (2, 2), got (3, 2).", refusal.Message);
        Assert.True(before.equal(layer.bias!).ToBoolean());
    }

    [Fact]
    public void A_file_of_another_module_is_refused_with_what_differs()
    {
        Linear(2, 2).save(Path("small.dat"));
        Assert.StartsWith("'weight': this module has Float32 (3, 2), the file Float32 (2, 2).", Refusal(Linear(2, 3)));
        Assert.StartsWith("'weight': this module has Float64 (2, 2), the file Float32 (2, 2).", Refusal(Linear(2, 2, dtype: float64)));
        Assert.StartsWith("Mismatched state dict sizes: this Linear has 1 entries, the file 2.", Refusal(Linear(2, 2, hasBias: false)));
        Assert.StartsWith("The file has an entry 'weight', which this Sequential lacks; it has 0.weight, 0.bias.", Refusal(Sequential(Linear(2, 2))));

        string Refusal(Module module) => Assert.Throws<ArgumentException>(() => module.load(Path("small.dat"))).Message;
    }

    [Fact]
    public void A_truncated_file_and_a_missing_one_say_so()
    {
        using var layer = Linear(2, 2);
        layer.save(Path("whole.dat"));
        File.WriteAllBytes(Path("half.dat"), File.ReadAllBytes(Path("whole.dat"))[..20]);
        Assert.Contains("ends too early", Assert.Throws<InvalidDataException>(() => layer.load(Path("half.dat"))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(Path("noise.dat"), [2, 6, .. "weight"u8, 99, 1, 1]);
        Assert.Contains("not a saved tensor", Assert.Throws<InvalidDataException>(() => layer.load(Path("noise.dat"))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no file", Assert.Throws<FileNotFoundException>(() => layer.load(Path("none.dat"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipped_entries_are_passed_over()
    {
        using var scope = NewDisposeScope();
        using var source = Linear(2, 2);
        using var target = Linear(2, 2);
        var before = target.weight.detach().clone();
        source.save(Path("model.dat"));
        target.load(Path("model.dat"), skip: ["weight"]);
        Assert.True(before.equal(target.weight).ToBoolean());
        Assert.True(source.bias!.equal(target.bias!).ToBoolean());
    }

    [Fact]
    public void A_tensor_is_saved_in_the_order_of_its_indices_and_comes_back()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        tensor(new[,] { { 1L, 2 }, { 3, 4 } }).t().Save(stream);
        Assert.Equal<byte>([4, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0, 0, 3], stream.ToArray()[..13]);
        stream.Position = 0;
        Assert.Equal([1L, 3, 2, 4], TensorExtensionMethods.Load(new BinaryReader(stream)).data<long>().ToArray());
    }
}
