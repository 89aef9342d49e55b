using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class BatchesTests
{
    [Theory]
    [InlineData(10, 3, false, new long[] { 3, 3, 3, 1 })]
    [InlineData(10, 3, true, new long[] { 3, 3, 3 })]
    [InlineData(9, 3, false, new long[] { 3, 3, 3 })]
    [InlineData(2, 5, false, new long[] { 2 })]
    public void The_last_batch_holds_the_rest_unless_it_is_dropped(int count, int size, bool dropLast, long[] sizes)
    {
        using var scope = NewDisposeScope();
        var batches = Batches.Shuffled(arange(count).reshape(count, 1), size, seed: 1, dropLast);
        Assert.Equal(sizes.Length, batches.PerEpoch);
        Assert.Equal(sizes, batches.Epoch(0).Select(batch => batch.shape[0]));
    }

    [Fact]
    public void An_epoch_shows_every_example_once()
    {
        using var scope = NewDisposeScope();
        var batches = Batches.Shuffled(arange(1000).reshape(1000, 1), 64, seed: 9);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), Seen(batches.Epoch(4)).Order());
    }

    [Fact]
    public void The_order_is_fixed_by_seed_and_epoch_and_by_nothing_else()
    {
        using var scope = NewDisposeScope();
        var data = arange(500).reshape(500, 1);
        var third = Seen(Batches.Shuffled(data, 64, seed: 9).Epoch(3));
        manual_seed(123);
        Assert.Equal(third, Seen(Batches.Shuffled(data, 64, seed: 9).Epoch(3)));
        Assert.Equal(third, Seen(Batches.Shuffled(data, 50, seed: 9).Epoch(3)));           // the size of a batch only cuts it elsewhere
        Assert.NotEqual(third, Seen(Batches.Shuffled(data, 64, seed: 9).Epoch(4)));
        Assert.NotEqual(third, Seen(Batches.Shuffled(data, 64, seed: 10).Epoch(3)));
    }

    [Fact]
    public void An_epoch_resumed_goes_on_where_it_stood()
    {
        using var scope = NewDisposeScope();
        var batches = Batches.Shuffled(arange(100).reshape(100, 1), 16, seed: 2);
        var whole = Seen(batches.Epoch(1));
        Assert.Equal(whole[(3 * 16)..], Seen(batches.Epoch(1, skip: 3)));
        Assert.Empty(batches.Epoch(1, skip: batches.PerEpoch));
        Assert.Throws<ArgumentOutOfRangeException>(() => batches.Epoch(1, skip: batches.PerEpoch + 1));
    }

    [Fact]
    public void Labels_stay_with_their_pictures()
    {
        using var scope = NewDisposeScope();
        var data = new LabelledImages(arange(90).to(ScalarType.Float32).reshape(90, 1).expand(90, 4), arange(90));
        foreach (var (images, labels) in Batches.Shuffled(data, 8, seed: 5).Epoch(0))
            Assert.True(images[TensorIndex.Colon, 3].to(ScalarType.Int64).Equals(labels));
    }

    [Fact]
    public void In_order_batches_are_the_data_themselves()
    {
        using var scope = NewDisposeScope();
        var data = zeros(10, 2);
        foreach (var batch in Batches.InOrder(data, 4).Epoch(0)) batch.add_(1);
        Assert.True(data.Equals(ones(10, 2)));
    }

    [Fact]
    public void A_batch_lives_until_the_next_is_asked_for()
    {
        using var scope = NewDisposeScope();
        var batches = Batches.Shuffled(arange(10).reshape(10, 1), 4, seed: 1);
        var all = batches.Epoch(0).ToList();
        Assert.All(all, batch => Assert.True(batch.IsInvalid));
        Assert.False(batches.Epoch(0).First().IsInvalid);
    }

    [Fact]
    public void They_say_of_what_data_and_in_what_order_they_are()
    {
        using var scope = NewDisposeScope();
        var data = arange(10).reshape(10, 1).to(float32);
        Assert.Equal("10 examples of sum 45 and moment 33 by 4, shuffled from seed 1", Batches.Shuffled(data, 4, seed: 1).Description);
        Assert.Equal("10 examples of sum 48 and moment 35.7 by 5, in order", Batches.InOrder(new LabelledImages(data, tensor(new long[] { 0, 0, 0, 0, 0, 0, 0, 1, 1, 1 })), 5).Description);
        Assert.NotEqual(Batches.Shuffled(data, 4, seed: 1).Description, Batches.Shuffled(data.flip(0), 4, seed: 1).Description);
        Assert.Equal("2 examples of sum 1.66667 and moment 1.16666667 by 2, in order", Batches.InOrder(tensor(new[] { 1.0, 2 / 3.0 }).reshape(2, 1), 2).Description);
    }

    [Fact]
    public void What_is_held_aside_is_never_in_an_epoch_and_the_rest_always_is()
    {
        using var scope = NewDisposeScope();
        var all = Enumerable.Range(0, 100).Select(i => (long)i).ToArray();
        var batches = Batches.Shuffled(tensor(all).reshape(100, 1), 16, seed: 9);
        var (learned, heldOut) = batches.HoldOut(0.25, choice: 4);
        var aside = Seen(heldOut.Epoch(0));
        Assert.Equal(25, aside.Count);
        Assert.Equal(aside.Order(), aside);                                         // in their order
        Assert.Equal(aside, Seen(heldOut.Epoch(1)));
        foreach (var epoch in (int[])[0, 1, 7]) Assert.Equal(all.Except(aside), Seen(learned.Epoch(epoch)).Order());
        Assert.NotEqual(Seen(learned.Epoch(0)), Seen(learned.Epoch(1)));
        Assert.Equal(aside, Seen(Batches.InOrder(tensor(all).reshape(100, 1), 16).HoldOut(0.25, 4).HeldOut.Epoch(0)));
        Assert.NotEqual(aside, Seen(batches.HoldOut(0.25, choice: 5).HeldOut.Epoch(0)));
        Assert.True(aside[0] < 25 && aside[^1] >= 75, "drawn from everywhere, not cut off at an end");
        Assert.Equal("75 of 100 examples of sum 4950 and moment 3333 by 16, shuffled from seed 9", learned.Description);

        var (less, more) = learned.HoldOut(0.2, choice: 4);                         // of what was left
        Assert.Equal(all.Except(aside), Seen(less.Epoch(0)).Concat(Seen(more.Epoch(0))).Order());
        Assert.Equal(15, Seen(more.Epoch(0)).Count);
    }

    [Fact]
    public void Something_stays_on_either_side_or_it_is_refused()
    {
        using var scope = NewDisposeScope();
        var three = Batches.Shuffled(arange(3).reshape(3, 1), 2, seed: 1);
        Assert.Single(Seen(three.HoldOut(0.01, 1).HeldOut.Epoch(0)));
        Assert.Single(Seen(three.HoldOut(0.99, 1).Learned.Epoch(0)));
        foreach (var share in (double[])[0, 1, -0.1, double.NaN]) Assert.Equal("share", Assert.Throws<ArgumentException>(() => three.HoldOut(share, 1)).ParamName);
        Assert.Equal("data", Assert.Throws<ArgumentException>(() => Batches.InOrder(zeros(1, 1), 2).HoldOut(0.5, 1)).ParamName);
    }

    [Fact]
    public void Nothing_to_cut_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => Batches.Shuffled(zeros(3, 1), 0, seed: 1)).ParamName);
        Assert.Equal("data", Assert.Throws<ArgumentException>(() => Batches.InOrder(zeros(0, 1), 2)).ParamName);
        Assert.Equal("data", Assert.Throws<ArgumentException>(() => Batches.Shuffled(zeros(3, 1), 4, seed: 1, dropLast: true)).ParamName);
    }

    private static List<long> Seen(IEnumerable<Tensor> batches) => [.. batches.SelectMany(batch => batch.data<long>().ToArray())];
}
