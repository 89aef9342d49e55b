using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class PrincipalAnglesTests
{
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(44.9)]
    [InlineData(45.1)]
    [InlineData(89.9999)]
    public void Two_planes_sharing_an_axis_meet_at_the_angle_they_were_turned_by(double degrees)
    {
        using var scope = NewDisposeScope();
        var (cosine, sine) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
        var flat = tensor(new double[,] { { 1, 0 }, { 0, 1 }, { 0, 0 } });
        var turned = tensor(new double[,] { { 1, 0 }, { 0, cosine }, { 0, sine } });
        var angles = PrincipalAngles.Between(flat, turned).data<double>().ToArray();
        Assert.Equal(0, angles[0], 12);
        Assert.Equal(degrees, angles[1], degrees * 1e-9);
    }

    [Fact]
    public void A_change_of_basis_changes_no_angle()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        var a = rand(6, 3, dtype: ScalarType.Float64, generator: random);
        var mixing = rand(3, 3, dtype: ScalarType.Float64, generator: random) + 2 * eye(3, dtype: ScalarType.Float64);
        Assert.Equal(0, PrincipalAngles.Largest(a, a.matmul(mixing)), 9);
    }
}
