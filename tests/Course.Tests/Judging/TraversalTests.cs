using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public class TraversalTests
{
    /// <summary>x is its own code, so that what is moved is what is seen.</summary>
    private sealed class Copy : IAutoencoder
    {
        public Tensor Encode(Tensor x) => x.alias();

        public Tensor Decode(Tensor code) => code.alias();
    }

    [Fact]
    public void One_number_goes_from_end_to_end_and_the_others_stay()
    {
        using var scope = NewDisposeScope();
        var walk = Traversal.Along(new Copy(), tensor(new[,] { { 0.5f, 0.25f, 1 } }), number: 1, steps: 5);
        Assert.Equal([-2f, -1, 0, 1, 2], walk.select(1, 1).data<float>().ToArray());
        Assert.True(walk.select(1, 0).eq(0.5).all().item<bool>());
        Assert.True(walk.select(1, 2).eq(1).all().item<bool>());
    }

    [Fact]
    public void The_dearest_number_is_on_top_and_every_place_is_named()
    {
        using var scope = NewDisposeScope();
        var said = $"{Traversal.Grid(new Copy(), zeros(1, 4), [0.1, 3, 0.5, 2], rows: 2, steps: 3)}";
        Assert.Contains("rows: 3.00 nats, 2.00 nats", said);
        Assert.Contains("columns: -2.0, 0.0, 2.0", said);
    }

    [Fact]
    public void Only_one_example_is_walked_from() =>
        Assert.Throws<ArgumentException>(() => Traversal.Along(new Copy(), zeros(2, 3), number: 0));
}
