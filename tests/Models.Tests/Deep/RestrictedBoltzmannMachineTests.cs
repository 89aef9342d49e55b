using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RestrictedBoltzmannMachineTests
{
    private const int Pixels = 4, Units = 3;

    /// <summary>A machine small enough to enumerate, with weights large enough to matter.</summary>
    private static RestrictedBoltzmannMachine Machine(HiddenUnits hidden = HiddenUnits.Binary, ScalarType type = ScalarType.Float64)
    {
        var machine = new RestrictedBoltzmannMachine(Pixels, Units, new Generator(1), hidden);
        machine.to(type);
        using var _ = no_grad();
        foreach (var parameter in machine.parameters()) parameter.copy_(0.7 * randn(parameter.shape, dtype: type, generator: new Generator(2)));
        return machine;
    }

    /// <summary>Every pattern of n bits, one a row: (2ⁿ, n).</summary>
    private static Tensor All(int bits) => tensor(Enumerable.Range(0, 1 << bits)
        .SelectMany(pattern => Enumerable.Range(0, bits).Select(bit => (double)(pattern >> bit & 1))).ToArray()).reshape(1 << bits, bits);

    /// <summary>exp(−E(v, h)) of every pair: (2^D, 2^K).</summary>
    private static Tensor Weights(RestrictedBoltzmannMachine machine) =>
        stack(Enumerable.Range(0, 1 << Units).Select(i => (-machine.Energy(All(Pixels), All(Units)[i].expand(1 << Pixels, Units))).exp()).ToArray(), 1);

    [Fact]
    public void The_energy_is_the_papers_sum_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        using var machine = new RestrictedBoltzmannMachine(2, 1, new Generator(1));
        Set(machine, weight: [2, -1], hidden: [0.5f], visible: [1, 3]);
        var energy = machine.Energy(tensor(new float[,] { { 1, 0 }, { 1, 1 } }), tensor(new float[,] { { 1 }, { 0 } }));
        Assert.Equal([-3.5f, -4f], energy.data<float>().ToArray());                 // −1 − 0.5 − 2, and −1 − 3
        using var linear = new RestrictedBoltzmannMachine(2, 1, new Generator(1), HiddenUnits.Linear);
        Set(linear, weight: [2, -1], hidden: [0.5f], visible: [1, 3]);
        Assert.Equal(-4f, linear.Energy(tensor(new float[,] { { 1, 0 } }), tensor(new float[,] { { 2.5f } })).item<float>()); // −1 + ½·2² − 2.5·2
    }

    [Fact]
    public void The_free_energy_sums_the_hidden_units_out()
    {
        using var scope = NewDisposeScope();
        using var machine = Machine();
        var summed = -Weights(machine).sum(1).log();
        Assert.Equal(0, (machine.FreeEnergy(All(Pixels)) - summed).abs().max().ToDouble(), 1e-12);
    }

    [Fact]
    public void With_linear_units_it_integrates_them_out()
    {
        using var scope = NewDisposeScope();
        using var machine = new RestrictedBoltzmannMachine(3, 1, new Generator(1), HiddenUnits.Linear);
        machine.to(float64);
        using (no_grad())
            foreach (var parameter in machine.parameters()) parameter.copy_(randn(parameter.shape, dtype: float64, generator: new Generator(3)));
        const double Step = 0.01;
        var h = arange(-20, 20, Step, dtype: float64).unsqueeze(1);                 // the integrand is below e⁻¹⁰⁰ beyond
        foreach (var i in Enumerable.Range(0, 8))
        {
            var v = All(3).narrow(0, i, 1);
            var integral = (-machine.Energy(v.expand(h.shape[0], 3), h)).exp().sum().ToDouble() * Step;
            Assert.Equal(-Math.Log(integral), machine.FreeEnergy(v).item<double>(), 1e-9);
        }
    }

    [Fact]
    public void The_conditionals_are_those_of_the_enumerated_joint()
    {
        using var scope = NewDisposeScope();
        using var machine = Machine();
        var joint = Weights(machine);                                               // (2^D, 2^K)
        var hidden = (joint / joint.sum(1, keepdim: true)).matmul(All(Units));      // E[h | v]
        var visible = (joint / joint.sum(0, keepdim: true)).t().matmul(All(Pixels)); // E[v | h]
        Assert.Equal(0, (machine.Encode(All(Pixels)) - hidden).abs().max().ToDouble(), 1e-12);
        Assert.Equal(0, (machine.Decode(All(Units)) - visible).abs().max().ToDouble(), 1e-12);
    }

    [Theory]
    [InlineData(HiddenUnits.Binary)]
    [InlineData(HiddenUnits.Linear)]
    public void The_update_is_the_gradient_of_the_log_likelihood_when_reconstructions_are_the_models_own(HiddenUnits hidden)
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(hidden);
        var v = All(Pixels);
        var data = v.index_select(0, tensor(new long[] { 1, 3, 3, 10 }));
        var logZ = (-machine.FreeEnergy(v)).logsumexp(0);
        var likelihood = -machine.FreeEnergy(data).mean() - logZ;
        likelihood.backward();

        var p = (-machine.FreeEnergy(v) - logZ).exp().detach();
        Assert.Equal(1, p.sum().ToDouble(), 1e-12);
        var everywhere = machine.Update(data, zeros_like(data));                    // positive phase, against the pixels all off
        var model = p.unsqueeze(1);                                                 // each pattern as often as the model dreams it
        var h = machine.Encode(v).detach();
        var h0 = machine.Encode(zeros(1, Pixels, dtype: float64)).detach()[0];
        Close(machine.Up.Weight.grad!, everywhere.Weight - (model * h).t().matmul(v));
        Close(machine.Up.Bias.grad!, everywhere.HiddenBias + h0 - (model * h).sum(dim: 0));
        Close(machine.Down.Bias.grad!, everywhere.VisibleBias - (model * v).sum(dim: 0));
    }

    [Fact]
    public void An_endless_chain_draws_from_the_model()
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(type: ScalarType.Float32);
        var p = (-machine.FreeEnergy(All(Pixels).to(float32))).softmax(0);
        const int Chains = 20_000;
        var drawn = machine.Gibbs(zeros(Chains, Pixels), steps: 50, new Generator(5), drawPixels: true);
        var pattern = drawn.matmul(tensor(new float[] { 1, 2, 4, 8 })).to(int64);
        var often = nn.functional.one_hot(pattern, 16).to(float32).mean([0L]);
        Assert.True((often - p).abs().lt(4 * (p * (1 - p) / Chains).sqrt() + 1e-6).all().ToBoolean());  // four standard errors each
    }

    [Fact]
    public void Linear_units_are_drawn_with_unit_variance_about_their_mean()
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(HiddenUnits.Linear, ScalarType.Float32);
        var v = ones(20_000, Pixels);
        var deviation = machine.SampleHidden(v, new Generator(6)) - machine.Encode(v).detach();
        Assert.Equal(0, deviation.mean().ToDouble(), 0.017);                        // four standard errors of 60,000 draws
        Assert.Equal(1, deviation.square().mean().ToDouble(), 0.024);
    }

    [Theory]
    [InlineData(HiddenUnits.Binary)]
    [InlineData(HiddenUnits.Linear)]
    public void The_loss_has_the_explicit_update_as_its_falling_gradient(HiddenUnits hidden)
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(hidden);
        var data = rand(6, Pixels, dtype: float64, generator: new Generator(7));
        machine.Loss(data, new Generator(8)).backward();
        var update = machine.Update(data, machine.Gibbs(data, 1, new Generator(8)));
        Close(-machine.Up.Weight.grad!, update.Weight);
        Close(-machine.Up.Bias.grad!, update.HiddenBias);
        Close(-machine.Down.Bias.grad!, update.VisibleBias);
    }

    [Fact]
    public void Contrastive_divergence_makes_the_data_more_probable()
    {
        using var scope = NewDisposeScope();
        using var machine = new RestrictedBoltzmannMachine(Pixels, Units, new Generator(1));
        var data = tensor(new float[,] { { 1, 1, 0, 0 }, { 0, 0, 1, 1 } }).repeat(8, 1);
        double Nats() => (machine.FreeEnergy(data).mean() + (-machine.FreeEnergy(All(Pixels).to(float32))).logsumexp(0)).ToDouble();
        var before = Nats();
        var (optimizer, random) = (optim.SGD(machine.parameters(), 0.1, momentum: 0.5), new Generator(2));
        for (var step = 0; step < 1000; step++)
        {
            optimizer.zero_grad();
            machine.Loss(data, random).backward();
            optimizer.step();
        }
        Assert.Equal(Pixels * Math.Log(2), before, 0.01);
        Assert.InRange(Nats(), Math.Log(2), 1.1);                                   // two patterns: no model can ask for less than log 2
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        using var machine = new RestrictedBoltzmannMachine(2, 1, new Generator(1));
        Assert.StartsWith("data: expected numbers in [0, 1], got 3 to 3.",
            Assert.Throws<ArgumentException>(() => machine.Loss(full(1, 2, 3.0), new Generator(1))).Message);
        Assert.Throws<ArgumentException>(() => machine.FreeEnergy(zeros(1, 3)));
        Assert.Throws<ArgumentException>(() => new RestrictedBoltzmannMachine(2, 0, new Generator(1)));
    }

    private static void Set(RestrictedBoltzmannMachine machine, float[] weight, float[] hidden, float[] visible)
    {
        using var _ = no_grad();
        machine.Up.Weight.copy_(tensor(weight).reshape(1, -1));
        machine.Up.Bias.copy_(tensor(hidden));
        machine.Down.Bias.copy_(tensor(visible));
    }

    private static void Close(Tensor actual, Tensor expected) => Assert.Equal(0, (actual - expected).abs().max().ToDouble(), 1e-12);
}
