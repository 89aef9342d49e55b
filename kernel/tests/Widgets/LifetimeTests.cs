namespace Workbook.Kernel.Tests;

/// <summary>How long a widget lives: the page never says that it threw a view away.</summary>
public sealed class LifetimeTests : IDisposable
{
    private const string Cell = "Interact.With(new IntSlider { Max = 9 }, n => n * n)";
    private const int PartsOfIt = 7;                   // the box, the slider and its style, the output, and three layouts
    private readonly Page page = new();

    public void Dispose() => page.Dispose();

    [Fact]
    public void Running_a_cell_again_lets_go_of_what_its_earlier_runs_showed()
    {
        for (var i = 0; i < 40; i++) page.Run(Cell);
        page.Run("GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();");
        page.Run("1");
        Assert.InRange(page.Count, PartsOfIt, 8 * PartsOfIt);
        page.Set("IntSliderModel", "value", 5);
        Assert.Equal("25", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
    }

    [Fact]
    public void A_cell_that_the_page_names_keeps_only_its_last_run()
    {
        for (var i = 0; i < 5; i++) page.RunNamed("c1", Cell);
        page.RunNamed("c2", "GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();");
        page.RunNamed("c2", "1");
        Assert.InRange(page.Count, 1, PartsOfIt);
    }

    [Fact]
    public void What_is_shown_and_what_a_variable_holds_is_not_collected()
    {
        page.Run("var kept = new IntSlider { Value = 1 };\nkept");
        var name = page.Named("IntSliderModel");
        page.Run(Cell.Replace("n * n", "n + 1"));
        for (var i = 0; i < 20; i++) page.Run("GC.Collect(); GC.WaitForPendingFinalizers();");
        page.Set("IntSliderModel", "value", 6);
        Assert.Equal("7", (string?)page.State("OutputModel")["outputs"]![0]!["data"]!["text/plain"]);
        page.Run("kept.Value = 8;");
        Assert.Contains(page.Heard, message => message.Type == "comm_msg" && (string?)message.Content["comm_id"] == name);
    }
}
