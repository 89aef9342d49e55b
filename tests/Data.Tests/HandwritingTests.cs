using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class HandwritingTests
{
    private const int Size = Handwriting.Side * Handwriting.Side;

    private static readonly HandwritingFactors Three = new(Digit: 3, Slant: 0, Weight: 2.4, HandStyle.Plain);

    [Fact]
    public void The_same_seed_draws_the_same_pixels_on_one_thread_and_on_many()
    {
        var factors = Handwriting.Factors(500, seed: 5, first: 0);
        var alone = Handwriting.Drawn(factors, seed: 5, first: 0, threads: 1);
        Assert.Equal(alone, Handwriting.Drawn(factors, seed: 5, first: 0, threads: 7));
        Assert.NotEqual(alone, Handwriting.Drawn(factors, seed: 6, first: 0));
        Assert.Equal(alone[(100 * Size)..], Handwriting.Drawn(factors[100..], seed: 5, first: 100));
    }

    [Fact]
    public void A_data_set_and_samples_of_the_same_seed_are_the_same_pictures()
    {
        using var set = Handwriting.Load(train: 40, test: 10, seed: 3);
        using var learn = Handwriting.Sample(40, seed: 3);
        using var heldOut = Handwriting.Sample(10, seed: 3, first: 40);
        Assert.True(set.Train.Images.Equals(learn.Images) && set.Train.Labels.Equals(learn.Digit));
        Assert.True(set.Test.Images.Equals(heldOut.Images) && set.Test.Labels.Equals(heldOut.Digit));
    }

    [Fact]
    public void Digits_and_styles_come_equally_often_and_the_slant_as_documented()
    {
        var factors = Handwriting.Factors(20_000, seed: 1, first: 0);
        Assert.All(factors.CountBy(each => each.Digit), group => Assert.InRange(group.Value, 2000 - 170, 2000 + 170));   // four deviations: 4 √(20,000·0.1·0.9)
        Assert.All(factors.CountBy(each => each.Style), group => Assert.InRange(group.Value, 5000 - 245, 5000 + 245));
        Assert.Equal(0.15, factors.Average(each => each.Slant), 0.015);
        Assert.All(factors, each => Assert.True(each.Slant is >= -0.5 and <= 0.8 && each.Weight is >= 1.2 and <= 4.4));
    }

    [Fact]
    public void The_centre_of_mass_lies_in_the_middle_and_the_ink_is_that_of_mnist()
    {
        var pixels = Handwriting.Drawn(Handwriting.Factors(4000, seed: 1, first: 0), seed: 1, first: 0);
        var seen = pixels.Chunk(Size).Select(Moments.Of).ToList();
        Assert.Equal(14, seen.Average(each => each.X), 0.1);
        Assert.Equal(14, seen.Average(each => each.Y), 0.1);
        Assert.All(seen, each => Assert.True(Math.Abs(each.X - 14) < 2 && Math.Abs(each.Y - 14) < 2));
        var mean = pixels.Average(pixel => pixel / 255.0);
        Assert.Equal(0.1307, mean, 0.01);
        Assert.Equal(0.3081, Math.Sqrt(pixels.Average(pixel => Math.Pow(pixel / 255.0 - mean, 2))), 0.01);
    }

    [Fact]
    public void The_slant_that_is_seen_is_the_slant_that_was_asked_for() =>
        Assert.True(Agreement(seen => seen.Shear, truth => Math.Tan(truth.Slant)) > 0.8);

    [Fact]
    public void A_wider_pen_leaves_more_ink() => Assert.True(Agreement(seen => seen.Mass, truth => truth.Weight) > 0.8);

    [Fact]
    public void The_style_can_be_told_from_the_picture()
    {
        var factors = Handwriting.Factors(8000, seed: 1, first: 0);
        var pictures = factors.Zip(Handwriting.Drawn(factors, seed: 1, first: 0).Chunk(Size)).ToList();
        var typical = pictures.Take(4000).GroupBy(each => (each.First.Digit, each.First.Style))
            .ToDictionary(group => group.Key, group => Enumerable.Range(0, Size).Select(i => group.Average(each => each.Second[i])).ToArray());
        var right = pictures.Skip(4000).Count(each => each.First.Style == Enum.GetValues<HandStyle>()
            .MinBy(style => typical[(each.First.Digit, style)].Zip(each.Second, (mean, pixel) => (mean - pixel) * (mean - pixel)).Sum()));
        Assert.InRange(right / 4000.0, 0.6, 0.95);                              // by the nearest mean picture; by chance it would be 0.25
    }

    [Fact]
    public void A_steady_hand_changes_only_what_the_factors_change()
    {
        using var scope = NewDisposeScope();
        HandwritingFactors[] factors = [Three, Three, Three with { Slant = 0.4 }, Three with { Weight = 4 }, Three with { Style = HandStyle.Looped }];
        var steady = Handwriting.Draw(factors, steady: true);
        Assert.True(steady[0].Equals(steady[1]));
        for (var i = 2; i < factors.Length; i++) Assert.False(steady[0].Equals(steady[i]));
        var shaky = Handwriting.Draw(factors);
        Assert.False(shaky[0].Equals(shaky[1]));
    }

    [Fact]
    public void Factors_that_no_hand_can_draw_are_refused_by_name()
    {
        Refused("Digit", Three with { Digit = 10 });
        Refused("Style", Three with { Style = (HandStyle)4 });
        Refused("Slant", Three with { Slant = double.NaN });
        Refused("Weight", Three with { Weight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Handwriting.Draw([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Handwriting.Load(train: -1));

        static void Refused(string name, HandwritingFactors factors) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Handwriting.Draw([factors])).ParamName);
    }

    /// <summary>Correlation, among pictures of the same digit, between what is measured in a picture and a factor it was made from.</summary>
    private static double Agreement(Func<Moments, double> measure, Func<HandwritingFactors, double> factor)
    {
        var factors = Handwriting.Factors(4000, seed: 1, first: 0);
        var pictures = Handwriting.Drawn(factors, seed: 1, first: 0).Chunk(Size);
        var pairs = factors.Zip(pictures, (truth, picture) => (truth.Digit, Seen: measure(Moments.Of(picture)), Truth: factor(truth)))
            .GroupBy(each => each.Digit)
            .SelectMany(group => group.Select(each => (Seen: each.Seen - group.Average(other => other.Seen), Truth: each.Truth - group.Average(other => other.Truth))))
            .ToList();
        return pairs.Sum(each => each.Seen * each.Truth) / Math.Sqrt(pairs.Sum(each => each.Seen * each.Seen) * pairs.Sum(each => each.Truth * each.Truth));
    }
}
