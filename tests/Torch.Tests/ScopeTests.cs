using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class ScopeTests
{
    [Fact]
    public void A_tensor_dies_with_the_scope_it_was_born_in()
    {
        Tensor born;
        using (NewDisposeScope()) born = ones(3);
        Assert.True(born.IsInvalid);
    }

    [Fact]
    public void A_tensor_moved_out_lives_until_the_outer_scope_ends()
    {
        using var outer = NewDisposeScope();
        Tensor moved;
        using (NewDisposeScope()) moved = ones(3).MoveToOuterDisposeScope();
        Assert.Equal(3, moved.sum().ToDouble());
        Assert.True(outer.Contains(moved));
        outer.Dispose();
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_outlives_every_scope()
    {
        Tensor detached;
        using (NewDisposeScope()) detached = ones(3).DetachFromDisposeScope();
        Assert.False(detached.IsInvalid);
        detached.Dispose();
        Assert.True(detached.IsInvalid);
    }

    [Fact]
    public void What_is_kept_survives_when_everything_else_is_disposed()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (ones(1), ones(2));
        Assert.Same(kept, scope.DisposeEverythingBut(kept));
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Tensors_disposed_in_any_order_leave_their_scope()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 5).Select(i => ones(i + 1)).ToArray();
        foreach (var i in new[] { 2, 0, 4 }) tensors[i].Dispose();
        Assert.Equal([tensors[1], tensors[3]], scope.DisposablesView.Cast<Tensor>().OrderBy(tensor => tensor.numel()), ReferenceEquals);
    }

    [Fact]
    public void The_statistics_count_what_was_made_and_disposed()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        using (NewDisposeScope())
        {
            ones(1).Dispose();
            _ = ones(1);
            _ = ones(1).DetachFromDisposeScope();
        }
        ones(1).Dispose();
        Assert.Equal((3, 2, 1), (statistics.CreatedInScopeCount, statistics.DisposedInScopeCount, statistics.DetachedFromScopeCount));
        Assert.Equal((1, 1), (statistics.CreatedOutsideScopeCount, statistics.DisposedOutsideScopeCount));
    }

    [Fact]
    public void A_disposed_tensor_says_so_and_what_to_do()
    {
        var x = ones(1);
        x.Dispose();
        var thrown = Assert.Throws<InvalidOperationException>(() => x + 1);
        Assert.Contains("MoveToOuterDisposeScope", thrown.Message);
    }

    [Fact]
    public void Two_tensors_over_one_native_tensor_are_freed_one_by_one()
    {
        using var scope = NewDisposeScope();
        var first = ones(3);
        var second = first.alias();
        first.Dispose();
        Assert.Equal(3, second.sum().ToDouble());
    }
}
