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
