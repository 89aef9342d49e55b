using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Torch.Tests;

public class FirstValueTests
{
    private static readonly Dictionary<string, JsonElement> Recorded = RecordedFile.Cases("torch-draws.json")
        .Where(found => found.Name.StartsWith("first: ", StringComparison.Ordinal))
        .ToDictionary(found => found.Name["first: ".Length..], found => found.Value);

    private static readonly Dictionary<string, Func<Module>> Modules = new()
    {
        ["Linear"] = () => Linear(5, 3),
        ["Bilinear"] = () => Bilinear(3, 2, 2),
        ["Conv1d"] = () => Conv1d(2, 3, 3),
        ["Conv2d"] = () => Conv2d(2, 3, 3),
        ["ConvTranspose2d"] = () => ConvTranspose2d(2, 3, 2),
        ["Embedding"] = () => Embedding(4, 3, padding_idx: 1),
        ["RNN"] = () => RNN(3, 2),
        ["GRU"] = () => GRU(3, 2, 2, bidirectional: true),
        ["LSTM"] = () => LSTM(3, 2),
        ["RNNCell"] = () => RNNCell(3, 2),
        ["GRUCell"] = () => GRUCell(3, 2),
        ["LSTMCell"] = () => LSTMCell(3, 2),
        ["MultiheadAttention"] = () => MultiheadAttention(4, 2),
        ["TransformerEncoderLayer"] = () => TransformerEncoderLayer(4, 2, 3),
        ["PReLU"] = () => PReLU(2),
        ["LayerNorm"] = () => LayerNorm(3),
        ["BatchNorm2d"] = () => BatchNorm2d(3),
    };

    private static readonly Dictionary<string, Func<Tensor>> Initialisers = new()
    {
        ["uniform_"] = () => init.uniform_(empty(4, 5), -1, 2),
        ["normal_"] = () => init.normal_(empty(4, 5), 1, 2),
        ["trunc_normal_"] = () => init.trunc_normal_(empty(4, 5), 0.1, 0.5, -0.4, 0.6),
        ["xavier_uniform_"] = () => init.xavier_uniform_(empty(4, 5), 1.5),
        ["xavier_normal_"] = () => init.xavier_normal_(empty(4, 5), 1.5),
        ["kaiming_uniform_"] = () => init.kaiming_uniform_(empty(4, 3, 2, 2), 0.1),
        ["kaiming_normal_"] = () => init.kaiming_normal_(empty(4, 3, 2, 2), 0, init.FanInOut.FanOut, init.NonlinearityType.ReLU),
        ["orthogonal_"] = () => init.orthogonal_(empty(3, 5), 2),
        ["orthogonal_ tall"] = () => init.orthogonal_(empty(5, 3)),
        ["sparse_"] = () => init.sparse_(empty(6, 3), 0.4),
        ["eye_"] = () => init.eye_(empty(2, 3)),
        ["dirac_"] = () => init.dirac_(empty(3, 2, 3)),
        ["constant_"] = () => init.constant_(empty(2, 2), 0.3),
    };

    public static TheoryData<string> ModuleCases => [.. Modules.Keys];

    public static TheoryData<string> InitialiserCases => [.. Initialisers.Keys];

    [Theory]
    [MemberData(nameof(ModuleCases))]
    public void A_module_draws_exactly_the_first_values_that_PyTorch_drew_from_the_same_seed(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var module = Modules[name]();
        var state = module.state_dict();
        var expected = Recorded[name].EnumerateObject().ToDictionary(found => found.Name, found => Oracle.Parse(found.Value)!);
        Assert.Equal(expected.Keys.Order(), state.Keys.Order());
        foreach (var (key, values) in expected)
            Assert.True(values.equal(state[key]).ToBoolean(), $"{key}: recorded\n{values}\nfound\n{state[key]}");
    }

    [Theory]
    [MemberData(nameof(InitialiserCases))]
    public void An_initialiser_draws_what_PyTorch_drew_from_the_same_seed(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var found = Initialisers[name]();
        var expected = Oracle.Parse(Recorded[name].GetProperty("values"))!;
        Assert.True(expected.allclose(found, 1e-6, 1e-6), $"recorded\n{expected}\nfound\n{found}");
    }

    [Fact]
    public void Everything_recorded_is_tried() => Assert.Equal(Recorded.Keys.Order(), Modules.Keys.Concat(Initialisers.Keys).Order());

    [Fact]
    public void Initialisers_draw_from_the_generator_they_are_given()
    {
        using var scope = NewDisposeScope();
        var left = init.normal_(empty(10), generator: new Generator(3));
        _ = rand(5);
        var right = init.normal_(empty(10), generator: new Generator(3));
        Assert.True(left.equal(right).ToBoolean());
    }

    [Fact]
    public void Fans_count_kernel_elements() => Assert.Equal((12, 20), Fans(zeros(5, 3, 2, 2)));

    private static (long, long) Fans(Tensor weight)
    {
        using (weight) return init.CalculateFanInAndFanOut(weight);
    }
}
