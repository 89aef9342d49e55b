using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Workbook.Data.Tests;

/// <summary>Facts that are known of published tables and texts, as they are published.</summary>
public sealed class RealTableTests
{
    private static readonly TableFormat Adult = new()
    {
        Names = ["age", "workclass", "fnlwgt", "education", "education-num", "marital-status", "occupation", "relationship", "race", "sex",
            "capital-gain", "capital-loss", "hours-per-week", "native-country", "income"],
        Comment = '|',
    };

    [SkippableFact]
    public void Adult_has_the_rows_levels_and_rates_that_its_documentation_states()
    {
        using var scope = NewDisposeScope();
        var train = Table.Read(Here("adult/adult.data.gz"), Adult);
        var test = Table.Read(Here("adult/adult.test.gz"), Adult).Relabelled("income", word => word.TrimEnd('.'));
        Assert.Equal((32_561, 16_281), (train.Count, test.Count));
        var (known, held) = (train.WithoutMissing(), test.WithoutMissing());
        Assert.Equal((30_162, 15_060), (known.Count, held.Count));                              // "if instances with unknown values are removed"
        Assert.Equal(6, train.Columns.OfType<NumericColumn>().Count());
        Assert.Equal(41, ((CategoricalColumn)train["native-country"]).Levels.Length);
        var encoder = TableEncoder.Fit(known, label: "income");
        var x = encoder.Encode(known);
        Assert.Equal([30_162L, 104], x.shape);
        Assert.Equal([15_060L, 104], encoder.Encode(held).shape);
        Assert.Equal(0, x[TensorIndex.Colon, 0].mean().item<float>(), 1e-4);
        Assert.Equal(0.2489, encoder.Labels(known).to(float64).mean().item<double>(), 0.0001);  // 7,508 of 30,162
    }

    [SkippableFact]
    public void Optical_digits_have_their_rows_and_classes()
    {
        var names = Enumerable.Range(0, 64).Select(i => $"p{i}").Append("digit").ToImmutableArray();
        var train = Table.Read(Here("optdigits/optdigits.tra.gz"), new() { Names = names, Categorical = ["digit"] });
        Assert.Equal(3823, train.Count);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], ((CategoricalColumn)train["digit"]).Levels.ToArray());
    }

    [SkippableFact]
    public void Sentences_are_read_one_a_line_and_reviews_one_file_a_class()
    {
        Assert.Equal(30_193, TextLines.Read(Here("tatoeba/english.txt.gz")).Count);
        var reviews = TextLines.ReadClasses(new Dictionary<string, string> { ["negative"] = Here("rt-polarity/rt-polarity.neg.gz"), ["positive"] = Here("rt-polarity/rt-polarity.pos.gz") });
        Assert.Equal((10_662, 5331), (reviews.Count, reviews.Labels.Sum()));
    }

    private static string Here(string file)
    {
        var store = Store.Default;
        var path = new[] { store.Given, store.Own }.OfType<string>().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        Skip.If(path is null, $"{file} is neither under $WORKBOOK_DATA nor in data/.");
        return path!;
    }
}
