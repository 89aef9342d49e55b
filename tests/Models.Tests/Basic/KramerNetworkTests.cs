using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class KramerNetworkTests
{
    [Fact]
    public void One_nonlinear_component_follows_an_arc_that_one_principal_component_cannot()
    {
        // Three quarters of the unit circle: the best line leaves a mean squared error above ¼; Kramer's curve a hundredth of that.
        using var scope = NewDisposeScope();
        var angle = linspace(0, 1.5 * Math.PI, 200).unsqueeze(1);
        var arc = cat([angle.cos(), angle.sin()], 1);
        using var pca = Pca.Fit(arc, 1);
        var network = new KramerNetwork(2, 8, 1, new Generator(1));
        Train(network, arc, steps: 2000);

        var byLine = (arc - pca.Reconstruct(arc)).square().sum(dim: -1).mean().ToDouble();
        var byCurve = network.Loss(arc).ToDouble();
        Assert.True(byLine > 0.25, $"PCA: {byLine}");
        Assert.True(byCurve < byLine / 100, $"Kramer: {byCurve}");
    }

    [Fact]
    public void Its_five_layers_are_data_mapping_bottleneck_demapping_data()
    {
        using var network = new KramerNetwork(3, 5, 2, new Generator(1));
        Assert.Equal([(5, 3), (2, 5), (5, 2), (3, 5)], network.parameters().Where(p => p.dim() == 2).Select(p => ((int)p.shape[0], (int)p.shape[1])));
    }

    private static void Train(KramerNetwork network, Tensor x, int steps)
    {
        var optimizer = optim.Adam(network.parameters(), lr: 0.02);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            network.Loss(x).backward();
            optimizer.step();
        }
    }
}
