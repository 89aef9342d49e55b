using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class CensusTests
{
    // Summed by hand over the two groups and three abilities.
    [Theory]
    [InlineData("college", "part", "care", "second partner", 0.01941149631601692, 0.2520228703596345)]
    [InlineData("university", "over", "managing", "first partner", 0.9659504446061833, 0.906369418689282)]
    [InlineData("school", "full", "craft", "alone", 0.9470097012678169, 0.34271745415283644)]
    public void What_a_persons_features_say_is_the_sum_over_their_causes(string education, string hours, string occupation, string household, double group, double label)
    {
        using var scope = NewDisposeScope();
        var x = Person($"education={education}", $"hours={hours}", $"occupation={occupation}", $"household={household}", "region=east");
        Assert.Equal(group, ToyCensus.GroupGiven(x).item<double>(), 12);
        Assert.Equal(label, ToyCensus.LabelGiven(x).item<double>(), 12);
    }

    // p(y = 1 | s) = Σ p(a) p(y = 1 | s, a): 0.277 in group 0 and 0.457 in group 1, added by hand.
    [Fact]
    public void Of_equal_ability_one_group_gets_the_label_less_often_and_in_sum_as_often_as_the_draws_say()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(1, ToyCensus.Abilities.Sum(), 12);
        Assert.All(Enumerable.Range(0, 3), ability => Assert.True(ToyCensus.LabelGiven(0, ability) < ToyCensus.LabelGiven(1, ability)));
        using var census = ToyCensus.Load(train: 40_000, test: 10);
        foreach (var (group, chance) in new[] { (0, 0.277), (1, 0.457) })
        {
            Assert.Equal(chance, Enumerable.Range(0, 3).Sum(ability => ToyCensus.Abilities[ability] * ToyCensus.LabelGiven(group, ability)), 12);
            var drawn = census.Train.Labels.masked_select(census.Train.Groups.eq(group)).to(float64).mean().item<double>();
            Assert.InRange(drawn, chance - 0.016, chance + 0.016);                  // four deviations of √(p (1 − p) / 16,000)
        }
    }

    [Fact]
    public void Of_the_people_drawn_as_many_are_of_the_group_and_have_the_label_as_their_features_say()
    {
        using var scope = NewDisposeScope();
        using var census = ToyCensus.Load(train: 40_000, test: 10);
        var people = census.Train;
        Calibrated(ToyCensus.GroupGiven(people.Features), people.Groups);
        Calibrated(ToyCensus.LabelGiven(people.Features), people.Labels);
        var guess = ToyCensus.GroupGiven(people.Features).gt(0.5).to(int64).eq(people.Groups).to(float64).mean().item<double>();
        Assert.InRange(guess, 0.8196 - 4 * 0.002, 0.8196 + 4 * 0.002);              // the best guess of s there is, enumerated by hand: 81.96 %

        static void Calibrated(Tensor chance, Tensor happened)
        {
            foreach (var (low, high) in new[] { (0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1.0) })
            {
                var within = chance.ge(low).logical_and(chance.lt(high)).to(float64);
                var error = (within * (happened - chance)).sum().item<double>() / (within * chance * (1 - chance)).sum().sqrt().item<double>();
                Assert.InRange(error, -4, 4);
            }
        }
    }

    [Fact]
    public void A_person_is_one_level_of_each_feature_and_a_seed_draws_the_same_people_again()
    {
        using var scope = NewDisposeScope();
        using var census = ToyCensus.Load(train: 100, test: 50);
        using var again = ToyCensus.Load(train: 100, test: 50);
        using var other = ToyCensus.Load(train: 100, test: 50, seed: 2);
        Assert.True(census.Train.Features.sum(dim: 1).eq(5).all().item<bool>());
        Assert.True(census.Train.Features.Equals(again.Train.Features) && census.Test.Labels.Equals(again.Test.Labels));
        Assert.False(census.Train.Features.Equals(other.Train.Features));
        Assert.Throws<ArgumentException>(() => ToyCensus.GroupGiven(zeros(1, census.DataSize)));
        Assert.Throws<ArgumentException>(() => ToyCensus.GroupGiven(zeros(1, 3)));
    }

    [Fact]
    public void Rows_that_do_not_belong_together_are_refused() =>
        Assert.StartsWith("groups: expected 3 numbers of type Int64, one a row, got (2)", Assert.Throws<ArgumentException>(() => new Population(zeros(3, 4), zeros(2, dtype: int64), zeros(3, dtype: int64))).Message);

    [SkippableFact]
    public void Adult_has_the_people_that_are_published_of_it()
    {
        var store = Store.Default with { Online = false };
        Skip.IfNot(File.Exists(Path.Combine(store.Given ?? store.Own, Sources.Adult.Name, Sources.Adult.Files[0].Name)), "Adult is not on this machine.");
        using var scope = NewDisposeScope();
        using var census = Adult.Load(store: store);
        Assert.Equal((32_561, 16_281), (census.Train.Count, census.Test.Count));
        Assert.Equal((7_841, 3_846), (census.Train.Labels.sum().item<long>(), census.Test.Labels.sum().item<long>()));          // 24.08 % and 23.62 %
        Assert.Equal((21_790, 10_860), (census.Train.Groups.sum().item<long>(), census.Test.Groups.sum().item<long>()));        // men
        Assert.True(census.Train.Features.sum(dim: 1).eq(11).all().item<bool>());                                              // one of each of 11 columns
        Assert.True(census.Test.Features.sum(dim: 1).eq(11).all().item<bool>());
        Assert.DoesNotContain(census.Features, feature => feature.StartsWith("sex", StringComparison.Ordinal) || feature.StartsWith("income", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_real_table_the_drawn_one_is_used()
    {
        using var folder = new TemporaryFolder();
        using var census = Census.Load(store: new Store { Own = folder["data"], Online = false });
        Assert.Equal(ToyCensus.Title, census.Name);
    }

    private static Tensor Person(params string[] traits) => tensor(ToyCensus.Features.Select(feature => traits.Contains(feature) ? 1f : 0).ToArray()).unsqueeze(0);

    [Fact]
    public void A_row_that_is_no_person_has_no_probability()
    {
        using var scope = NewDisposeScope();
        var person = ToyCensus.Load(train: 1, test: 1).Train.Features;
        var (two, none) = (person.clone(), person.clone());
        two[0, ..4] = 1;
        (none[0, 16..], none[0, ..2]) = (0, 1);                                      // as many ones, at other places
        foreach (var bad in new[] { two, none, zeros_like(person) + 0.25 })
            Assert.Contains("one level of each", Assert.Throws<ArgumentException>(() => ToyCensus.GroupGiven(bad)).Message);
    }

    [Fact]
    public void A_population_is_of_zeros_and_ones()
    {
        using var scope = NewDisposeScope();
        var (x, s) = (zeros(2, 3), tensor(new long[] { 0, 1 }));
        Assert.Contains("labels", Assert.Throws<ArgumentException>(() => new Population(x, s, s * 7)).Message);
        Assert.Contains("groups", Assert.Throws<ArgumentException>(() => new Population(x, s - 1, s)).Message);
        Assert.Contains("features", Assert.Throws<ArgumentException>(() => new Population(x + double.NaN, s, s)).Message);
    }
}
