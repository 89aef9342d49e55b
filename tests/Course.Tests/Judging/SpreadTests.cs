namespace Workbook.Course.Tests;

public class SpreadTests
{
    [Fact]
    public void It_is_the_mean_and_the_deviation_worked_by_hand()
    {
        var spread = Spread.Of(2, 4, 4, 4, 5, 5, 7, 9);
        Assert.Equal(5, spread.Mean, 12);
        Assert.Equal(Math.Sqrt(32 / 7.0), spread.Deviation, 12);
        Assert.Equal(Math.Sqrt(32 / 7.0 / 8), spread.StandardError, 12);
        Assert.Equal("5.0 ± 2.1", spread.ToString());
        Assert.Equal("5.000 ± 2.138", spread.ToString(3));
    }

    [Fact]
    public void One_number_has_no_spread() => Assert.Throws<ArgumentException>(() => Spread.Of(3.0));
}
