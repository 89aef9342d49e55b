using System.Text.Json.Nodes;
using Workbook.Training;

namespace Workbook.Course.Tests;

[Collection(OneScreen.Name)]
public sealed class LiveCurveTests
{
    private static TrainingProgress At(TrainingHistory history, RunState state, double loss = 0.5) =>
        new(1, 3, state == RunState.Finished ? 10 : history.Steps.Count, 10, 1234, TimeSpan.FromSeconds(65), new Dictionary<string, double> { ["loss"] = loss }, history, state);

    [Fact]
    public void A_thousand_reports_in_an_instant_draw_twice()
    {
        using var screen = new RecordedScreen();
        var curve = new LiveCurve();
        for (var i = 0; i < 1000; i++) curve.Report(At(new(), RunState.Running));
        curve.Report(At(new(), RunState.Finished));
        Assert.Single(screen.Shows);
        var last = Assert.Single(screen.Updates);
        Assert.Equal(screen.Shows[0].Id, last.Id);
        Assert.EndsWith("done", last.Bundle.Text);
    }

    [Fact]
    public void A_console_gets_a_line_at_the_start_and_one_at_the_end()
    {
        var (before, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        try
        {
            foreach (var progress in (IProgress<TrainingProgress>[])[new LiveCurve(), new TrainingProgressBar()])
            {
                for (var i = 0; i < 1000; i++) progress.Report(At(new(), RunState.Running));
                progress.Report(At(new(), RunState.Finished));
            }
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.Equal(4, printed.ToString().TrimEnd().Split(Environment.NewLine).Length);
    }

    [Fact]
    public void It_says_where_training_stands()
    {
        using var screen = new RecordedScreen();
        new LiveCurve().Report(At(new(), RunState.Running));
        Assert.Equal("epoch 1 of 3, loss 0.5, 1,234 examples/s, 1:05 left", screen.Shows[0].Bundle.Text);
    }

    [Fact]
    public void A_long_training_is_thinned_to_means_of_neighbours()
    {
        var losses = Enumerable.Range(1, 900).Select(step => (double)step).ToArray();      // three hundred triples: 2, 5, 8, …
        var trace = (JsonObject)LiveCurve.Curve(losses).ToPlotly()["data"]![0]!;
        var (x, y) = (trace["x"]!.AsArray().Select(value => (double)value!), trace["y"]!.AsArray().Select(value => (double)value!));
        var middles = Enumerable.Range(0, 300).Select(i => 3.0 * i + 2).ToArray();
        Assert.Equal(middles, x);
        Assert.Equal(middles, y);
    }
}
