using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class PcaTests
{
    /// <summary>x[i, j] = sin(1 + 3i + j²) + ij/10, as in tests/oracles/models/pca.py, which recorded the numbers below.</summary>
    private static Tensor Wave(int rows, int columns)
    {
        var i = arange(rows, dtype: ScalarType.Float64).unsqueeze(1);
        var j = arange(columns, dtype: ScalarType.Float64).unsqueeze(0);
        return (1 + 3 * i + j * j).sin() + 0.1 * i * j;
    }

    [Fact]
    public void More_examples_than_features_match_numpys_recorded_components()
    {
        using var scope = NewDisposeScope();
        using var pca = Pca.Fit(Wave(7, 4), 3);
        Agree([0.068539272450559, 0.425985186682595, 0.475196925111044, 0.881117506836407], pca.Mean);
        Agree([2.56457818724925, 0.806607119261177, 0.046084758785189], pca.ExplainedVariance);
        Agree([-0.368063738505589, -0.584892291991916, 0.685048444570291, 0.230518371843889], pca.Components[0]);
        Agree([-0.007391414519402, 0.53154211819994, 0.170690408485371, 0.829622280331248], pca.Components[1]);
        Agree([0.790078473983039, 0.106771592456193, 0.576198529917383, -0.17991966572348], pca.Components[2]);
        Assert.Equal(3.4172700652956163, pca.TotalVariance, 12);
    }

    [Fact]
    public void Its_tensors_are_all_of_it()
    {
        using var scope = NewDisposeScope();
        var x = Wave(7, 4);
        var pca = Pca.Fit(x, 3);
        var again = Again(pca);
        Assert.True(again.Reconstruct(x).Equals(pca.Reconstruct(x)));
        Assert.Equal(pca.TotalVariance, again.TotalVariance);
        Assert.Throws<ArgumentException>(() => Pca.Of(new Dictionary<string, Tensor>(pca.State) { ["mean"] = zeros(5) }));

        static T Again<T>(IFitted<T> fitted) where T : IFitted<T> => T.Of(fitted.State);
    }

    [Fact]
    public void Fewer_examples_than_features_match_numpys_recorded_components()
    {
        using var scope = NewDisposeScope();
        using var pca = Pca.Fit(Wave(4, 7), 3);
        Agree([7.295586369371936, 0.832922078661672, 0.056852767073228], pca.ExplainedVariance);
        Agree([-0.29047055699963, -0.367976602928485, 0.469516810227559, 0.239092881882781, 0.484939396540915, -0.094897518424661, 0.508366872091048], pca.Components[0]);
        Agree([-0.318105865797651, 0.407325785994779, -0.191246210267466, 0.678910291646065, 0.28879670632527, -0.18985074978027, -0.340519045558093], pca.Components[2]);
        Assert.Equal(8.18536121510684, pca.TotalVariance, 12);
    }

    [Fact]
    public void As_many_components_as_features_reconstruct_perfectly_and_explain_all()
    {
        using var scope = NewDisposeScope();
        var x = Wave(7, 4);
        using var pca = Pca.Fit(x, 4);
        Assert.True(pca.Reconstruct(x).allclose(x, atol: 1e-12));
        Assert.Equal(1, pca.ExplainedVarianceRatio.sum().ToDouble(), 12);
    }

    [Fact]
    public void What_is_not_explained_is_the_squared_error()
    {
        // ⟨‖x − x̂‖²⟩ · N/(N − 1) = λ₃ + … + λ_D
        using var scope = NewDisposeScope();
        var x = Wave(7, 4);
        using var pca = Pca.Fit(x, 2);
        var error = (x - pca.Reconstruct(x)).square().sum().ToDouble() / 6;
        Assert.Equal(pca.TotalVariance - pca.ExplainedVariance.sum().ToDouble(), error, 12);
    }

    [Fact]
    public void Codes_are_uncorrelated_with_the_explained_variances()
    {
        using var scope = NewDisposeScope();
        var x = Wave(7, 4);
        using var pca = Pca.Fit(x, 3);
        var codes = pca.Encode(x);
        Assert.True((codes.t().matmul(codes) / 6).allclose(pca.ExplainedVariance.diag(), atol: 1e-12));
    }

    [Fact]
    public void The_lagrangian_is_stationary_at_an_eigenpair_and_nowhere_near_it()
    {
        // L = pᵀΣp − λ(pᵀp − 1)  ⇒  ∂L/∂p = 2Σp − 2λp
        using var scope = NewDisposeScope();
        var x = Wave(7, 4);
        var sigma = Covariance.Of(x, x.mean([0]));
        using var pca = Pca.Fit(x, 1);
        var lambda = pca.ExplainedVariance[0];
        Assert.InRange(Slope(pca.Components[0]), 0, 1e-12);
        Assert.True(Slope(pca.Components[0] + 0.01 * tensor(new double[] { 1, 0, 0, 0 })) > 1e-3);

        double Slope(Tensor at)
        {
            var p = at.clone().requires_grad_();
            var lagrangian = p.dot(sigma.mv(p)) - lambda * (p.dot(p) - 1);
            return autograd.grad([lagrangian], [p])[0].norm().ToDouble();
        }
    }

    [Fact]
    public void The_root_of_the_covariance_carries_the_squared_error_of_every_linear_map()
    {
        using var scope = NewDisposeScope();
        var x = Wave(7, 4);
        var (centred, root) = (x - x.mean([0]), Covariance.Root(x));
        var map = Wave(4, 4);
        var byAll = (centred - centred.matmul(map.t())).square().sum().ToDouble() / 6;
        Assert.Equal(byAll, (root - root.matmul(map.t())).square().sum().ToDouble(), 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void More_components_than_there_can_be_are_refused(int size)
    {
        using var x = Wave(7, 4);
        Assert.StartsWith($"size: expected 1 to 4 components of (7, 4), got {size}.", Assert.Throws<ArgumentException>(() => Pca.Fit(x, size)).Message);
    }

    private static void Agree(double[] recorded, Tensor came) =>
        Assert.All(recorded.Zip(came.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 12));
}
