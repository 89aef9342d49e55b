using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Engine.Tests;

/// <summary>The one-pass optimiser takes AdamW's steps, on every path, and can be saved in the middle.</summary>
public sealed class OnePassAdamWTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, AdamW>> Ours = new()
    {
        ["AdamW"] = p => new OnePassAdamW(p, 0.05),
        ["AdamW with decay"] = p => new OnePassAdamW(p, 0.05, 0.8, 0.95, 1e-4, 0.1),
    };

    public static TheoryData<string> Cases => [.. Ours.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_goes_where_PyTorchs_went_up_to_the_rounding_of_32_bits(string name) => Follow(name, float32, 2e-6);

    [Theory]
    [MemberData(nameof(Cases))]
    public void On_64_bits_it_is_TorchSharps_and_goes_there_exactly(string name) => Follow(name, float64, 1e-12);

    // As the recording has it: gradients 0.3 p + cos(t + i).
    private static void Follow(string name, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        var recorded = Recorded.At("optimisers", name);
        var parameters = recorded.GetProperty("start").EnumerateArray().Select(start => new Parameter(Recorded.Tensor(start).to(type))).ToList();
        using var optimizer = Ours[name](parameters);
        var t = 0;
        foreach (var expected in recorded.GetProperty("steps").EnumerateArray())
        {
            foreach (var parameter in parameters)
                parameter.grad = (0.3 * parameter.detach() + (arange(parameter.numel(), dtype: float64).reshape(parameter.shape) + t).cos()).to(type);
            optimizer.step();
            t++;
            foreach (var (parameter, place) in parameters.Zip(expected.EnumerateArray().Select(Recorded.Tensor)))
                Assert.True(parameter.to(float64).allclose(place, tolerance, tolerance), $"step {t}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void It_stays_with_TorchSharps_own_over_fifty_steps(double decay)
    {
        using var scope = NewDisposeScope();
        var start = Start();
        var (ours, theirs) = (Copies(start), Copies(start));
        using var one = new OnePassAdamW(ours, weight_decay: decay);
        using var many = new AdamW(theirs, weight_decay: decay);
        for (var t = 0; t < 50; t++)
        {
            Give(ours, t);
            Give(theirs, t);
            one.step();
            many.step();
        }
        foreach (var (left, right) in ours.Zip(theirs)) Assert.True((left - right).abs().max().ToDouble() < 2e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void The_flat_step_that_a_GPU_gets_stays_with_TorchSharps_own_and_can_take_turns_with_it(double decay)
    {
        using var scope = NewDisposeScope();
        var start = Start();
        var (ours, theirs) = (Copies(start), Copies(start));
        using var one = new FlatOnCpu(ours, decay);
        using var many = new AdamW(theirs, weight_decay: decay);
        for (var t = 0; t < 50; t++)
        {
            Give(ours, t);
            Give(theirs, t);
            if (t % 10 == 9) one.Own();
            else one.step();
            many.step();
        }
        foreach (var (left, right) in ours.Zip(theirs)) Assert.True((left - right).abs().max().ToDouble() < 2e-6);
        Assert.Equal(1, one.Made);                                            // one whole for all steps
        using var stream = new MemoryStream();
        one.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        using var copy = new FlatOnCpu(Copies(ours), decay);
        copy.load_state_dict(new BinaryReader(stream));
        Give(ours, 50);
        Give([.. copy.parameters().Cast<Parameter>()], 50);
        one.step();
        copy.step();
        foreach (var (left, right) in ours.Zip(copy.parameters())) Assert.True(left.Equals(right));
    }

    /// <summary>What is done on a GPU, on the CPU.</summary>
    private sealed class FlatOnCpu(IEnumerable<Parameter> parameters, double decay) : AdamW(parameters, weight_decay: decay)
    {
        private FlatAdam? flat;

        public int Made { get; private set; }

        public void Own() => base.step();

        public override Tensor step(Func<Tensor>? closure = null)
        {
            List<OnePass.Slot> slots = [.. _parameter_groups.SelectMany(group => group.Parameters.Select(p => new OnePass.Slot(p, p.grad!, (State)_state[p.Handle], (Options)group.Options)))];
            Assert.True(FlatAdam.Fits(slots));
            var next = FlatAdam.For(slots, flat);
            if (!ReferenceEquals(next, flat)) Made++;
            (flat = next).Step(slots);
            return null!;
        }
    }

    [Fact]
    public void A_saved_one_goes_on_bit_for_bit()
    {
        using var scope = NewDisposeScope();
        var parameters = Copies(Start());
        using var optimizer = new OnePassAdamW(parameters, weight_decay: 0.1);
        for (var t = 0; t < 3; t++) Step(optimizer, parameters, t);
        var copies = Copies(parameters);
        using var other = new OnePassAdamW(copies, lr: 0.5);                  // its options come with the state
        using var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        other.load_state_dict(new BinaryReader(stream));
        for (var t = 3; t < 8; t++)
        {
            Step(optimizer, parameters, t);
            Step(other, copies, t);
            Assert.All(parameters.Zip(copies), pair => Assert.True(pair.First.Equals(pair.Second)));
        }
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        var (one, two) = (With(1), With(2));
        Assert.Equal(one, two);

        static float[] With(int threads)
        {
            using var scope = NewDisposeScope();
            var before = get_num_threads();
            set_num_threads(threads);
            var parameter = new Parameter(randn(200_003, generator: new Generator(4)));
            using var optimizer = new OnePassAdamW([parameter], weight_decay: 0.1);
            parameter.grad = randn(200_003, generator: new Generator(5));
            for (var step = 0; step < 3; step++) optimizer.step();
            set_num_threads(before);
            return parameter.data<float>().ToArray();
        }
    }

    [Fact]
    public void What_gets_no_gradient_any_more_comes_to_rest_at_zero_where_TorchSharps_stays_at_numbers_too_small_to_be_quick()
    {
        using var scope = NewDisposeScope();
        var (ours, theirs) = (new Parameter(ones(19)), new Parameter(ones(19)));
        using var one = new OnePassAdamW([ours], weight_decay: 0);
        using var many = new AdamW([theirs], weight_decay: 0);
        for (var step = 0; step < 1200; step++)
        {
            (ours.grad, theirs.grad) = (full([19], step == 0 ? 0.1 : 0), full([19], step == 0 ? 0.1 : 0));
            one.step();
            many.step();
        }
        Assert.True(ours.allclose(theirs, 1e-6, 1e-7));
        Assert.True(0.1 * Math.Pow(0.9, 1200) < 1.2e-38 && Mean(many).gt(0).all().ToBoolean());
        Assert.Equal(0, Mean(one).abs().max().ToDouble());

        static Tensor Mean(AdamW optimizer) => ((AdamW.State)optimizer.state_dict().State.Single()).exp_avg;
    }

    [Fact]
    public void A_graph_from_before_a_step_refuses_to_be_walked_after_it()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = new OnePassAdamW([parameter]);
        var loss = (parameter * parameter).sum();
        loss.backward(retain_graph: true);
        optimizer.step();
        Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<Exception>(() => loss.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_keep_rates_of_their_own_and_a_schedule_may_change_them()
    {
        using var scope = NewDisposeScope();
        var parameters = Copies(Start());
        using var optimizer = new OnePassAdamW(parameters, lr: 0.5);
        optimizer.ParamGroups.Single().LearningRate = 0;
        var before = Copies(parameters);
        Step(optimizer, parameters, 0);
        Assert.All(parameters.Zip(before), pair => Assert.True(pair.First.Equals(pair.Second)));
    }

    [Fact]
    public void Parameters_without_a_gradient_stay_and_are_not_counted()
    {
        using var scope = NewDisposeScope();
        var parameters = Copies(Start());
        using var optimizer = new OnePassAdamW(parameters);
        parameters[0].grad = ones_like(parameters[0]);
        optimizer.step();
        Assert.Equal([1L, 0L], optimizer.state_dict().State.Cast<AdamW.State>().Select(state => state.step));
    }

    [Fact]
    public void Zero_grad_takes_the_gradients_away()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = new OnePassAdamW([parameter]);
        parameter.sum().backward();
        optimizer.zero_grad();
        Assert.Null(parameter.grad);
        (2 * parameter).sum().backward();
        Assert.Equal([2f, 2f, 2f], parameter.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_gradient_that_does_not_lie_in_order_is_followed_all_the_same()
    {
        using var scope = NewDisposeScope();
        var (parameter, other) = (new Parameter(zeros(2, 3)), new Parameter(zeros(2, 3)));
        var gradient = arange(6, dtype: float32).reshape(3, 2);
        parameter.grad = gradient.t();
        other.grad = gradient.t().contiguous();
        using var optimizer = new OnePassAdamW([parameter, other]);
        optimizer.step();
        Assert.True(parameter.allclose(other));
    }

    private static List<Parameter> Start() => [new(randn(37, 11, generator: new Generator(1))), new(randn(5, generator: new Generator(2)))];

    private static List<Parameter> Copies(IEnumerable<Parameter> parameters) => [.. parameters.Select(parameter => new Parameter(parameter.detach().clone()))];

    private static void Give(List<Parameter> parameters, int t)
    {
        foreach (var parameter in parameters) parameter.grad = randn(parameter.shape, generator: new Generator((ulong)t)) + 0.3 * parameter.detach();
    }

    private static void Step(AdamW optimizer, List<Parameter> parameters, int t)
    {
        Give(parameters, t);
        optimizer.step();
    }
}
