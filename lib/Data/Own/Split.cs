using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Which rows are learned from and which are held out.</summary>
internal sealed record Split(long[] Train, long[] Test)
{
    /// <summary>Shuffles by the seed and holds out the share, rounded, of every class.</summary>
    /// <param name="labels">The class of each row; all the same where there is none.</param>
    /// <param name="share">The part held out, between 0 and 1.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <exception cref="ArgumentException">Nothing would be left to learn from, or to test on.</exception>
    public static Split Of(IReadOnlyList<long> labels, double share, long seed)
    {
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException("test", share, "test: expected a share between 0 and 1.");
        var order = new long[labels.Count];
        new SplitMix(seed, 0).Permute(order);
        var wanted = labels.CountBy(label => label).ToDictionary(pair => pair.Key, pair => (int)Math.Round(share * pair.Value));
        var (train, test) = (new List<long>(), new List<long>());
        foreach (var row in order) (wanted[labels[(int)row]]-- > 0 ? test : train).Add(row);
        if (train.Count == 0 || test.Count == 0)
            throw new ArgumentException($"test: a share of {share} leaves {train.Count} of {labels.Count} examples to learn from and {test.Count} held out; expected at least one each.", "test");
        return new([.. train], [.. test]);
    }

    /// <summary>Shuffles by the seed, deals the rows of every class out to so many folds, and holds out one of them.</summary>
    /// <param name="labels">The class of each row; all the same where there is none.</param>
    /// <param name="fold">Which fold is held out, from 0.</param>
    /// <param name="folds">How many there are; each row is held out in one of them.</param>
    /// <param name="seed">Another seed, another shuffle.</param>
    /// <exception cref="ArgumentException">Fewer than two folds or more than examples, or no such fold.</exception>
    public static Split Fold(IReadOnlyList<long> labels, int fold, int folds, long seed)
    {
        if (folds < 2 || folds > labels.Count) throw new ArgumentException($"{nameof(folds)}: expected 2 to {labels.Count}, the number of examples, got {folds}.", nameof(folds));
        if (fold < 0 || fold >= folds) throw new ArgumentException($"{nameof(fold)}: expected 0 to {folds - 1}, got {fold}.", nameof(fold));
        var order = new long[labels.Count];
        new SplitMix(seed, 0).Permute(order);
        var dealt = order.OrderBy(row => labels[(int)row]).Index().ToLookup(place => place.Index % folds == fold, place => place.Item);     // OrderBy keeps the order of equals
        return new([.. dealt[false]], [.. dealt[true]]);
    }

    /// <summary>The two parts of pictures and labels; the whole is freed.</summary>
    public (LabelledImages Train, LabelledImages Test) Cut(LabelledImages whole)
    {
        using (whole) return (Rows(Train), Rows(Test));

        LabelledImages Rows(long[] chosen)
        {
            using var rows = tensor(chosen, device: whole.Images.device);
            return new(whole.Images.index_select(0, rows), whole.Labels.index_select(0, rows));
        }
    }
}
