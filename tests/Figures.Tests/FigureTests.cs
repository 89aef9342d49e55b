using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Figures.Tests;

public sealed class FigureTests
{
    private static readonly double[] Two = [1, 2], Three = [1, 2, 3];

    [Fact]
    public void Every_method_returns_a_new_figure_and_leaves_the_old_one_as_it_was()
    {
        var figure = Figure.Line(Three, Three);
        var before = figure.ToJson();
        Figure[] changed = [figure.Titled("t"), figure.Axes("x", "y"), figure.Named("n"), figure.And(figure), figure.Sized(300, 300), figure.EqualAspect(), figure.LogX(), figure.LogY(), figure.Marked(2, "m"),
            figure.Levelled(2), figure.Within(x: (0, 9)), figure.Dotted(), figure.Faded(0.5), figure.Coloured("red"), figure.PointSize(9), Figure.Row(figure, figure), Figure.Slider("s", [(0, figure)])];
        Assert.Equal(before, figure.ToJson());
        Assert.All(changed, other => Assert.NotEqual(figure, other));
        Assert.Equal(changed.Length, changed.Select(other => other.ToJson()).Distinct().Count());
    }

    [Fact]
    public void What_a_caller_does_with_the_json_or_with_the_numbers_later_changes_nothing()
    {
        double[] numbers = [1, 2, 3];
        var figure = Figure.Line(numbers);
        var before = figure.ToJson();
        numbers[0] = 99;
        figure.ToPlotly()["data"]!.AsArray().Clear();
        ((JsonNode)figure.ToMime().Formats["application/vnd.plotly.v1+json"])["layout"] = null;
        Assert.Equal(before, figure.ToJson());
    }

    [Fact]
    public void A_grid_of_one_keeps_the_title_and_one_of_two_hands_titles_down()
    {
        var figure = Figure.Line(Three).Titled("t");
        Assert.Equal("t", (string?)Figure.Grid(1, figure).ToPlotly()["layout"]!["title"]!["text"]);
        var two = Figure.Row(figure, figure).ToPlotly()["layout"]!;
        Assert.Null(two["title"]);
        Assert.Equal(["t", "t"], two["annotations"]!.AsArray().Select(note => (string?)note!["text"]));
    }

    [Fact]
    public void Figures_that_draw_the_same_are_equal()
    {
        Assert.Equal(Figure.Line(Three).Titled("t").Axes("x"), Figure.Line(Three).Axes("x").Titled("t"));
        Assert.NotEqual(Figure.Line(Three), Figure.Line(Two));
        Assert.Equal(Figure.Line(Three).GetHashCode(), Figure.Line(Three).GetHashCode());
    }

    [Fact]
    public void It_does_not_matter_in_which_order_a_figure_is_told_of_its_axes()
    {
        var marked = Figure.Line([1, 10, 100], [1, 10, 100]).Marked(10, "ten").Levelled(10, "ten").Within(x: (1, 1000), y: (1, 1000)).LogX().LogY();
        Assert.Equal(marked, Figure.Line([1, 10, 100], [1, 10, 100]).LogX().LogY().Within(x: (1, 1000)).Within(y: (1, 1000)).Marked(10, "ten").Levelled(10, "ten"));
        var layout = marked.ToPlotly()["layout"]!;
        Assert.Equal("[0,3]", layout["xaxis"]!["range"]!.ToJsonString());          // decades
        Assert.Equal((10, 1), ((double?)layout["shapes"]![0]!["x0"], (double?)layout["annotations"]![0]!["x"]));
    }

    [Theory]
    [InlineData(3, 30, "[5,10,20]")]
    [InlineData(100, 1000, "[100,200,500,1000]")]
    [InlineData(0.02, 0.9, "[0.02,0.05,0.1,0.2,0.5]")]
    [InlineData(1, 1000, null)]                 // powers of ten are enough
    [InlineData(0, 10, null)]                   // there is no logarithm of zero
    public void A_short_logarithmic_axis_is_marked_within_its_decades(double low, double high, string? marks)
    {
        var axis = Figure.Line([low, high], [low, high]).LogX().ToPlotly()["layout"]!["xaxis"]!;
        Assert.Equal(marks, axis["tickvals"]?.ToJsonString());
        Assert.Equal(marks is null, axis["dtick"] is not null);
    }

    [Theory]
    [InlineData(3, 10, "h", 78)]                // one line of 26 pixels under a title of 52
    [InlineData(3, 34, "h", 116)]               // one name a line
    [InlineData(6, 34, null, 52)]               // too many: at the right
    public void A_legend_stands_above_the_axes_in_as_many_lines_as_it_needs_or_at_their_right(int names, int letters, string? orientation, int top)
    {
        var lines = Enumerable.Range(0, names).Select(number => Figure.Line(Three).Named($"{number}".PadRight(letters, 'x')));
        var layout = lines.Aggregate((all, line) => all.And(line)).Titled("title").ToPlotly()["layout"]!;
        Assert.Equal((orientation, top), ((string?)layout["legend"]!["orientation"], (int)layout["margin"]!["t"]!));
    }

    [Fact]
    public void What_is_asked_of_a_grid_or_a_slider_is_asked_of_every_panel_and_frame()
    {
        var (left, right) = (Figure.Line(Three), Figure.Scatter(Two, Two));
        Assert.Equal(Figure.Row(left.LogY().Marked(1), right.LogY().Marked(1)), Figure.Row(left, right).LogY().Marked(1));
        Assert.Equal(Figure.Slider("epoch", [(0, left.Axes("x").Named("n"))]), Figure.Slider("epoch", [(0, left)]).Axes("x").Named("n"));
    }

    [Fact]
    public void A_colour_that_was_chosen_belongs_to_the_name_in_other_panels_too()
    {
        var data = Figure.Row(Figure.Line(Three).Named("a").Coloured("black").Dotted(), Figure.Bars(Two, Two).Named("a"), Figure.Bars(Two, Two).Named("b")).ToPlotly()["data"]!;
        Assert.Equal(("black", "black"), ((string?)data[0]!["line"]!["color"], (string?)data[0]!["marker"]!["color"]));
        Assert.Equal("black", (string?)data[1]!["marker"]!["color"]);
        Assert.NotEqual("black", (string?)data[2]!["marker"]!["color"]);
    }

    [Fact]
    public void Every_panel_has_its_own_colour_scale_beside_it()
    {
        var json = Figure.Row(Figure.Heatmap(new[,] { { 1.0, 2 } }), Figure.Heatmap(new[,] { { 3.0, 4 } })).ToPlotly();
        double Right(string axis) => (double)json["layout"]![axis]!["domain"]![1]!;
        double Scale(int trace) => (double)json["data"]![trace]!["colorbar"]!["x"]!;
        Assert.True(Right("xaxis") < Scale(0) && Scale(0) < (double)json["layout"]!["xaxis2"]!["domain"]![0]! && Right("xaxis2") < Scale(1));
    }

    [Fact]
    public void An_overlay_keeps_its_own_title_and_labels_and_takes_what_it_lacks()
    {
        var layout = Figure.Line(Three).Axes(x: "mine").And(Figure.Line(Three).Titled("theirs").Axes("x", "theirs")).ToPlotly()["layout"]!;
        Assert.Equal(("mine", "theirs", "theirs"), ((string?)layout["xaxis"]!["title"]!["text"], (string?)layout["yaxis"]!["title"]!["text"], (string?)layout["title"]!["text"]));
    }

    [Fact]
    public void One_name_has_one_colour_and_one_legend_entry_all_over_a_grid()
    {
        var left = Figure.Line(Three).Named("train").And(Figure.Line(Three).Named("test"));
        var right = Figure.Line(Three).Named("test");
        var data = Figure.Row(left, right).ToPlotly()["data"]!.AsArray();
        Assert.Equal((string?)data[1]!["line"]!["color"], (string?)data[2]!["line"]!["color"]);
        Assert.NotEqual((string?)data[0]!["line"]!["color"], (string?)data[1]!["line"]!["color"]);
        Assert.Null(data[1]!["showlegend"]);
        Assert.False((bool?)data[2]!["showlegend"]);
    }

    [Fact]
    public void Panels_of_a_grid_do_not_overlap_and_stay_on_the_sheet()
    {
        var layout = Figure.Grid(3, Enumerable.Repeat(Figure.Heatmap(new[,] { { 1.0 } }).Titled("t"), 7)).ToPlotly()["layout"]!;
        var domains = Enumerable.Range(1, 7).Select(i => i == 1 ? "" : $"{i}").Select(i => (X: Ends(layout["xaxis" + i]!), Y: Ends(layout["yaxis" + i]!))).ToArray();
        Assert.All(domains, domain => Assert.True(domain.X.Low >= 0 && domain.X.High <= 1 && domain.Y.Low >= -1e-4 && domain.Y.High <= 1));
        for (var i = 0; i < 7; i++)
            for (var j = 0; j < i; j++)
                Assert.True(domains[i].X.Low > domains[j].X.High || domains[j].X.Low > domains[i].X.High || domains[i].Y.Low > domains[j].Y.High || domains[j].Y.Low > domains[i].Y.High, $"{i} and {j}");
        static (double Low, double High) Ends(JsonNode axis) => ((double)axis["domain"]![0]!, (double)axis["domain"]![1]!);
    }

    [Fact]
    public void Frames_of_a_slider_share_ranges_that_hold_all_their_data_and_repeat_no_style()
    {
        var json = Figure.Slider("epoch", [(1, Figure.Line([0.0, 1], [0.0, 1])), (2, Figure.Line([0.0, 2], [-8.0, 3]))], start: -1).ToPlotly();
        double low = (double)json["layout"]!["yaxis"]!["range"]![0]!, high = (double)json["layout"]!["yaxis"]!["range"]![1]!;
        Assert.True(low < -8 && high > 3);
        Assert.Equal("[0,2]", json["data"]![0]!["x"]!.ToJsonString());                                                    // the last frame is shown
        Assert.Equal("""{"x":[0,1],"y":[0,1]}""", json["frames"]![0]!["data"]![0]!.ToJsonString());
    }

    [Fact]
    public void Heatmaps_under_a_slider_share_one_colour_scale()
    {
        var data = Figure.Slider("epoch", [(1, Figure.Heatmap(new[,] { { -1.0, 2 } }, signed: true)), (2, Figure.Heatmap(new[,] { { -5.0, 3 } }, signed: true))]).ToPlotly()["data"]![0]!;
        Assert.Equal((-5, 5), ((double?)data["zmin"], (double?)data["zmax"]));
    }

    [Fact]
    public void A_figure_comes_as_plotly_json_as_a_page_fragment_and_in_words()
    {
        var bundle = Figure.Line(Three).Titled("</script><script>alert(1)").ToMime();
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Formats.Keys.Order());
        Assert.StartsWith("Line: </script>", bundle.Text);
        var html = (string)bundle.Formats["text/html"];
        Assert.DoesNotContain("</script><script>", html);
        Assert.DoesNotContain("http", html);                // nothing is fetched from anywhere
        Assert.Equal(html, (string)Figure.Line(Three).Titled("</script><script>alert(1)").ToMime().Formats["text/html"]);
    }

    [Fact]
    public void A_shown_figure_can_be_replaced_in_place()
    {
        var (before, screen) = (Screen.Current, new Recorder());
        Screen.Current = screen;
        try { Figure.Line(Two).Show().Update(Figure.Line(Three)); }
        finally { Screen.Current = before; }
        Assert.Equal(["show 2 points", "update 3 points"], screen.Events);
    }

    private sealed class Recorder : IScreen
    {
        public List<string> Events { get; } = [];
        public void Show(string id, MimeBundle bundle) => Events.Add("show " + bundle.Text[^8..]);
        public void Update(string id, MimeBundle bundle) => Events.Add("update " + bundle.Text[^8..]);
    }
}
