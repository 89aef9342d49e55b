using System.Diagnostics;
using System.Globalization;
using System.Net;
using Workbook.Display;

namespace Workbook.Training;

/// <summary>A bar on the screen, updated in place: how far, the loss, the pace, the time left. On a console, where an update is one more line, one in ten seconds.</summary>
[TypeFormatterSource("text/html", "text/plain")]
public sealed class TrainingProgressBar : IProgress<TrainingProgress>, IShowable
{
    private const int Cells = 30;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private readonly Stopwatch clock = new();
    private TrainingProgress? now;
    private Shown? shown;

    /// <summary>Shows the report in place of the one before it; a new run gets a new bar.</summary>
    public void Report(TrainingProgress value)
    {
        now = value;
        if (shown is { InPlace: false } && value.State == RunState.Running && clock.Elapsed < BetweenLines) return;
        clock.Restart();
        if (shown is null) shown = this.Show();
        else shown.Update(this);
        if (value.State != RunState.Running) shown = null;
    }

    /// <inheritdoc/>
    public MimeBundle ToMime()
    {
        if (now is null) return MimeBundle.Plain("Training has not begun.");
        var done = now.Steps == 0 ? 1 : Math.Clamp(now.Step / (double)now.Steps, 0, 1);
        var filled = (int)(done * Cells);
        var words = Words(now);
        return MimeBundle.Plain($"{new string('━', filled)}{new string('─', Cells - filled)} {words}")
            .With("text/html", string.Create(CultureInfo.InvariantCulture,
                $"<div style=\"font-family:monospace\"><progress max=\"1\" value=\"{done:F4}\" style=\"width:20em;vertical-align:middle\"></progress> {WebUtility.HtmlEncode(words)}</div>"));
    }

    private static string Words(TrainingProgress at)
    {
        var culture = CultureInfo.InvariantCulture;
        var place = string.Create(culture, $"epoch {at.Epoch} of {at.Epochs:0.##}, step {at.Step:N0} of {at.Steps:N0}");
        var loss = at.Terms.Count == 0 ? "" : string.Create(culture, $" · loss {at.Loss:G5}")
            + (at.Terms.Count == 1 ? "" : $" ({string.Join(", ", at.Terms.Select(term => string.Create(culture, $"{term.Key} {term.Value:G5}")))})");
        var heldAside = at.History.Epochs.LastOrDefault()?.ValidationLoss is { } validation ? string.Create(culture, $" · held aside {validation:G5}") : "";
        var rest = at.State switch                                                   // a finished run says nothing that changes from run to run
        {
            RunState.Finished when at.EndedEarly => " · ended early: what is held aside gained no more",
            RunState.Finished => " · done",
            RunState.Stopped => " · stopped",
            _ when at.TimeLeft is { } left => string.Create(culture, $" · {at.ExamplesPerSecond:N0} examples/s · {left:h\\:mm\\:ss} left"),
            _ => string.Create(culture, $" · {at.ExamplesPerSecond:N0} examples/s"),
        };
        return place + loss + heldAside + rest;
    }
}
