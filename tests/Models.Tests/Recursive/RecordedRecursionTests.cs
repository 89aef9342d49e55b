using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>Against PyTorch: tests/oracles/models/recursive.py walks every tree node by node.</summary>
public class RecordedRecursionTests
{
    [Theory]
    [InlineData("autoencoder", 1.421890910364711, new[] { 2.3226048178174254, 0.9978534732860753, 0.8833809006722546, -0.09024336350447343, -1.869887429480801 })]
    [InlineData("autoencoder, normalised", 2.3813229761829504, new[] { 1.2310334658239102, 0.019591267888669564, -0.09481544025524927, -0.05529353787135938, -2.2238241092859483 })]
    [InlineData("autoencoder, normalised and weighted", 2.6023729321802045, new[] { 1.1510937259714695, 0.09038945915416413, -0.1709451566496083, -0.1935832072983259, -2.3948153708165427 })]
    [InlineData("semi-supervised", 4.5434383403580325, new[] { 0.2836029822466718, 0.05777318007713313, 0.17553614813563423, -0.03871664145966516, -0.4789630741633085, -0.5742235762086705, -0.5303879051072585 })]
    [InlineData("network", 4.694249129898828, new[] { -0.24094054612150265, -0.26086117045026014, 0.06213401159170193, 0.049824912202395905, -0.24675905404392245 })]
    [InlineData("unfolding", 1.1851981061346475, new[] { 2.2421120807694512, 0.20875362404634284, 0.16933206361463787, -0.45735892519243315, -1.3490691793001908 })]
    [InlineData("deep, ReLU", 4.888176987328385, new[] { 0.0, 0.0, 0.0, 0.0, 0.0, 0.012066205352668719, 0.10206404045132995, 0.0, 0.0, -0.09343168827428672, 0.5497701386276111 })]
    [InlineData("deep, tanh", 4.839622857796094, new[] { -0.0074118616495114885, 0.0017578220527287305, -0.00038853051570942937, -0.0013742153751747988, 0.003028524779188498, 0.037397282780156804, 0.08369552182268866, 0.0058478584585916725, 0.019127900782296724, -0.10992711417233351, 0.5418718412005885 })]
    public void Level_by_level_each_form_has_the_loss_and_the_gradients_that_torch_finds_node_by_node(string form, double loss, double[] gradients)
    {
        using var scope = NewDisposeScope();
        var model = SomeTrees.Model(form);
        var parameters = model.Parameters();
        var order = Ordered(parameters.Select(p => p.Name));
        using (no_grad())
            for (var k = 0; k < order.Length; k++)
            {
                var value = parameters.Single(p => p.Name == order[k]).Value;
                value.copy_((0.4 * (1 + 7 * k + arange(value.numel(), dtype: ScalarType.Float64)).sin()).reshape(value.shape));
            }
        using var batch = new TreeBatch(SomeTrees.Recorded);
        var total = model.Loss(batch).Total;
        Assert.Equal(loss, total.ToDouble(), 12);
        total.backward();
        for (var k = 0; k < order.Length; k++)
        {
            var gradient = parameters.Single(p => p.Name == order[k]).Value.grad!.reshape(-1);
            Assert.Equal(gradients[k], (arange(gradient.numel(), dtype: ScalarType.Float64).cos() * gradient).sum().ToDouble(), 12);
        }
    }

    // The script's order: words, W and b of every layer, what leads up or back, labels.
    private static string[] Ordered(IEnumerable<string> names) => [.. names.OrderBy(name => Array.FindIndex(["words", "compose", "layers", "decode", "upward", "label"], part => name.Contains(part + ".")))
        .ThenBy(name => name.Contains("layers.") || name.Contains("upward.") ? name.Split('.')[1] : "").ThenBy(name => name.EndsWith("bias"))];
}
