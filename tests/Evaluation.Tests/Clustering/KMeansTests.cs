using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class KMeansTests
{
    [Theory]                                       // the best of 500 beginnings, recorded by tests/oracles/training/clustering.py
    [InlineData(2, 148.199226719028, new long[] { 26, 34 })]
    [InlineData(4, 75.018649858559, new long[] { 11, 14, 17, 18 })]
    [InlineData(7, 34.196343323714, new long[] { 6, 7, 8, 8, 10, 10, 11 })]
    public void It_finds_the_recorded_optimum(int clusters, double inertia, long[] sizes)
    {
        using var scope = NewDisposeScope();
        var (i, j) = (arange(60, dtype: float64).unsqueeze(1), arange(3, dtype: float64).unsqueeze(0));
        var points = (1 + 3 * i + j * j).sin() + 2 * i.remainder(4) * j.eq(0).to(float64);
        using var found = KMeans.Fit(points, clusters, new Generator(1), restarts: 100);
        Assert.Equal(inertia, found.Inertia, 8);
        Assert.Equal(sizes, found.Assign(points).bincount(null, clusters).data<long>().ToArray().Order());
    }

    [Fact]
    public void Centres_are_the_means_of_their_points_as_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        using var found = KMeans.Fit(tensor(new float[,] { { 0 }, { 2 }, { 10 }, { 14 } }), 2, new Generator(1));
        Assert.Equal([1, 12], found.Centres.data<double>().ToArray().Order());
        Assert.Equal(1 + 1 + 4 + 4, found.Inertia, 12);
    }

    [Fact]
    public void Far_from_zero_in_single_precision_it_finds_the_same()
    {
        using var scope = NewDisposeScope();
        var x = (randn([300, 4], generator: new Generator(4)) * 64).round() / 64;     // what single precision holds at 8,192, too
        using var near = KMeans.Fit(x, 5, new Generator(9));
        using var far = KMeans.Fit(x + 8192, 5, new Generator(9));
        Assert.Equal(near.Inertia, far.Inertia, 6);
        Assert.Equal(near.Assign(x).data<long>().ToArray(), far.Assign(x + 8192).data<long>().ToArray());
    }

    [Fact]
    public void The_same_seed_gives_the_same_clusters()
    {
        using var scope = NewDisposeScope();
        var x = randn([200, 5], generator: new Generator(4));
        using var first = KMeans.Fit(x, 6, new Generator(9));
        using var again = KMeans.Fit(x, 6, new Generator(9));
        Assert.Equal(first.Centres.data<double>().ToArray(), again.Centres.data<double>().ToArray());
    }

    [Fact]
    public void As_many_clusters_as_points_leave_no_distance_and_repeated_points_do_no_harm()
    {
        using var scope = NewDisposeScope();
        using var all = KMeans.Fit(eye(4), 4, new Generator(1));
        Assert.Equal(0, all.Inertia, 12);
        using var same = KMeans.Fit(ones(5, 2), 3, new Generator(1));
        Assert.Equal(0, same.Inertia, 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_number_of_clusters_that_does_not_fit_is_refused(int clusters) => Assert.StartsWith($"clusters: expected 1 to 4 clusters of 4 points, got {clusters}.",
        Assert.Throws<ArgumentException>(() => KMeans.Fit(eye(4), clusters, new Generator(1))).Message);
}
