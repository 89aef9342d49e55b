using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class OptimizerTests
{
    private static readonly Dictionary<string, JsonElement> Recorded = RecordedFile.Cases("torch-training.json")
        .Where(found => found.Name.StartsWith("optimisers: ", StringComparison.Ordinal))
        .ToDictionary(found => found.Name["optimisers: ".Length..], found => found.Value);

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Ours = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1),
        ["SGD with momentum"] = p => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.1, weight_decay: 0.05),
        ["SGD by Nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.8, nesterov: true),
        ["SGD upwards"] = p => optim.SGD(p, 0.1, weight_decay: 0.1, maximize: true),
        ["Adam"] = p => optim.Adam(p, 0.05),
        ["Adam with decay"] = p => optim.Adam(p, 0.05, 0.8, 0.95, 1e-4, weight_decay: 0.1),
        ["Adam with AMSGrad"] = p => optim.Adam(p, 0.05, amsgrad: true),
        ["Adam upwards"] = p => optim.Adam(p, 0.05, maximize: true),
        ["AdamW"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1),
        ["AdamW with AMSGrad"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1, amsgrad: true),
        ["RMSProp"] = p => optim.RMSProp(p, 0.02),
        ["RMSProp centred"] = p => optim.RMSProp(p, 0.02, alpha: 0.9, momentum: 0.5, centered: true, weight_decay: 0.1),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.1, weight_decay: 0.05, initial_accumulator_value: 0.2),
    };

    public static TheoryData<string> Cases => [.. Recorded.Keys];

    // As the recording has it: gradients 0.3 p + cos(t + i), and none for the second parameter at step 2.
    private static void Step(optim.Optimizer optimizer, IReadOnlyList<Parameter> parameters, int t)
    {
        for (var which = 0; which < parameters.Count; which++)
        {
            var i = arange(parameters[which].numel(), dtype: float64).reshape(parameters[which].shape);
            var gradient = 0.3 * parameters[which].detach() + (i + t).cos();
            parameters[which].grad = (t, which) == (2, 1) ? null : gradient.to(parameters[which].dtype);
        }
        optimizer.step();
    }

    private static List<Parameter> Start(string name) =>
        [.. Recorded[name].GetProperty("start").EnumerateArray().Select(start => new Parameter(Oracle.Parse(start)!))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_optimiser_goes_where_PyTorchs_went(string name)
    {
        using var scope = NewDisposeScope();
        var parameters = Start(name);
        using var optimizer = Ours[name](parameters);
        var t = 0;
        foreach (var expected in Recorded[name].GetProperty("steps").EnumerateArray())
        {
            Step(optimizer, parameters, t++);
            foreach (var (parameter, place) in parameters.Zip(expected.EnumerateArray().Select(Oracle.Parse)))
                Assert.True(parameter.allclose(place!, 1e-12, 1e-12), $"step {t}: recorded\n{place}\nfound\n{parameter}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_saved_optimiser_goes_on_bit_for_bit(string name)
    {
        using var scope = NewDisposeScope();
        var parameters = Start(name);
        using var optimizer = Ours[name](parameters);
        for (var t = 0; t < 3; t++) Step(optimizer, parameters, t);

        var copies = parameters.Select(parameter => new Parameter(parameter.detach().clone())).ToList();
        using var other = Ours[name](copies);
        using var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        other.load_state_dict(new BinaryReader(stream));

        for (var t = 3; t < 6; t++)
        {
            Step(optimizer, parameters, t);
            Step(other, copies, t);
            Assert.All(parameters.Zip(copies), pair => Assert.True(pair.First.equal(pair.Second).ToBoolean()));
        }
        Assert.All(optimizer.state_dict().State.Zip(other.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
    }

    public static TheoryData<string> AdamCases => [.. Recorded.Keys.Where(name => name.StartsWith("Adam", StringComparison.Ordinal))];

    // 32-bit numbers go another way, in one pass over memory; the recorded ones are of 64 bits.
    [Theory]
    [MemberData(nameof(AdamCases))]
    public void Adam_on_32_bit_numbers_goes_the_same_way_up_to_rounding(string name)
    {
        using var scope = NewDisposeScope();
        var parameters = Start(name).Select(parameter => new Parameter(parameter.to(float32))).ToList();
        using var optimizer = Ours[name](parameters);
        for (var t = 0; t < 6; t++) Step(optimizer, parameters, t);
        var last = Recorded[name].GetProperty("steps").EnumerateArray().Last().EnumerateArray().Select(Oracle.Parse);
        foreach (var (parameter, place) in parameters.Zip(last)) Assert.True(parameter.to(float64).allclose(place!, 1e-5, 1e-5), $"{place}{parameter}");
    }

    [Fact]
    public void Adam_is_the_same_bit_for_bit_on_one_thread_and_on_two()
    {
        Assert.Equal(After(threads: 1), After(threads: 2));

        static float[] After(int threads)
        {
            using var scope = NewDisposeScope();
            var before = get_num_threads();
            set_num_threads(threads);
            var parameter = new Parameter(rand(200_003, generator: new Generator(4)));
            using var optimizer = optim.AdamW([parameter], weight_decay: 0.1);
            parameter.grad = randn(200_003, generator: new Generator(5));
            for (var step = 0; step < 3; step++) optimizer.step();
            set_num_threads(before);
            return parameter.data<float>().ToArray();
        }
    }

    [Fact]
    public void A_graph_from_before_a_step_refuses_to_be_walked_after_it()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = optim.Adam([parameter]);
        var loss = (parameter * parameter).sum();
        loss.backward(retain_graph: true);
        optimizer.step();
        var refusal = Assert.ThrowsAny<Exception>(() => loss.backward());
        Assert.Contains("modified by an inplace operation", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_optimiser_here_was_recorded() => Assert.Empty(Ours.Keys.Except(Recorded.Keys));

    [Fact]
    public void Zero_grad_leaves_gradients_of_zero()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = optim.SGD([parameter], 0.1);
        parameter.sum().backward();
        optimizer.zero_grad();
        Assert.Equal([0f, 0f, 0f], parameter.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Groups_keep_options_of_their_own()
    {
        using var scope = NewDisposeScope();
        var (slow, fast) = (new Parameter(zeros(1)), new Parameter(zeros(1)));
        using var optimizer = optim.SGD([new SGD.ParamGroup([slow], lr: 0.1), new SGD.ParamGroup { Parameters = [fast] }], learningRate: 1);
        (slow + fast).sum().backward();
        optimizer.step();
        Assert.Equal([-0.1f, -1f], [slow.item<float>(), fast.item<float>()]);
        Assert.Equal([0.1, 1], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void A_parameter_may_not_be_in_two_groups()
    {
        using var parameter = new Parameter(zeros(1));
        Assert.Throws<ArgumentException>(() => optim.SGD([new SGD.ParamGroup([parameter]), new SGD.ParamGroup([parameter])], 1));
    }

    [Fact]
    public void The_state_of_another_kind_of_optimiser_is_refused_by_name()
    {
        using var parameter = new Parameter(zeros(1));
        using var sgd = optim.SGD([parameter], 1);
        using var adam = optim.Adam([parameter]);
        using var stream = new MemoryStream();
        sgd.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        var refusal = Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(stream)));
        Assert.Equal("This is the state of an optimiser 'SGD', and cannot be loaded into 'Adam'.", refusal.Message);
    }

    [Fact]
    public void Negative_rates_are_refused() =>
        Assert.StartsWith("lr: expected a rate of at least zero, got -1.", Assert.Throws<ArgumentException>(() => optim.Adam(Array.Empty<Parameter>(), lr: -1)).Message);

    [Fact]
    public void Clipped_gradients_keep_their_direction_and_get_the_norm_allowed()
    {
        using var scope = NewDisposeScope();
        var (left, right) = (new Parameter(zeros(1, dtype: float64)), new Parameter(zeros(1, dtype: float64)));
        (3 * left + 4 * right).sum().backward();
        Assert.Equal(5, nn.utils.clip_grad_norm_([left, right], 1), 1e-12);
        Assert.Equal(0.6, left.grad!.item<double>(), 1e-6);
        Assert.Equal(0.8, right.grad!.item<double>(), 1e-6);
        nn.utils.clip_grad_value_([left, right], 0.7);
        Assert.Equal([0.6, 0.7], [left.grad!.item<double>(), right.grad!.item<double>()], new Near(1e-6));
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        using var scope = NewDisposeScope();
        var parameters = new[] { new Parameter(ones(2, 2)), new Parameter(zeros(3)) };
        var vector = nn.utils.parameters_to_vector(parameters);
        Assert.Equal([1f, 1, 1, 1, 0, 0, 0], vector.data<float>().ToArray());
        nn.utils.vector_to_parameters(arange(7, dtype: float32), parameters);
        Assert.Equal([4f, 5, 6], parameters[1].data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(6), parameters));
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double left, double right) => Math.Abs(left - right) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
