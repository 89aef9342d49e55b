using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>Published and recomputed figures: squared error per image, pixels/255.</summary>
public class PcaOnMnistTests
{
    [SkippableFact]
    public void The_test_error_at_30_components_is_hinton_and_salakhutdinovs()
    {
        // Hinton and Salakhutdinov (2006), Fig. 2B, print 13.87 for 30 components; 2 and 100 were computed by numpy in double precision.
        Skip.IfNot(Mnist.IsHere, Mnist.Absent);
        using var scope = NewDisposeScope();
        var test = Mnist.Test;
        using var pca = Pca.Fit(Mnist.Training, 100);
        Assert.Equal(13.866, Error(30), 0.003);
        Assert.Equal(43.645, Error(2), 0.005);
        Assert.Equal(4.403, Error(100), 0.003);

        double Error(int size)
        {
            using var inner = NewDisposeScope();
            var axes = pca.Components.narrow(0, 0, size);
            var centred = test - pca.Mean;
            return (centred - centred.matmul(axes.t()).matmul(axes)).square().sum(dim: -1).mean().ToDouble();
        }
    }

    [SkippableTheory]
    [InlineData(30, 7.44, 19.73)]
    [InlineData(99, 0.000, 11.07)]
    public void Pca_of_a_hundred_images_overfits(int size, double training, double test)
    {
        // The lecture calls PCA incapable of overfitting as long as e < d; here e = 99 < d = 784 remembers its hundred images exactly.
        Skip.IfNot(Mnist.IsHere, Mnist.Absent);
        using var scope = NewDisposeScope();
        var few = Mnist.Training.narrow(0, 0, 100);
        using var pca = Pca.Fit(few, size);
        Assert.Equal(training, Error(few), 0.006);
        Assert.Equal(test, Error(Mnist.Test), 0.006);

        double Error(Tensor x) => (x - pca.Reconstruct(x)).square().sum(dim: -1).mean().ToDouble();
    }

    [SkippableFact]
    public void The_linear_autoencoder_comes_within_a_degree_of_the_principal_subspace()
    {
        Skip.IfNot(Mnist.IsHere, Mnist.Absent);
        const double Rate = 0.01;
        const int Steps = 1000;
        using var scope = NewDisposeScope();
        var x = Mnist.Training;
        using var pca = Pca.Fit(x, 30);
        var root = Covariance.Root(x);
        var model = new LinearAutoencoder(784, 30, new Generator(1));
        var optimizer = optim.Adam(model.parameters(), lr: Rate);
        for (var step = 0; step < Steps; step++)
        {
            using var inner = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = Rate * 0.5 * (1 + Math.Cos(Math.PI * step / Steps));
            optimizer.zero_grad();
            model.SquaredErrorOfAll(root).backward();
            optimizer.step();
        }
        Assert.InRange(PrincipalAngles.Largest(model.DecoderWeight, pca.Components.t()), 0, 1);
    }
}
