using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class PennTreebankTests
{
    [SkippableFact]
    public void Its_parts_have_the_published_numbers_of_sentences_tokens_and_words()
    {
        var store = Store.Default with { Online = false };
        Skip.IfNot(File.Exists(Path.Combine(store.Given ?? store.Own, Sources.Ptb.Name, Sources.Ptb.Files[0].Name)), "The Penn Treebank is not on this machine.");
        using var scope = NewDisposeScope();
        using var corpus = Corpus.Ptb(store: store);
        using var chosen = Corpus.Ptb(validation: true, store: store);
        Assert.Equal((42068, 3761, 3370), (corpus.Train.shape[0], corpus.Test.shape[0], chosen.Test.shape[0]));
        Assert.Equal(9998 + TokenTable.FirstOrdinary, corpus.Table.Size);           // 10,000 with <unk> and the end, which are special here
        long Predicted(Tensor rows) => rows.ne(TokenTable.Padding).sum().ToInt64() - rows.shape[0];
        Assert.Equal((929_589, 82_430, 73_760), (Predicted(corpus.Train), Predicted(corpus.Test), Predicted(chosen.Test)));
        Assert.Equal("no it was n't black monday", corpus.Table.Decode(corpus.Test[0]));
    }

    [Fact]
    public void Words_between_spaces_stay_as_they_are_and_unknown_ones_are_unknown()
    {
        using var scope = NewDisposeScope();
        var table = TokenTable.Spaced(TextLines.Of("two", ["the <unk> does n't cost $ N", "the u.s. does"]));
        Assert.Equal(TokenTable.FirstOrdinary + 7, table.Size);
        var (tokens, _) = table.Encode(TextLines.Of("one", ["the u.s. <unk> cost yen"]), 8);
        Assert.Equal("the u.s. [UNK] cost [UNK]", table.Decode(tokens[0]));
        Assert.Contains("at least one word", Assert.Throws<ArgumentException>(() => TokenTable.Spaced(TextLines.Of("none", ["<unk>"]))).Message);
    }
}
