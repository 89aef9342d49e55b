using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class TrivialAutoencoderTests
{
    [Fact]
    public void With_hard_thresholds_every_binary_input_comes_back()
    {
        using var scope = NewDisposeScope();
        var table = tensor(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        var copier = new TrivialAutoencoder();
        Assert.Equal(table.data<float>().ToArray(), copier.Encode(table).data<float>().ToArray());
        Assert.Equal(table.data<float>().ToArray(), copier.Reconstruct(table).data<float>().ToArray());
    }

    [Theory]
    [InlineData(1, 0.469, 0.531)]                  // σ(σ(∓½) − ½) = σ(∓0.1225)
    [InlineData(4, 0.179, 0.821)]
    [InlineData(10, 0.007, 0.993)]
    public void Real_sigmoids_only_come_near(double gain, double off, double on)
    {
        using var scope = NewDisposeScope();
        var f = new TrivialAutoencoder(gain).Reconstruct(tensor(new double[,] { { 0, 1 } })).data<double>().ToArray();
        Assert.Equal(off, f[0], 3);
        Assert.Equal(on, f[1], 3);
    }

    [Fact]
    public void A_gain_must_be_positive() => Assert.Throws<ArgumentException>(() => new TrivialAutoencoder(0));
}
