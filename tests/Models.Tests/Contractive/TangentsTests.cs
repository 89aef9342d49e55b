using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class TangentsTests
{
    [Fact]
    public void The_tangent_of_an_encoder_that_reads_one_angle_is_the_circles()
    {
        // f(x) = atan2(x₂, x₁) moves along the circle only: at angle a its tangent is (−sin a, cos a), and |∇f| = 1 / radius.
        using var scope = NewDisposeScope();
        double[] angles = [0.1, 1.0, 2.5];
        var x = tensor(angles.SelectMany(a => new[] { 2 * Math.Cos(a), 2 * Math.Sin(a) }).ToArray()).reshape(3, 2);
        using var tangents = Tangents.Of(at => (at.select(1, 1) / (at.select(1, 0) + at.norm(1))).atan().mul(2).unsqueeze(1), x, count: 1);
        for (var i = 0; i < angles.Length; i++)
        {
            var cosine = tangents.Directions[i, 0].dot(tensor(new[] { -Math.Sin(angles[i]), Math.Cos(angles[i]) })).ToDouble();
            Assert.Equal(1, Math.Abs(cosine), 1e-10);
            Assert.Equal(0.5, tangents.SingularValues[i, 0].ToDouble(), 1e-10);
        }
    }

    [Fact]
    public void Of_a_linear_encoder_they_are_its_singular_vectors_at_every_point()
    {
        using var scope = NewDisposeScope();
        var w = randn(5, 8, dtype: float64, generator: new Generator(1));
        var (_, values, axes) = linalg.svd(w, fullMatrices: false);
        var x = randn(40, 8, dtype: float64, generator: new Generator(2));          // more than are taken at a time
        using var tangents = Tangents.Of(at => at.matmul(w.t()), x, count: 3);
        Assert.Equal([40, 3, 8], tangents.Directions.shape);
        Assert.Equal([40, 5], tangents.SingularValues.shape);
        Assert.InRange((tangents.SingularValues - values).abs().max().ToDouble(), 0, 1e-10);
        var cosines = tangents.Directions.matmul(axes.narrow(0, 0, 3).t()).abs();   // (40, 3, 3): a sign is nobody's
        Assert.InRange((cosines - eye(3, dtype: float64)).abs().max().ToDouble(), 0, 1e-8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void As_many_as_the_code_has_numbers_can_be_had_and_no_more(int count)
    {
        using var scope = NewDisposeScope();
        Assert.StartsWith($"count: expected 1 to 5 tangents, got {count}.",
            Assert.Throws<ArgumentException>(() => Tangents.Of(at => at.narrow(1, 0, 5).tanh(), zeros(2, 8), count)).Message);
    }
}
