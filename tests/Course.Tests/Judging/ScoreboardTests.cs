namespace Workbook.Course.Tests;

public sealed class ScoreboardTests
{
    private static Judgement Of(string name, double error, double probe, double midpoints, string factor = "slant") => new(name, 2, error, probe, 0.5, 0.5,
        new Dictionary<string, double> { [factor] = 0.5 }, 0.1, 0.1, 0.001, new(5, 5, 0.01), midpoints);

    [Fact]
    public void The_best_of_a_row_is_starred_as_its_wish_says()
    {
        var lines = new Scoreboard(Of("first", 12, 0.9, 0.5), Of("second", 0, 0.2, 1.6)).ToString().Split('\n');
        Assert.Equal("                           wish   first   second", lines[0]);
        Assert.Equal("numbers in the code                   2        2", lines[1]);
        Assert.Equal("held-out squared error        ↓    12.0        0*", lines[2]);
        Assert.Equal("digit, linear probe           ↑    0.90*    0.20", lines[3]);
        Assert.Equal("mid-points to data          → 1    0.50     1.60*", lines[^1]);     // log 1.6 < log 2
    }

    [Fact]
    public void The_table_stands_in_html_too()
    {
        var html = (string)new Scoreboard(Of("a < b", 12, 0.9, 0.5)).ToMime().Formats["text/html"];
        Assert.Contains("<th>a &lt; b</th>", html);
        Assert.Contains("<td><b>12.0</b></td>", html);
    }

    [Fact]
    public void The_figure_has_a_panel_a_measure_and_names_each_model_once()
    {
        var bars = new Scoreboard(Of("a", 1, 1, 1), Of("b", 2, 1, 1)).ToFigure().ToPlotly()["data"]!.AsArray();
        Assert.Equal(11, bars.Select(bar => (string?)bar!["xaxis"]).Distinct().Count());
        Assert.Equal(["a", "b"], bars.Where(bar => (bool?)bar!["showlegend"] != false).Select(bar => (string?)bar!["name"]));
        Assert.Equal(2, bars.Select(bar => (string?)bar!["marker"]!["color"]).Distinct().Count());
        Assert.Equal([1, 2], bars.Take(2).Select(bar => (double)bar!["y"]![0]!));
    }

    [Fact]
    public void Other_measures_and_no_judgement_are_refused()
    {
        Assert.StartsWith("judged: b has other measures than a", Assert.Throws<ArgumentException>(() => new Scoreboard(Of("a", 1, 1, 1), Of("b", 1, 1, 1, "style"))).Message);
        Assert.StartsWith("judged: expected one judgement or more", Assert.Throws<ArgumentException>(() => new Scoreboard()).Message);
    }
}
