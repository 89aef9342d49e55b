using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Torch.Tests.Modules;

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
}
