using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Workbook.Display;
using Workbook.Figures;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>The loss as it falls, redrawn in place at most twice a second; on a console, where an update is one more line, once in ten seconds.</summary>
/// <param name="unit">What the loss counts; nats per example unless said.</param>
[TypeFormatterSource(PlotlyMime, "text/html", "text/plain")]
public sealed class LiveCurve(string unit = LiveCurve.Nats) : IProgress<TrainingProgress>, IShowable
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";
    private const int MostPoints = 300;
    private const string Nats = "nats per example";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500), BetweenLines = TimeSpan.FromSeconds(10);
    private readonly Stopwatch clock = new();
    private TrainingProgress? now;
    private Shown? shown;

    /// <summary>Takes a report, and draws if the last drawing is old enough or this report is the last.</summary>
    public void Report(TrainingProgress value)
    {
        now = value;
        if (value.State == RunState.Running && clock.IsRunning && clock.Elapsed < (shown is { InPlace: false } ? BetweenLines : Between)) return;
        clock.Restart();
        if (shown is null) shown = this.Show();
        else shown.Update(this);
    }

    /// <summary>The curve so far; words while there is nothing to draw, in the same formats, so that the curve can take their place.</summary>
    public MimeBundle ToMime() => now is { History.Steps.Count: > 1 }
        ? Curve(now, unit).Titled(Words(now)).ToMime()
        : Empty(now is null ? "Training has not begun." : Words(now));

    private static MimeBundle Empty(string words) => MimeBundle.Plain(words)
        .With("text/html", $"<div>{WebUtility.HtmlEncode(words)}</div>")
        .With(PlotlyMime, new JsonObject { ["data"] = new JsonArray(), ["layout"] = new JsonObject { ["title"] = new JsonObject { ["text"] = words } } });

    /// <summary>The loss of each step against the number of the step, thinned to a few hundred points, each the mean of its neighbours.</summary>
    public static Figure Curve(IReadOnlyList<double> losses, string unit = Nats)
    {
        var width = (losses.Count + MostPoints - 1) / MostPoints;
        var means = losses.Chunk(width).Select(chunk => chunk.Average()).ToArray();
        return Figure.Line(means.Select((_, i) => (i + 0.5) * width + 0.5), means).Axes("step", $"loss, {unit}");
    }

    private static Figure Curve(TrainingProgress at, string unit)
    {
        var (curve, validated) = (Curve(at.History.Steps, unit), at.History.Epochs.Where(epoch => epoch.ValidationLoss is not null).ToArray());
        if (validated.Length == 0) return curve;
        var stepsPerEpoch = at.Steps / at.Epochs;
        return curve.Named("learned from").And(Figure.Scatter(validated.Select(epoch => epoch.Epoch * stepsPerEpoch), validated.Select(epoch => epoch.ValidationLoss!.Value)).Named("held aside"));
    }

    private static string Words(TrainingProgress at)
    {
        var rest = at.State switch                                                   // a finished run says nothing that changes from run to run
        {
            RunState.Finished when at.EndedEarly => "ended early: what is held aside gained no more",
            RunState.Finished => "done",
            RunState.Stopped => "stopped",
            _ when at.TimeLeft is { } left => string.Create(CultureInfo.InvariantCulture, $"{at.ExamplesPerSecond:N0} examples/s, {left:m\\:ss} left"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{at.ExamplesPerSecond:N0} examples/s"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"epoch {at.Epoch} of {at.Epochs:0.##}, loss {at.Loss:G5}, {rest}");
    }
}
