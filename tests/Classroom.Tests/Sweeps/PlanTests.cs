using Workbook.Course;
using Workbook.Models;
using Workbook.Sweeps;

namespace Workbook.Classroom.Tests;

/// <summary>What is typed becomes a grid, or is refused before anything runs.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData("2,5,10", new[] { "2", "5", "10" })]
    [InlineData("1..3,7", new[] { "1", "2", "3", "7" })]
    [InlineData("[500,300], [400]", new[] { "[500,300]", "[400]" })]
    [InlineData("-1..1", new[] { "-1", "0", "1" })]
    public void Values_are_listed_with_ranges_and_brackets(string text, string[] values) => Assert.Equal(values, Values.Split(text));

    [Fact]
    public void A_value_is_of_its_property_s_type()
    {
        Assert.Equal(1e-3, Values.Parse("1e-3", typeof(double)));
        Assert.Equal(60_000L, Values.Parse("60,000", typeof(long)));
        Assert.Equal(new[] { 500, 300 }, Values.Parse("[500, 300]", typeof(IReadOnlyList<int>)));
        Assert.Equal(Activation.Silu, Values.Parse("silu", typeof(Activation)));
        Assert.IsType<LearnedGaussianLikelihood>(Values.Parse("LearnedGaussian", typeof(Likelihood)));
        Assert.Equal(GradientEstimator.Total, Values.Parse("total", typeof(GradientEstimator)));
        Assert.Null(Values.Parse("none", typeof(int?)));
        Assert.Equal(5, Values.Parse("5", typeof(int?)));
    }

    [Fact]
    public void The_grid_has_every_combination_once_the_last_setting_changing_fastest()
    {
        var plan = Plan.Of("vae", "digits", false, ["latentsize=2,5", "Seed=1..2"]);
        Assert.Equal(["LatentSize=2 Seed=1", "LatentSize=2 Seed=2", "LatentSize=5 Seed=1", "LatentSize=5 Seed=2"], plan.Points().Select(point => point.ToString()));
        Assert.Equal(4, plan.Points().Select(point => point.Key).Distinct().Count());
    }

    [Fact]
    public void A_point_keeps_its_name_however_it_is_typed()
    {
        string Key(params string[] typed) => Assert.Single(Plan.Of("VaeRun", "digits", false, typed).Points()).Key;
        Assert.Equal(Key("Beta=2", "LearningRate=1e-3"), Key("learningrate=0.001", "beta=2.0"));
        Assert.NotEqual(Key("Beta=2"), Key("Beta=3"));
        Assert.NotEqual(Key("Beta=2"), Assert.Single(Plan.Of("VaeRun", "mnist", false, ["Beta=2"]).Points()).Key);
        Assert.NotEqual(Key("Beta=2"), Assert.Single(Plan.Of("VaeRun", "digits", true, ["Beta=2"]).Points()).Key);
        Assert.Equal(2, Plan.Of("VaeRun", "digits", false, ["Beta=2,2.0,02"]).Repeated);
    }

    [Theory]
    [InlineData("VeaRun", "there is no run 'VeaRun' that learns from images; there are AutoencoderRun, ")]
    [InlineData("VaeRun LatentSiz=2", "VaeRun has no setting 'LatentSiz'; it has ")]
    [InlineData("VaeRun LatentSize=2.5", "LatentSize: expected a whole number, got '2.5'")]
    [InlineData("VaeRun LearningRate=NaN", "LearningRate: expected a finite number, got 'NaN'")]
    [InlineData("VaeRun Binarise=perhaps", "Binarise: expected true or false, got 'perhaps'")]
    [InlineData("VaeRun LatentSize=2,,3", "LatentSize: between two commas nothing stands")]
    [InlineData("VaeRun LatentSize=", "LatentSize: between two commas nothing stands")]
    [InlineData("VaeRun HiddenSizes=400", "HiddenSizes: expected a list such as [500,300], got '400'")]
    [InlineData("VaeRun HiddenSizes=[400", "HiddenSizes: a bracket is not closed")]
    [InlineData("VaeRun Activation=Softplus", "Activation: expected Identity, Relu, Tanh, Sigmoid or Silu, got 'Softplus'")]
    [InlineData("VaeRun Seed=3..1", "Seed: the range 3..1 runs backwards")]
    [InlineData("VaeRun Seed=1 seed=2", "Seed is given twice: ")]
    [InlineData("VaeRun LatentSize", "expected NAME=VALUES, got 'LatentSize'")]
    [InlineData("VaeRun Progress=none", "VaeRun has no setting 'Progress'; ")]
    [InlineData("VaeRun Schedule=cosine", "VaeRun has no setting 'Schedule'; ")]
    public void What_is_typed_wrongly_is_refused_with_what_would_be_right(string typed, string refusal)
    {
        var words = typed.Split(' ');
        Assert.StartsWith(refusal, Assert.Throws<FormatException>(() => Plan.Of(words[0], "digits", false, words[1..])).Message);
    }

    [Fact]
    public void Every_run_on_images_can_be_swept() =>
        Assert.Superset(new HashSet<string> { nameof(AutoencoderRun), nameof(SparseRun), nameof(ContractiveRun), nameof(VaeRun), nameof(ConditionalVaeRun), nameof(SemiSupervisedVaeRun), nameof(DisentanglingRun) },
            RunKind.All.Select(kind => kind.Name).ToHashSet());

    // Two groups of two seeds, by hand: means 2 and 6, deviations √2 and 0.
    [Fact]
    public void The_table_takes_mean_and_deviation_over_the_seeds()
    {
        var plan = Plan.Of("VaeRun", "digits", false, ["Beta=1,2", "Seed=1..2"]);
        double[] losses = [1, 3, 6, 6];
        var table = new Table(plan, plan.Points().Zip(losses, (point, loss) => new Sweeps.Outcome(point.Key, point.Settings, new Dictionary<string, double> { ["Loss"] = loss }, 1, null)));
        Assert.Equal("Beta,Runs,Loss,Loss deviation\r\n1,2,2,1.4142135623730951\r\n2,2,6,0\r\n", table.SummaryCsv().ReplaceLineEndings("\r\n"));
        Assert.Equal("Beta,Seed,Loss,Seconds,Failure\r\n1,1,1,1,\r\n1,2,3,1,\r\n2,1,6,1,\r\n2,2,6,1,\r\n", table.Csv().ReplaceLineEndings("\r\n"));
        Assert.Contains("Loss", ResultPage.Plot(table, "Loss")!.ToString());
    }
}
