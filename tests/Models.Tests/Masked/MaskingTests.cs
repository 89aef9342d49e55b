using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class MaskingTests
{
    private const int First = 4;
    private const long Mask = 2;
    private static readonly Masking masking = new(VocabularySize: 50, First, Mask);

    // 25 sentences of 40 ordinary tokens between [CLS] 1 and [SEP] 3, then padding 0: 1,000 ordinary tokens.
    private static Tensor Sentences()
    {
        var ordinary = First + arange(1000).reshape(25, 40) % 46;
        return cat([full([25, 1], 1, dtype: ScalarType.Int64), ordinary, full([25, 1], 3, dtype: ScalarType.Int64), zeros(25, 8, dtype: ScalarType.Int64)], 1);
    }

    [Fact]
    public void Of_a_thousand_tokens_120_become_MASK_15_become_others_15_stay_and_850_are_not_asked_for()
    {
        using var scope = NewDisposeScope();
        var sentences = Sentences();
        var masked = new Masking(1_000_000, First, Mask).Apply(sentences, new Generator(1));     // of so many tokens none is drawn as itself
        long Count(Tensor of) => of.sum().ToInt64();
        Assert.Equal(150, Count(masked.Selected));
        Assert.Equal(120, Count(masked.Inputs.eq(Mask)));
        Assert.Equal(15, Count(masked.Selected.logical_and(masked.Inputs.ne(Mask)).logical_and(masked.Inputs.ne(sentences))));
        Assert.Equal(15, Count(masked.Selected.logical_and(masked.Inputs.eq(sentences))));
        Assert.Equal(0, Count(masked.Selected.logical_not().logical_and(masked.Inputs.ne(sentences))));
        Assert.Equal(sentences, masked.Targets);
    }

    [Fact]
    public void A_special_token_is_never_selected_and_never_drawn()
    {
        using var scope = NewDisposeScope();
        var sentences = Sentences();
        var special = sentences.lt(First);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var masked = (masking with { Selected = 0.9, ByMask = 0, ByRandom = 1 }).Apply(sentences, new Generator(seed));
            Assert.False(masked.Selected.logical_and(special).any().ToBoolean());
            Assert.True(masked.Inputs.masked_select(special.logical_not()).ge(First).all().ToBoolean());
            Assert.True(masked.Inputs.lt(50).all().ToBoolean());
        }
    }

    [Fact]
    public void Every_ordinary_token_is_as_likely_as_any_other()
    {
        using var scope = NewDisposeScope();
        var sentences = Sentences();
        var counts = zeros_like(sentences);
        var random = new Generator(1);
        for (var turn = 0; turn < 400; turn++) counts += masking.Apply(sentences, random).Selected.to(ScalarType.Int64);
        var each = counts.masked_select(sentences.ge(First)).to(ScalarType.Float64) / 400;
        Assert.Equal(0.15, each.mean().ToDouble(), 9);                               // exactly, as every batch has its 150
        Assert.InRange(each.std().ToDouble(), 0.016, 0.020);                         // √(0.15 · 0.85 / 400) = 0.0179
    }

    [Fact]
    public void The_same_generator_gives_the_same_mask_and_another_one_another()
    {
        using var scope = NewDisposeScope();
        var (one, again, other) = (masking.Apply(Sentences(), new Generator(7)), masking.Apply(Sentences(), new Generator(7)), masking.Apply(Sentences(), new Generator(8)));
        Assert.Equal(one.Inputs, again.Inputs);
        Assert.NotEqual(one.Inputs, other.Inputs);
    }

    [Fact]
    public void Whole_words_are_selected_with_all_their_pieces()
    {
        using var scope = NewDisposeScope();
        var sentences = Sentences();
        var words = cat([zeros(25, 1, dtype: ScalarType.Int64), 1 + arange(40).div(3, RoundingMode.floor).to(ScalarType.Int64).expand(25, 40), 41 + arange(9).expand(25, 9)], 1).contiguous();
        var masked = masking.Apply(sentences, new Generator(3), words);
        for (var row = 0; row < 25; row++)
            foreach (var word in Enumerable.Range(1, 14))
            {
                var pieces = masked.Selected[row].masked_select(words[row].eq(word));
                Assert.True(pieces.all().ToBoolean() || !pieces.any().ToBoolean());
            }
        Assert.InRange(masked.Selected.sum().ToInt64(), 150, 152);                    // the last word may pass the count
    }

    [Fact]
    public void What_cannot_be_masked_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("all 6 are special", Assert.Throws<ArgumentException>(() => masking.Apply(zeros(2, 3, dtype: ScalarType.Int64), new Generator(1))).Message);
        Assert.Contains("0 to 49, got 50", Assert.Throws<ArgumentException>(() => masking.Apply(full([2, 3], 50, dtype: ScalarType.Int64), new Generator(1))).Message);
        Assert.Contains("int64", Assert.Throws<ArgumentException>(() => masking.Apply(ones(2, 3), new Generator(1))).Message);
        Assert.Contains("ByMask + ByRandom", Assert.Throws<ArgumentException>(() => (masking with { ByRandom = 0.3 }).Apply(Sentences(), new Generator(1))).Message);
        Assert.Contains("Selected", Assert.Throws<ArgumentException>(() => (masking with { Selected = -0.1 }).Apply(Sentences(), new Generator(1))).Message);
    }
}
