using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class PenmanshipTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    public void A_line_leans_by_the_columns_it_goes_for_each_row_up(double slant)
    {
        using var scope = NewDisposeScope();
        var picture = zeros(1, 28, 28);
        for (var row = 4; row <= 16; row += 2) picture[0, row, (int)(14 + slant * (10 - row))] = 0.7f;
        Assert.Equal(slant, Penmanship.Slant(picture.reshape(1, 784)).ToDouble(), 1e-5);
        Assert.Equal(7 * 0.7, Penmanship.Ink(picture.reshape(1, 784)).ToDouble(), 1e-5);
    }

    [Fact]
    public void It_finds_the_slant_and_the_pen_that_digits_were_drawn_with()
    {
        using var scope = NewDisposeScope();
        double[] slants = [-0.4, -0.1, 0.2, 0.5], pens = [1.5, 2.2, 3, 4];
        foreach (var digit in Enumerable.Range(0, 10))
        {
            var leaning = Penmanship.Slant(Handwriting.Draw([.. slants.Select(slant => new HandwritingFactors(digit, slant, 2.4, HandStyle.Plain))], steady: true));
            var inked = Penmanship.Ink(Handwriting.Draw([.. pens.Select(pen => new HandwritingFactors(digit, 0.1, pen, HandStyle.Plain))], steady: true));
            foreach (var measured in new[] { leaning, inked }) Assert.True((measured[1..] - measured[..3]).min().ToDouble() > 0, $"{digit}");
        }
    }

    [Fact]
    public void Pictures_that_are_not_square_are_refused() => Assert.StartsWith("pictures: expected (N, side²), got (2, 783).",
        Assert.Throws<ArgumentException>(() => Penmanship.Slant(zeros(2, 783))).Message);
}
