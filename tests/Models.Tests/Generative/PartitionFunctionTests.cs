using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class PartitionFunctionTests
{
    private static RestrictedBoltzmannMachine Machine(int pixels, int units, double spread = 1)
    {
        var machine = new RestrictedBoltzmannMachine(pixels, units, new Generator(1));
        using var _ = no_grad();
        foreach (var parameter in machine.parameters()) parameter.copy_(spread * randn(parameter.shape, generator: new Generator(2)));
        return machine;
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(3, 12)]
    public void Over_hidden_states_it_is_the_sum_over_all_pixels_of_what_the_free_energy_says(int pixels, int units)
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(pixels, units);
        var summed = (-machine.FreeEnergy(Bits.All(pixels)).to(float64)).logsumexp(0).ToDouble();
        Assert.Equal(summed, PartitionFunction.Exact(machine), 4);
    }

    [Fact]
    public void Annealing_finds_what_enumeration_does_and_its_error_is_honest()
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(30, 10, spread: 0.5);
        var exact = PartitionFunction.Exact(machine);
        var found = Enumerable.Range(1, 20).Select(seed => PartitionFunction.Annealed(machine, full(30, 0.4f), 300, 100, new Generator((ulong)seed))).ToArray();
        var off = found.Select(one => (one.LogZ - exact) / one.Error).ToArray();
        Assert.InRange(found.Average(one => one.LogZ) - exact, -0.05, 0.05);
        Assert.InRange(Math.Sqrt(off.Average(z => z * z)), 0.5, 1.5);               // z-scores of unit size, within what 20 of them can show
    }

    [Fact]
    public void Where_the_machine_is_the_chains_beginning_one_step_is_exact()
    {
        using var scope = NewDisposeScope();
        using var machine = Machine(5, 4, spread: 0);
        var found = PartitionFunction.Annealed(machine, full(5, 0.5f), steps: 1, chains: 3, new Generator(3));
        Assert.Equal(9 * Math.Log(2), found.LogZ, 6);                               // 2⁵ pixels and 2⁴ units, all alike
        Assert.Equal(0, found.Error, 6);
    }

    [Fact]
    public void Linear_units_too_many_units_and_impossible_frequencies_are_refused()
    {
        using var linear = new RestrictedBoltzmannMachine(4, 2, new Generator(1), HiddenUnits.Linear);
        using var wide = new RestrictedBoltzmannMachine(4, 21, new Generator(1));
        Assert.Contains("binary", Assert.Throws<ArgumentException>(() => PartitionFunction.Exact(linear)).Message);
        Assert.Contains("20 hidden units", Assert.Throws<ArgumentException>(() => PartitionFunction.Exact(wide)).Message);
        Assert.Contains("inside (0, 1)", Assert.Throws<ArgumentException>(() => PartitionFunction.Annealed(wide, tensor(new[] { 0.5f, 1, 0.5f, 0.5f }), 5, 5, new Generator(1))).Message);
        Assert.Throws<ArgumentException>(() => PartitionFunction.Annealed(wide, full(4, 0.5f), 0, 5, new Generator(1)));
    }
}
