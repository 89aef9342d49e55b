namespace Workbook.Data.Tests;

public sealed class SplitMixTests
{
    [Fact]
    public void A_permutation_holds_every_number_once_and_each_first_equally_often()
    {
        var firsts = new int[6];
        for (var stream = 0; stream < 6000; stream++)
        {
            var order = new long[6];
            new SplitMix(3, stream).Permute(order);
            Assert.Equal([0L, 1, 2, 3, 4, 5], order.Order());
            firsts[order[0]]++;
        }
        Assert.All(firsts, count => Assert.InRange(count, 1000 - 120, 1000 + 120));           // four standard deviations: √(6000·⅙·⅚) = 29
    }

    [Fact]
    public void Normal_numbers_have_the_mean_and_deviation_asked_for()
    {
        var random = new SplitMix(11, 0);
        var numbers = Enumerable.Range(0, 100_000).Select(_ => random.Normal(3, 2)).ToList();
        var mean = numbers.Average();
        Assert.Equal(3, mean, 0.03);
        Assert.Equal(2, Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean))), 0.03);
        Assert.Equal(0.6827, numbers.Count(number => Math.Abs(number - 3) < 2) / 1e5, 0.01);      // within one deviation
    }

    [Fact]
    public void Neighbouring_streams_and_seeds_are_not_alike()
    {
        var numbers = from seed in Enumerable.Range(0, 30) from stream in Enumerable.Range(0, 30) select new SplitMix(seed, stream).Uniform();
        Assert.Equal(900, numbers.Distinct().Count());
        Assert.Equal(0.5, numbers.Average(), 0.04);
    }
}
