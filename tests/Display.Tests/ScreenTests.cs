namespace Workbook.Display.Tests;

/// <summary>The screen is one for the whole process, so these tests share a class and run one after the other.</summary>
[Collection("screen")]
public sealed class ScreenTests : IDisposable
{
    private readonly IScreen? before = Screen.Current;
    private readonly TextWriter console = Console.Out;

    public void Dispose()
    {
        Screen.Current = before;
        Console.SetOut(console);
    }

    [Fact]
    public void Without_a_kernel_showing_and_updating_print_the_plain_text()
    {
        using var printed = new StringWriter();
        Console.SetOut(printed);
        new ProgressBar("Job", 0).Show().Update(new ProgressBar("Job", 1));
        Assert.Equal(["Job [                    ] 0 %", "Job [####################] 100 %"], printed.ToString().TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void An_update_reaches_the_screen_under_the_name_the_thing_was_shown_by()
    {
        var screen = new Recorder();
        Screen.Current = screen;
        var (first, second) = (new ProgressBar("A", 0).Show(), new ProgressBar("B", 0).Show());
        first.Update(new ProgressBar("A", 0.5));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([("show", first.Id), ("show", second.Id), ("update", first.Id)], screen.Calls);
    }

    [Fact]
    public void On_a_console_an_update_is_one_more_line_and_says_so()
    {
        using var printed = new StringWriter();
        Console.SetOut(printed);
        Assert.False(new ProgressBar("Job", 0).Show().InPlace);
        Screen.Current = new Recorder();
        Assert.True(new ProgressBar("Job", 0).Show().InPlace);
    }

    private sealed class Recorder : IScreen
    {
        public List<(string, string)> Calls { get; } = [];

        public void Show(string id, MimeBundle bundle) => Calls.Add(("show", id));

        public void Update(string id, MimeBundle bundle) => Calls.Add(("update", id));
    }
}
