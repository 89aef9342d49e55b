using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

[Collection("torch's own generator")]
public class NearestNeighboursTests
{
    // A difference of two bytes goes round at 256, and truth values have none.
    [Theory]
    [InlineData(ScalarType.Byte, 5, 62516)]
    [InlineData(ScalarType.Int64, 5, 62516)]
    [InlineData(ScalarType.Bool, 1.41421356, 2)]
    public void Whole_numbers_are_as_far_apart_as_they_are(ScalarType type, double nearest, double farthest)
    {
        using var scope = NewDisposeScope();
        Tensor Pairs(params int[] numbers) => tensor(numbers).reshape(-1, 2).to_type(type);
        var (distances, _) = new NearestNeighbours(Pairs(0, 250, 0, 3), zeros(2, int64)).Find(Pairs(4, 0), 2);
        Assert.Equal(nearest, distances[0, 0].ToDouble(), 6);
        Assert.Equal(Math.Sqrt(farthest), distances[0, 1].ToDouble(), 6);
        Assert.Equal(farthest, SquaredError.PerExample(Pairs(0, 250), Pairs(4, 0)).ToDouble());
        Assert.Equal(1, LinearProbe.Fit(Pairs(0, 1, 1, 0), arange(2)).Accuracy(Pairs(0, 1, 1, 0), arange(2)));
    }

    [Fact]
    public void The_nearest_come_first_with_their_distances()
    {
        using var scope = NewDisposeScope();
        var points = tensor(new float[,] { { 0, 0 }, { 3, 4 }, { 10, 0 } });
        var (distances, indices) = new NearestNeighbours(points, zeros([3], dtype: int64)).Find(tensor(new float[,] { { 0, 0 }, { 9, 0 } }), 2);
        Assert.Equal([0, 5, 1, Math.Sqrt(36 + 16)], distances.to(float64).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0, 1, 2, 1], indices.data<long>().ToArray());
    }

    [Fact]
    public void Distances_are_exact_far_from_the_origin_too()
    {
        // ‖c‖² − 2 q·c loses all digits of a distance of 1 at 10,000; the distance that is given must not.
        using var scope = NewDisposeScope();
        var points = tensor(new float[,] { { 10_000, 10_000 }, { 20_000, 0 } });
        var (distances, _) = new NearestNeighbours(points, zeros([2], dtype: int64)).Find(tensor(new float[,] { { 10_001, 10_000 } }));
        Assert.Equal(1, distances.ToDouble(), 6);
    }

    [Fact]
    public void A_year_beside_shares_does_not_hide_who_is_nearest()
    {
        // Two hundred rows, a year and three numbers in [0, 1]: in single precision ‖c‖² − 2 q·c of 4 million leaves steps of a half.
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        var table = cat([randint(1990, 2026, [200, 1], generator: random).to(float32), rand([200, 3], generator: random)], 1);
        var (distances, indices) = new NearestNeighbours(table, zeros([200], dtype: int64)).Find(table, 2);
        Assert.True(indices.select(1, 0).equal(arange(200)).all().ToBoolean());
        Assert.Equal(0, distances.select(1, 0).max().ToDouble());
        var all = cdist(table.to(float64), table.to(float64), compute_mode: compute_mode.donot_use_mm_for_euclid_dist).masked_fill(eye(200, dtype: @bool), double.PositiveInfinity);
        Assert.True(indices.select(1, 1).equal(all.argmin(1)).all().ToBoolean());
        Assert.True(Memorisation.ToNearest(table, table).eq(0).all().ToBoolean());
    }

    [Fact]
    public void The_majority_of_k_decides()
    {
        using var scope = NewDisposeScope();
        var points = tensor(new float[] { 0, 1, 2, 3 }).unsqueeze(1);
        var labels = tensor(new long[] { 1, 0, 0, 1 });
        var (query, truth) = (tensor(new float[] { 0.1f }).unsqueeze(1), tensor(new long[] { 0 }));
        var neighbours = new NearestNeighbours(points, labels);
        Assert.Equal(0, neighbours.Accuracy(query, truth, k: 1));                  // the nearest says 1
        Assert.Equal(1, neighbours.Accuracy(query, truth, k: 3));                  // 1, 0, 0
        Assert.Equal(1, neighbours.Accuracy(query, truth, k: 4));                  // a tie: the smaller class
    }

    [Fact]
    public void More_neighbours_than_there_are_codes_are_refused() => Assert.StartsWith("k: expected 1 to 2 neighbours, got 3",
        Assert.Throws<ArgumentException>(() => new NearestNeighbours(zeros(2, 1), zeros([2], dtype: int64)).Find(zeros(1, 1), 3)).Message);
}
