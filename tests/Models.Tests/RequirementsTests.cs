using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RequirementsTests
{
    [Theory]
    [InlineData(new long[] { -1, 784 }, new long[] { 5, 784 }, true)]
    [InlineData(new long[] { -1, 784 }, new long[] { 0, 784 }, true)]
    [InlineData(new long[] { -1, 784 }, new long[] { 784 }, false)]
    [InlineData(new long[] { -1, 784 }, new long[] { 5, 783 }, false)]
    [InlineData(new long[] { -1, 784 }, new long[] { 5, 28, 28 }, false)]
    public void A_shape_fits_when_every_size_does_and_minus_one_fits_any(long[] wanted, long[] came, bool fits)
    {
        using var pixels = zeros(came);
        if (fits) Assert.Same(pixels, pixels.Require(wanted));
        else Assert.Throws<ArgumentException>(() => pixels.Require(wanted));
    }

    [Fact]
    public void A_refusal_names_the_argument_what_was_wanted_and_what_came()
    {
        using var pixels = zeros(784);
        var refusal = Assert.Throws<ArgumentException>(() => pixels.Require([-1, 784]));
        Assert.Equal("pixels", refusal.ParamName);
        Assert.StartsWith("pixels: expected (-1, 784), got (784).", refusal.Message);
    }
}
