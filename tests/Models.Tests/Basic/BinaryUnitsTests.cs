using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class BinaryUnitsTests
{
    [Fact]
    public void Units_are_on_as_often_as_their_probability_says()
    {
        using var scope = NewDisposeScope();
        var p = tensor(new float[] { 0, 0.2f, 0.7f, 1 }).expand(10_000, 4);
        var on = BinaryUnits.Sample(p, new Generator(1));
        Assert.Equal([0f, 1f], on.unique().output.data<float>().ToArray());
        var often = on.mean([0]).data<float>().ToArray();
        Assert.Equal((0f, 1f), (often[0], often[3]));
        Assert.Equal(0.2, often[1], 0.016);                                         // four standard errors
        Assert.Equal(0.7, often[2], 0.018);
    }

    [Fact]
    public void The_generator_decides_the_draw()
    {
        using var scope = NewDisposeScope();
        var p = full(50, 1, 0.5);
        float[] Draw(ulong seed) => BinaryUnits.Sample(p, new Generator(seed)).data<float>().ToArray();
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        using var logits = full(1, 2, 3.0);
        Assert.StartsWith("probabilities: expected numbers in [0, 1], got 3 to 3.", Assert.Throws<ArgumentException>(() => BinaryUnits.Sample(logits, new Generator(1))).Message);
    }
}
