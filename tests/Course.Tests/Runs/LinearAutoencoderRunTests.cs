using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class LinearAutoencoderRunTests
{
    [Fact]
    public void Its_subspace_is_the_principal_one_and_the_angle_says_so()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        var x = randn(400, 10, generator: random) * pow(0.7, arange(10, dtype: ScalarType.Float32)) + 2;
        using var pca = Pca.Fit(x, 3);
        using var result = new LinearAutoencoderRun { CodeSize = 3, Progress = null }.Train(x);
        Assert.InRange(result.AngleTo(pca), 0, 1);
        using var untrained = new LinearAutoencoderRun { CodeSize = 3, Steps = 1, Progress = null }.Train(x);
        Assert.True(untrained.AngleTo(pca) > 10);
    }
}
