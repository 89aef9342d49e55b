using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class QuadrantsTests
{
    [Theory]                                                 // pixels of a 4 × 4 picture are numbered 0 to 15, row by row
    [InlineData(1, "8 9 12 13", "0 1 2 3 4 5 6 7 10 11 14 15")]
    [InlineData(2, "0 1 4 5 8 9 12 13", "2 3 6 7 10 11 14 15")]
    [InlineData(3, "0 1 2 3 4 5 6 7 8 9 12 13", "10 11 14 15")]
    public void One_is_the_lower_left_two_the_left_half_three_all_but_the_lower_right(int count, string given, string missing)
    {
        using var scope = NewDisposeScope();
        using var quadrants = new Quadrants(count, side: 4);
        var picture = arange(16, dtype: float32).reshape(1, 16);
        Assert.Equal(given, Numbers(quadrants.Given(picture)));
        Assert.Equal(missing, Numbers(quadrants.Missing(picture)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_parts_make_the_picture_again(int count)
    {
        using var scope = NewDisposeScope();
        using var quadrants = new Quadrants(count, side: 28);
        var pictures = rand(3, 784, generator: new Generator(1));
        Assert.True(quadrants.Joined(quadrants.Given(pictures), quadrants.Missing(pictures)).equal(pictures).all().ToBoolean());
        Assert.Equal((196 * count, 196 * (4 - count)), (quadrants.GivenSize, quadrants.MissingSize));
    }

    [Fact]
    public void Other_counts_sides_and_pictures_are_refused()
    {
        Assert.StartsWith("count: expected 1, 2 or 3 quadrants, got 4.", Assert.Throws<ArgumentException>(() => new Quadrants(4, 28)).Message);
        Assert.StartsWith("count: expected 1, 2 or 3 quadrants, got 0.", Assert.Throws<ArgumentException>(() => new Quadrants(0, 28)).Message);
        Assert.StartsWith("side: expected an even number from 2, got 27.", Assert.Throws<ArgumentException>(() => new Quadrants(1, 27)).Message);
        using var quadrants = new Quadrants(1, side: 4);
        Assert.StartsWith("pictures: expected (N, 16), got (2, 15).", Assert.Throws<ArgumentException>(() => quadrants.Given(zeros(2, 15))).Message);
    }

    private static string Numbers(Tensor row) => string.Join(" ", row.data<float>());
}
