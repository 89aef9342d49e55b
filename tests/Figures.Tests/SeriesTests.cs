using System.Text.Json.Nodes;

namespace Workbook.Figures.Tests;

public sealed class SeriesTests
{
    [Theory]
    [InlineData(0.123456789, 0.12346)]
    [InlineData(-98765.4321, -98765)]
    [InlineData(1.23456789e-7, 1.2346e-7)]
    [InlineData(1234567, 1234567)]              // whole: exact
    [InlineData(-0.0, 0)]
    public void Five_digits_are_kept_of_a_lone_number(double value, double written) => Assert.Equal(written, Series.Round(value));

    [Fact]
    public void Rounding_changes_no_number_by_more_than_half_a_unit_of_its_fifth_digit_nor_by_more_than_a_pixel_of_the_axis()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 2000; trial++)
        {
            var offset = Math.Pow(10, random.Next(-6, 7)) * random.Next(-1, 2);
            var spread = Math.Pow(10, random.Next(-6, 7));
            double[] values = [.. Enumerable.Range(0, 10).Select(_ => offset + spread * random.NextDouble())];
            var extent = Extent.Of(values);
            foreach (var value in values)
            {
                var error = Math.Abs(Series.Round(value, extent.Size) - value);
                Assert.True(error <= 5e-5 * Math.Abs(value), $"{value} moved by {error}");
                Assert.True(error <= 1e-4 * extent.Size || error <= 1e-14 * Math.Abs(value), $"{value} moved by {error}, spread {extent.Size}");
            }
        }
    }

    [Fact]
    public void Numbers_that_are_not_finite_become_gaps()
    {
        var y = Figure.Line([1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 2]).ToPlotly()["data"]![0]!["y"]!;
        Assert.Equal("[1,null,null,null,2]", y.ToJsonString());
    }

    [Fact]
    public void Any_number_type_draws_the_same()
    {
        var asDouble = Figure.Line([1.0, 2.0, 4.0]);
        Assert.Equal(asDouble, Figure.Line([1f, 2f, 4f]));
        Assert.Equal(asDouble, Figure.Line([1, 2, 4]));
        Assert.Equal(asDouble, Figure.Line(new List<long> { 1, 2, 4 }));
        Assert.Equal(asDouble, Figure.Line([1m, 2m, 4m]));
    }

    [Fact]
    public void Two_thousand_points_take_less_than_sixty_kilobytes()
    {
        var random = new Random(1);
        double[] Numbers() => [.. Enumerable.Range(0, 2000).Select(_ => 10 * random.NextDouble() - 5)];
        Assert.InRange(Figure.Scatter(Numbers(), Numbers(), category: Enumerable.Range(0, 2000).Select(i => i % 10)).ToJson().Length, 20_000, 60_000);
    }

    [Fact]
    public void A_histogram_sends_counts_that_add_up_and_puts_the_largest_value_into_the_last_bin()
    {
        var data = Figure.Histogram([0, 0, 1, 1.5, 2, 4, double.NaN], bins: 4).ToPlotly()["data"]![0]!;
        Assert.Equal("[0.5,1.5,2.5,3.5]", data["x"]!.ToJsonString());
        Assert.Equal("[2,2,1,1]", data["y"]!.ToJsonString());
    }

    [Fact]
    public void A_density_has_area_one()
    {
        var heights = (JsonArray)Figure.Histogram(Enumerable.Range(0, 1000).Select(i => Math.Sin(i)), bins: 20, density: true).ToPlotly()["data"]![0]!["y"]!;
        Assert.Equal(1, heights.Sum(height => (double)height!) * 2 / 20, 3);       // sines span 2, in 20 bins
    }

    [Fact]
    public void An_arrow_ends_where_its_vector_does_and_its_head_is_symmetric()
    {
        var data = Figure.Quiver([1.0], [2.0], [3.0], [4.0], scale: 2).ToPlotly()["data"]![0]!;
        double?[] x = [.. data["x"]!.AsArray().Select(v => (double?)v)], y = [.. data["y"]!.AsArray().Select(v => (double?)v)];
        Assert.Equal((1, 2, 7, 10), (x[0], y[0], x[1], y[1]));                    // (1, 2) + 2·(3, 4)
        Assert.Equal((7, 10), (x[4], y[4]));
        double Length(int i) => Math.Sqrt(Math.Pow(x[i]!.Value - 7, 2) + Math.Pow(y[i]!.Value - 10, 2));
        Assert.Equal(Length(3), Length(5), 4);
    }
}
