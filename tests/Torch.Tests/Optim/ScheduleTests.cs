using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Workbook.Torch.Tests;

public class ScheduleTests
{
    private static readonly double[] Metrics = [5, 4, 4, 4, 4, 3, 3.5, 3, 3, 3, 3, 2, 2, 2, 2, 2];

    private static readonly Dictionary<string, JsonElement> Recorded = RecordedFile.Cases("torch-training.json")
        .Where(found => found.Name.StartsWith("schedules: ", StringComparison.Ordinal))
        .ToDictionary(found => found.Name["schedules: ".Length..], found => found.Value);

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Ours = new()
    {
        ["StepLR"] = o => StepLR(o, 4, 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [3, 5, 11], 0.5),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.9),
        ["LambdaLR"] = o => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        ["MultiplicativeLR"] = o => MultiplicativeLR(o, epoch => 1 - 0.01 * epoch),
        ["ConstantLR"] = o => ConstantLR(o, 0.25, 4),
        ["LinearLR"] = o => LinearLR(o, 0.2, 0.9, 7),
        ["PolynomialLR"] = o => PolynomialLR(o, 9, 2),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 6, 0.01),
        ["SequentialLR"] = o => SequentialLR(o, [LinearLR(o, 0.1, total_iters: 4), ExponentialLR(o, 0.9), CosineAnnealingLR(o, 5)], [4, 9]),
        ["ChainedLR"] = o => ChainedLR([ConstantLR(o, 0.1, 3), ExponentialLR(o, 0.9)]),
        ["OneCycleLR"] = o => new impl.OneCycleLR(o, [0.5, 0.8], total_steps: 16),
        ["OneCycleLR in three phases"] = o => OneCycleLR(
            o, 0.5, epochs: 4, steps_per_epoch: 4, pct_start: 0.25, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true, cycle_momentum: false),
        ["ReduceLROnPlateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.02]),
        ["ReduceLROnPlateau upwards"] = o => ReduceLROnPlateau(o, "max", 0.5, patience: 1, threshold: 0.5, threshold_mode: "abs"),
    };

    public static TheoryData<string> Cases => [.. Recorded.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_schedule_sets_the_rates_and_momenta_that_PyTorch_set(string name)
    {
        using var scope = NewDisposeScope();
        var groups = new[] { new SGD.ParamGroup([new Parameter(zeros(2))], lr: 0.1, momentum: 0.9), new SGD.ParamGroup([new Parameter(zeros(2))], lr: 0.4, momentum: 0.9) };
        using var optimizer = SGD(groups, 0.1, momentum: 0.9);
        var schedule = Ours[name](optimizer);
        var t = 0;
        foreach (var row in Recorded[name].EnumerateArray())
        {
            var expected = row.EnumerateArray().Select(value => value.GetDouble()).ToArray();
            double[] found = [.. groups.Select(group => group.LearningRate), .. groups.Select(group => group.Momentum)];
            for (var i = 0; i < 4; i++) Assert.Equal(expected[i], found[i], 1e-12);
            if (name == "ReduceLROnPlateau") schedule.step(Metrics[t]);
            else if (name == "ReduceLROnPlateau upwards") schedule.step(-Metrics[t]);
            else schedule.step();
            Assert.Equal(groups.Select(group => group.LearningRate), schedule.get_last_lr());
            t++;
        }
    }

    [Fact]
    public void Every_schedule_here_was_recorded() => Assert.Empty(Ours.Keys.Except(Recorded.Keys));

    [Fact]
    public void Plateaus_are_seen_only_with_a_metric()
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = SGD([parameter], 0.1);
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(optimizer).step());
    }
}
