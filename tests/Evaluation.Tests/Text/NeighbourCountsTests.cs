using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class NeighbourCountsTests
{
    // Tokens 0 to 4 are special, 4 hides. a = 5, b = 6, c = 7: "a b a c", "a b b", both begun by 2 and ended by 3.
    private static Tensor Sentences() => tensor(new long[,] { { 2, 5, 6, 5, 7, 3 }, { 2, 5, 6, 6, 3, 0 } });

    private static NeighbourCounts Counts(double smoothing = 1e-9) => NeighbourCounts.Of(Sentences(), 8, 5, 4, smoothing);

    private static MaskedTokens Hidden(long[] sentence, int place)
    {
        var targets = tensor(sentence).unsqueeze(0);
        var inputs = targets.clone();
        var selected = zeros_like(targets, dtype: ScalarType.Bool);
        (inputs[0, place], selected[0, place]) = (4, true);
        return new(inputs, targets, selected);
    }

    [Fact]
    public void Alone_a_token_is_as_probable_as_it_is_frequent()
    {
        var log = Counts().Unigram();
        Assert.Equal(3 / 7.0, Math.Exp(log[5]), 6);
        Assert.Equal(3 / 7.0, Math.Exp(log[6]), 6);
        Assert.Equal(1 / 7.0, Math.Exp(log[7]), 6);
        Assert.True(double.IsNegativeInfinity(log[3]));
    }

    // After a stand b, c and b: p(b | a) = 2/3.
    [Fact]
    public void After_a_token_it_is_as_probable_as_it_follows()
    {
        using var scope = NewDisposeScope();
        var (accuracy, nats) = Counts().Judge(Hidden([2, 5, 6, 3], 2), Neighbours.Before);
        Assert.True(Close((1, Math.Log(3 / 2.0)), (accuracy, nats)), $"{accuracy}, {nats}");
    }

    // Between a and [SEP]: p(w | a) p(w | SEP behind) / p(w) is 0 for a, 2/3 · 1/2 / (3/7) for b and 1/3 · 1/2 / (1/7) for c: c with 7/6 of 7/9 + 7/6.
    [Fact]
    public void Between_two_tokens_both_speak()
    {
        using var scope = NewDisposeScope();
        var (accuracy, nats) = Counts().Judge(Hidden([2, 5, 7, 3], 2), Neighbours.Both);
        Assert.True(Close((1, -Math.Log(7 / 6.0 / (7 / 9.0 + 7 / 6.0))), (accuracy, nats)), $"{accuracy}, {nats}");
    }

    [Fact]
    public void A_masked_neighbour_tells_nothing()
    {
        using var scope = NewDisposeScope();
        var masked = Hidden([2, 5, 6, 3], 2);
        masked.Inputs[0, 1] = 4;
        Assert.Equal(Counts().Judge(Hidden([2, 5, 6, 3], 2), Neighbours.None).Nats, Counts().Judge(masked, Neighbours.Before).Nats, 9);
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("got 9", Assert.Throws<ArgumentException>(() => NeighbourCounts.Of(full([1, 2], 9, dtype: ScalarType.Int64), 8, 5, 4)).Message);
        Assert.Contains("special", Assert.Throws<ArgumentException>(() => NeighbourCounts.Of(zeros(1, 2, dtype: ScalarType.Int64), 8, 5, 4)).Message);
        var nothing = new MaskedTokens(Sentences(), Sentences(), zeros(2, 6, dtype: ScalarType.Bool));
        Assert.Contains("none", Assert.Throws<ArgumentException>(() => Counts().Judge(nothing, Neighbours.None)).Message);
    }

    private static bool Close((double A, double N) one, (double A, double N) other) => Math.Abs(one.A - other.A) < 1e-9 && Math.Abs(one.N - other.N) < 1e-5;
}
