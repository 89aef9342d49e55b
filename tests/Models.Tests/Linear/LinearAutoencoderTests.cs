using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class LinearAutoencoderTests
{
    private const int Examples = 500, Features = 12, Size = 4, Mean = 3;

    /// <summary>Correlated data about a mean that is not zero, with variances falling by a fifth from axis to axis.</summary>
    private static Tensor Data()
    {
        var random = new Generator(1);
        var axes = linalg.qr(randn(Features, Features, generator: random)).Q;
        var scales = pow(0.8, arange(Features, dtype: ScalarType.Float32)).sqrt();
        return (randn(Examples, Features, generator: random) * scales).matmul(axes.t()) + Mean;
    }

    [Fact]
    public void Trained_on_the_root_of_the_covariance_it_spans_the_principal_subspace()
    {
        using var scope = NewDisposeScope();
        var x = Data();
        using var pca = Pca.Fit(x, Size);
        var root = Covariance.Root(x);
        var model = new LinearAutoencoder(Features, Size, new Generator(2));
        Descend(model.parameters(), () => model.SquaredErrorOfAll(root), steps: 1000);
        model.CentreOn(pca.Mean);

        Assert.InRange(PrincipalAngles.Largest(model.DecoderWeight, pca.Components.t()), 0, 1);
        var best = (x - pca.Reconstruct(x)).square().sum(dim: -1).mean().ToDouble();
        Assert.Equal(best, model.Loss(x).ToDouble(), best * 1e-3);
    }

    [Fact]
    public void Trained_on_the_centred_data_themselves_it_spans_the_same_subspace()
    {
        using var scope = NewDisposeScope();
        var x = Data() - Mean;
        using var pca = Pca.Fit(x, Size);
        var model = new LinearAutoencoder(Features, Size, new Generator(3));
        Descend(model.parameters(), () => model.Loss(x), steps: 1500);
        Assert.InRange(PrincipalAngles.Largest(model.DecoderWeight, pca.Components.t()), 0, 1);
    }

    [Fact]
    public void Its_basis_is_not_the_principal_one_but_pca_of_its_reconstructions_finds_the_axes()
    {
        using var scope = NewDisposeScope();
        var x = Data();
        using var pca = Pca.Fit(x, Size);
        var root = Covariance.Root(x);
        var model = new LinearAutoencoder(Features, Size, new Generator(2));
        Descend(model.parameters(), () => model.SquaredErrorOfAll(root), steps: 1000);
        model.CentreOn(pca.Mean);

        var first = pca.Components.narrow(0, 0, 1).t();
        var column = model.DecoderWeight.narrow(1, 0, 1);
        Assert.True(PrincipalAngles.Largest(first, column) > 10);
        using var recovered = Pca.Fit(model.Reconstruct(x), Size);
        Assert.InRange(PrincipalAngles.Largest(first, recovered.Components.narrow(0, 0, 1).t()), 0, 1);
    }

    [Fact]
    public void A_deeper_linear_network_spans_the_same_subspace()
    {
        using var scope = NewDisposeScope();
        var x = Data() - Mean;
        using var pca = Pca.Fit(x, Size);
        var model = new Autoencoder([Features, 8, Size], new GaussianLikelihood(0.5), new Generator(4), Activation.Identity);
        Descend(model.parameters(), () => model.Loss(x), steps: 1500);

        using var reached = Pca.Fit(model.Reconstruct(x), Size);
        Assert.InRange(PrincipalAngles.Largest(reached.Components.t(), pca.Components.t()), 0, 1);
    }

    [Fact]
    public void Its_gradient_vanishes_at_the_principal_components()
    {
        using var scope = NewDisposeScope();
        var x = Data().to_type(ScalarType.Float64);
        using var pca = Pca.Fit(x, Size);
        var model = new LinearAutoencoder(Features, Size, new Generator(5)).to(ScalarType.Float64);
        using (no_grad())
        {
            model.EncoderWeight.copy_(pca.Components);
            model.DecoderWeight.copy_(pca.Components.t());
        }
        model.CentreOn(pca.Mean);
        model.Loss(x).backward();
        Assert.All(model.parameters(), parameter => Assert.InRange(parameter.grad!.abs().max().ToDouble(), 0, 1e-10));
    }

    private static void Descend(IEnumerable<Parameter> parameters, Func<Tensor> loss, int steps)
    {
        const double Rate = 0.02;
        var optimizer = optim.Adam(parameters, lr: Rate);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = Rate * 0.5 * (1 + Math.Cos(Math.PI * step / steps));
            optimizer.zero_grad();
            loss().backward();
            optimizer.step();
        }
    }
}
