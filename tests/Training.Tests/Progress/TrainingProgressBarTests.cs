using Workbook.Display;

namespace Workbook.Training.Tests;

[Collection("the screen")]
public class TrainingProgressBarTests
{
    private static TrainingProgress At(long step, RunState state, params (string Name, double Value)[] terms) => new(
        Epoch: 2, Epochs: 3, Step: step, Steps: 1407, ExamplesPerSecond: 21400.4, TimeLeft: TimeSpan.FromSeconds(72),
        Terms: terms.ToDictionary(term => term.Name, term => term.Value), History: new(), state);

    [Fact]
    public void It_says_how_far_the_loss_the_pace_and_the_time_left()
    {
        var bar = Shown(At(469, RunState.Running, ("reconstruction", 101.25), ("divergence", 20.5)), out _);
        Assert.Equal("━━━━━━━━━━──────────────────── epoch 2 of 3, step 469 of 1,407 · loss 121.75 (reconstruction 101.25, divergence 20.5) · 21,400 examples/s · 0:01:12 left", bar.Text);
        Assert.Contains("<progress max=\"1\" value=\"0.3333\"", (string)bar.Formats["text/html"]);
    }

    [Fact]
    public void The_end_is_a_full_bar()
    {
        var bar = Shown(At(1407, RunState.Finished, ("loss", 99.5)), out _);
        Assert.Equal($"{new string('━', 30)} epoch 2 of 3, step 1,407 of 1,407 · loss 99.5 · done", bar.Text);
    }

    [Fact]
    public void It_is_updated_in_place_and_a_new_run_gets_a_new_bar()
    {
        Shown(At(1, RunState.Running, ("loss", 1)), out var screen, At(2, RunState.Finished, ("loss", 1)), At(3, RunState.Running, ("loss", 1)));
        Assert.Equal(["show 1", "update 1", "show 2"], screen.Calls);
    }

    private static MimeBundle Shown(TrainingProgress first, out Recorder recorder, params TrainingProgress[] more)
    {
        var (before, bar) = (Screen.Current, new TrainingProgressBar());
        Screen.Current = recorder = new Recorder();
        try
        {
            bar.Report(first);
            foreach (var report in more) bar.Report(report);
            return bar.ToMime();
        }
        finally
        {
            Screen.Current = before;
        }
    }

    private sealed class Recorder : IScreen
    {
        private readonly List<string> ids = [];

        public List<string> Calls { get; } = [];

        public void Show(string id, MimeBundle bundle)
        {
            ids.Add(id);
            Calls.Add($"show {ids.Count}");
        }

        public void Update(string id, MimeBundle bundle) => Calls.Add($"update {ids.IndexOf(id) + 1}");
    }
}
