using Workbook.Ledger;

namespace Workbook.Rooms.Tests;

/// <summary>The ledger: its page says what its measurements say, and nothing is claimed that was not measured.</summary>
public sealed class LedgerTests
{
    private static readonly LedgerFile file = new(Repository.Root);

    [Fact]
    public void The_page_is_made_from_the_measurements() =>
        Assert.Equal(LedgerFile.Render(file.Read()), File.ReadAllText(Repository.At("ledger", "README.md")));

    [Fact]
    public void Every_measurement_belongs_to_a_row_and_has_all_its_seeds() => Assert.All(file.Read(), entry =>
        Assert.Equal(Claim.All.Single(claim => claim.Name == entry.Claim).Seeds, entry.Runs.Select(run => run.Seed)));

    [Fact]
    public void Mean_and_deviation_are_those_of_the_seeds()
    {
        var entry = new Entry("toy", "a CPU", [Of(1, 2), Of(2, 4), Of(3, 9)]);
        Assert.Equal(5, entry.Means["error"]);
        Assert.Equal(Math.Sqrt((9 + 1 + 16) / 2.0), entry.Deviations["error"], 12);

        static Run Of(int seed, double error) => new(seed, 0.1, new Dictionary<string, double> { ["error"] = error });
    }

    [Fact]
    public void A_missed_target_is_said_to_be_missed()
    {
        var claim = Claim.All.Single(each => each.Name == "pca");
        Assert.Contains("target **missed**", LedgerFile.Measured(claim, Of(13.9)));
        Assert.Contains("target reached", LedgerFile.Measured(claim, Of(13.8663)));

        static Entry Of(double error) => new("pca", "a CPU", [new(1, 0, new Dictionary<string, double> { ["squared error"] = error })]);
    }
}
