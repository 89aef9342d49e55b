using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class ManifoldTests
{
    [Fact]
    public void A_ring_without_noise_has_radius_one_and_its_angles_are_the_truth()
    {
        var (points, angles) = Rows(Ring.Sample(500, noise: 0));
        Assert.All(points.Zip(angles), pair =>
        {
            Assert.Equal(1, Math.Sqrt(pair.First[0] * pair.First[0] + pair.First[1] * pair.First[1]), 1e-6);
            Assert.Equal(Math.Cos(pair.Second[0]), pair.First[0], 1e-6);
            Assert.Equal(Math.Sin(pair.Second[0]), pair.First[1], 1e-6);
        });
        Assert.Equal(Math.PI, angles.Average(angle => angle[0]), 0.3);
    }

    [Fact]
    public void The_noise_of_a_ring_is_as_strong_as_asked_for()
    {
        var (points, angles) = Rows(Ring.Sample(20_000, noise: 0.1));
        var misses = points.Zip(angles, (point, angle) => point[0] - Math.Cos(angle[0])).ToList();
        Assert.Equal(0, misses.Average(), 0.004);
        Assert.Equal(0.1, Math.Sqrt(misses.Average(miss => miss * miss)), 0.002);
    }

    [Fact]
    public void Along_a_spiral_the_truth_is_the_arc_length_found_by_adding_chords()
    {
        var (points, lengths) = Rows(Spiral.Sample(40_000, turns: 2, noise: 0));
        AssertArcLength([.. points.Zip(lengths, (point, length) => (point, length[0])).OrderBy(pair => pair.Item2)]);
        Assert.Equal(1, points.Max(point => Math.Sqrt(point[0] * point[0] + point[1] * point[1])), 1e-3);
    }

    [Fact]
    public void Along_a_roll_the_truth_is_the_arc_length_found_by_adding_chords_and_the_height()
    {
        var (points, places) = Rows(SwissRoll.Sample(40_000));
        AssertArcLength([.. points.Zip(places, (point, place) => (new[] { point[0], point[2] }, place[0])).OrderBy(pair => pair.Item2)]);
        Assert.All(points.Zip(places), pair => Assert.Equal(pair.Second[1], pair.First[1], 1e-5));
        Assert.All(points, point => Assert.InRange(Math.Sqrt(point[0] * point[0] + point[2] * point[2]), SwissRoll.From - 1e-4, SwissRoll.To + 1e-4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(100)]
    public void The_angle_at_an_arc_length_is_the_inverse_of_the_arc_length(double length) =>
        Assert.Equal(length, Archimedes.Length(Archimedes.Angle(length)), 1e-9);

    [Fact]
    public void A_seed_fixes_the_points()
    {
        using var scope = NewDisposeScope();
        Assert.True(SwissRoll.Sample(50, noise: 0.1, seed: 4).Points.Equals(SwissRoll.Sample(50, noise: 0.1, seed: 4).Points));
        Assert.False(SwissRoll.Sample(50, noise: 0.1, seed: 4).Points.Equals(SwissRoll.Sample(50, noise: 0.1, seed: 5).Points));
    }

    [Fact]
    public void Impossible_wishes_are_refused_by_name()
    {
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => Ring.Sample(0)).ParamName);
        Assert.Equal("noise", Assert.Throws<ArgumentOutOfRangeException>(() => SwissRoll.Sample(5, noise: double.NaN)).ParamName);
        Assert.Equal("turns", Assert.Throws<ArgumentOutOfRangeException>(() => Spiral.Sample(5, turns: 0)).ParamName);
    }

    /// <summary>Neighbours along a fine curve: the chords between them add up to the difference of their arc lengths.</summary>
    private static void AssertArcLength(List<(double[] Point, double Length)> curve)
    {
        var chords = curve.Zip(curve.Skip(1), (a, b) => Math.Sqrt(Math.Pow(a.Point[0] - b.Point[0], 2) + Math.Pow(a.Point[1] - b.Point[1], 2))).Sum();
        var length = curve[^1].Length - curve[0].Length;
        Assert.Equal(length, chords, 1e-3 * length);
    }

    private static (List<double[]> Points, List<double[]> Coordinates) Rows(ManifoldSample sample)
    {
        using (sample) return (Rows(sample.Points), Rows(sample.Coordinates));
    }

    private static List<double[]> Rows(Tensor matrix) =>
        [.. matrix.data<float>().ToArray().Select(value => (double)value).Chunk((int)matrix.shape[1])];
}
