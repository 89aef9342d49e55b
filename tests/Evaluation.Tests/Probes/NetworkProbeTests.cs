using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class NetworkProbeTests
{
    [Fact]
    public void It_reads_what_a_linear_probe_cannot_and_no_more_than_there_is()
    {
        using var scope = NewDisposeScope();
        var u = 50 * randn(4000, 2, generator: new Generator(1));
        var exclusive = (u.select(1, 0).gt(0) != u.select(1, 1).gt(0)).to(int64);
        var coin = randint(0, 2, [4000], dtype: ScalarType.Int64, generator: new Generator(2));
        var (train, test) = (u[..2000], u[2000..]);
        using var linear = LinearProbe.Fit(train, exclusive[..2000]);
        using var network = NetworkProbe.Fit(train, exclusive[..2000], new Generator(3), epochs: 20);
        using var nothing = NetworkProbe.Fit(train, coin[..2000], new Generator(3), epochs: 20);
        Assert.InRange(linear.Accuracy(test, exclusive[2000..]), 0.4, 0.65);
        Assert.InRange(network.Accuracy(test, exclusive[2000..]), 0.95, 1);
        Assert.InRange(nothing.Accuracy(test, coin[2000..]), 0.45, 0.55);
    }

    [Fact]
    public void The_same_generator_gives_the_same_probe()
    {
        using var scope = NewDisposeScope();
        var (u, y) = (randn(300, 3, generator: new Generator(1)), randint(0, 2, [300], dtype: ScalarType.Int64, generator: new Generator(2)));
        using var first = NetworkProbe.Fit(u, y, new Generator(3), epochs: 2);
        using var again = NetworkProbe.Fit(u, y, new Generator(3), epochs: 2);
        Assert.True(first.Logits(u).Equals(again.Logits(u)));
        Assert.Throws<ArgumentException>(() => NetworkProbe.Fit(u, y[..200], new Generator(3)));
    }
}
