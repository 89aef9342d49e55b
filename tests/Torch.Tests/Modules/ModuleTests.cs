using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Torch.Tests;

public class ModuleTests
{
    private sealed class Autoencoder : Module<Tensor, Tensor>
    {
        private readonly Linear encoder = Linear(6, 2), decoder = Linear(2, 6);
        private readonly Parameter temperature = new(ones(1));
        private readonly Tensor mean = zeros(6);

        public Autoencoder() : base(nameof(Autoencoder)) => RegisterComponents();

        public override Tensor forward(Tensor x) => decoder.call(functional.tanh(encoder.call(x - mean)) * temperature);
    }

    [Fact]
    public void Fields_become_components_under_their_names()
    {
        using var model = new Autoencoder();
        Assert.Equal(["encoder", "decoder"], model.named_children().Select(child => child.name));
        Assert.Equal(
            ["temperature", "encoder.weight", "encoder.bias", "decoder.weight", "decoder.bias"],
            model.named_parameters().Select(parameter => parameter.name));
        Assert.Equal(["mean"], model.named_buffers().Select(buffer => buffer.name));
        Assert.Equal(
            ["temperature", "encoder.weight", "encoder.bias", "decoder.weight", "decoder.bias", "mean"], model.state_dict().Keys);
    }

    [Fact]
    public void Linear_adds_weighted_inputs_and_bias_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(new Parameter(tensor(new[,] { { 1f, 2f }, { 3f, 4f }, { 5f, 6f } })), new Parameter(tensor(new[] { 0.5f, 0f, -1f })));
        var y = layer.call(tensor(new[,] { { 1f, -1f } }));
        Assert.Equal([-0.5f, -1f, -2f], y.data<float>().ToArray());
    }

    [Fact]
    public void Parameters_outlive_the_scope_they_were_made_in_and_die_with_their_module()
    {
        Autoencoder model;
        using (NewDisposeScope()) model = new Autoencoder();
        var weight = model.get_parameter("encoder.weight")!;
        Assert.False(weight.IsInvalid);
        model.Dispose();
        Assert.True(weight.IsInvalid);
    }

    [Fact]
    public void To_converts_parameters_gradients_and_floating_buffers_but_keeps_the_objects()
    {
        using var scope = NewDisposeScope();
        using var model = new Autoencoder();
        var weight = model.get_parameter("encoder.weight")!;
        var values = weight.detach().clone();
        model.call(rand(3, 6)).sum().backward();
        model.to(float64);
        Assert.Same(weight, model.get_parameter("encoder.weight"));
        Assert.All(model.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.All(model.parameters(), parameter => Assert.Equal(float64, parameter.grad!.dtype));
        Assert.All(model.buffers(), buffer => Assert.Equal(float64, buffer.dtype));
        Assert.True(weight.requires_grad);
        Assert.True(weight.to(float32).equal(values).ToBoolean());
        Assert.Equal(float64, model.call(rand(3, 6, dtype: float64)).dtype);
    }

    [Fact]
    public void Train_and_eval_reach_every_module_inside()
    {
        using var model = Sequential(Linear(2, 2), Sequential(Dropout(1.0), BatchNorm1d(2)));
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
        using var scope = NewDisposeScope();
        model.train();
        Assert.All(model.modules(), module => Assert.True(module.training));
    }

    private sealed class Tied : Module<Tensor, Tensor>
    {
        private readonly Linear encoder = Linear(4, 2, hasBias: false);
        private readonly Sequential again;

        public Tied() : base(nameof(Tied))
        {
            again = Sequential(("shared", encoder));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => encoder.call(x).matmul(encoder.weight);
    }

    [Fact]
    public void A_shared_parameter_is_listed_once_but_saved_under_each_of_its_names()
    {
        using var model = new Tied();
        Assert.Equal(["encoder.weight"], model.named_parameters().Select(parameter => parameter.name));
        Assert.Equal(["encoder.weight", "again.shared.weight"], model.state_dict().Keys);
    }

    [Fact]
    public void Modules_inside_are_found_at_any_depth_by_dotted_names()
    {
        using var model = Sequential(("a", Sequential(("b", Linear(1, 1)))));
        Assert.Equal(["a", "a.b"], model.named_modules().Select(module => module.name));
        Assert.NotNull(model.get_parameter("a.b.weight"));
        Assert.True(model.has_parameter("a.b.bias"));
        Assert.Null(model.get_parameter("a.c.weight"));
        Assert.Null(model.get_buffer("a.b.weight"));
        var seen = new List<string>();
        model.apply(module => seen.Add(module.GetName()));
        Assert.Equal(["Linear", "Sequential", "Sequential"], seen);
    }

    [Fact]
    public void Lists_and_dictionaries_of_modules_register_what_they_hold()
    {
        using var list = new Holder(ModuleList(Linear(1, 2), Linear(2, 1)));
        Assert.Equal(["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"], list.state_dict().Keys);
        using var dictionary = new Holder(ModuleDict(("up", Linear(1, 2)), ("down", Linear(2, 1))));
        Assert.Equal(["layers.up.weight", "layers.up.bias", "layers.down.weight", "layers.down.bias"], dictionary.state_dict().Keys);
    }

    private sealed class Holder : Module
    {
        private readonly Module layers;

        public Holder(Module layers) : base(nameof(Holder))
        {
            this.layers = layers;
            RegisterComponents();
            Assert.Same(this.layers, layers);
        }
    }

    [Fact]
    public void Non_persistent_buffers_move_with_the_module_but_are_not_saved()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(1, 1);
        layer.register_buffer("mask", ones(1), persistent: false);
        layer.to(float64);
        Assert.Equal(float64, layer.get_buffer("mask")!.dtype);
        Assert.DoesNotContain("mask", layer.state_dict().Keys);
        Assert.Throws<InvalidOperationException>(() => layer.register_buffer("mask", ones(1)));
    }

    [Fact]
    public void Names_with_dots_are_refused() =>
        Assert.Throws<ArgumentException>(() => Linear(1, 1).register_module("a.b", Linear(1, 1)));

    [Fact]
    public void Hooks_see_and_change_input_and_output_until_removed()
    {
        using var scope = NewDisposeScope();
        using var module = Identity();
        var seen = 0;
        var doubled = module.register_forward_pre_hook((_, x) => x * 2);
        var raised = module.register_forward_hook((_, _, y) => y + 1);
        var counted = module.register_forward_hook(_ => seen++);
        Assert.Equal(7, module.call(tensor(3.0)).ToDouble());
        doubled.remove();
        raised.remove();
        Assert.Equal(3, module.call(tensor(3.0)).ToDouble());
        counted.remove();
        module.call(tensor(3.0));
        Assert.Equal(2, seen);
    }

    [Fact]
    public void Zero_grad_forgets_gradients()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        layer.zero_grad(set_to_none: false);
        Assert.Equal(0, layer.weight.grad!.abs().sum().ToDouble());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void A_weight_can_be_replaced_and_the_old_one_is_freed()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var old = layer.weight;
        layer.weight = new Parameter(zeros(2, 2));
        Assert.True(old.IsInvalid);
        Assert.Same(layer.weight, layer.get_parameter("weight"));
        layer.bias = null;
        Assert.Equal(["weight"], layer.state_dict().Keys);
    }

    public static TheoryData<string, Func<Tensor>> WrongShapes => new()
    {
        { "input: Conv2d expected (3, H, W) or a batch (B, 3, H, W), got (2, 4, 5, 5).", () => Conv2d(3, 1, 2).call(zeros(2, 4, 5, 5)) },
        { "input: BatchNorm2d expected (B, 3, H, W), got (2, 3).", () => BatchNorm2d(3).call(zeros(2, 3)) },
        { "input: GRU expected (T, B, 3), got (2, 3).", () => GRU(3, 2).call(zeros(2, 3)).Item1 },
        { "input: LSTM expected (B, T, 3), got (2, 4, 5).", () => LSTM(3, 2, batchFirst: true).call(zeros(2, 4, 5)).Item1 },
        { "input: GRUCell expected (B, 3), got (2, 4).", () => GRUCell(3, 2).call(zeros(2, 4), zeros(2, 2)) },
        { "query: MultiheadAttention expected (L, B, 4), got (3, 2, 5).", () => MultiheadAttention(4, 2).call(zeros(3, 2, 5), zeros(3, 2, 4), zeros(3, 2, 4)).Item1 },
        { "tensor: GroupNorm expected (B, 4, …), got (2, 3).", () => GroupNorm(2, 4).call(zeros(2, 3)) },
        { "output_size: expected between 5 and 6, got 9.", () => ConvTranspose1d(1, 1, 3, 2).forward(zeros(1, 1, 2), [9]) },
        { "p: expected a probability in [0, 1], got 1.5.", () => functional.dropout(zeros(2), 1.5) },
    };

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public void A_wrong_shape_is_refused_with_what_was_wanted_and_what_came(string message, Func<Tensor> call)
    {
        using var scope = NewDisposeScope();
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => call()).Message);
    }

    [Fact]
    public void A_thousand_training_steps_leave_as_many_tensors_as_there_were()
    {
        using var model = Sequential(Linear(8, 4), Tanh(), Dropout(0.1), Linear(4, 8));
        using var optimizer = optim.Adam(model.parameters());
        var random = new Generator(2);
        void Train()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var x = rand(16, 8, generator: random);
            functional.mse_loss(model.call(x), x).backward();
            optimizer.step();
        }

        Train();
        var before = Live();
        for (var step = 0; step < 1000; step++) Train();
        Assert.Equal(before, Live());

        static long Live()
        {
            GC.Collect();                       // what other tests left to the finalizer must not count
            GC.WaitForPendingFinalizers();
            return Tensor.TotalCount;
        }
    }

    [Fact]
    public void A_linear_autoencoder_learns_the_line_its_data_lie_on()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var direction = tensor(new[] { 0.6f, 0.8f });
        var x = randn(200, 1) * direction;
        using var model = Sequential(Linear(2, 1, hasBias: false), Linear(1, 2, hasBias: false));
        using var optimizer = optim.Adam(model.parameters(), lr: 0.05);
        for (var step = 0; step < 200; step++)
        {
            optimizer.zero_grad();
            functional.mse_loss(model.call(x), x).backward();
            optimizer.step();
        }
        var decoded = ((Linear)model[1]).weight.detach().reshape(2);
        Assert.Equal(1, Math.Abs((decoded / decoded.norm()).dot(direction).ToDouble()), 1e-4);
    }
}
