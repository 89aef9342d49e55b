using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;

namespace Workbook.Figures.Tests;

/// <summary>What a figure hands to Plotly.NET.</summary>
public sealed class ChartTests
{
    public static TheoryData<string> Kinds => [.. Gallery.Figures.Keys.Where(kind => !kind.StartsWith("slider", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Plotly_NET_writes_of_the_chart_what_the_figure_writes_itself(string kind)
    {
        var figure = Gallery.Figures[kind]();
        var theirs = JsonNode.Parse(GenericChart.toJson(figure.ToChart()));
        Assert.True(JsonNode.DeepEquals(theirs, JsonNode.Parse(figure.ToJson())), $"{theirs!.ToJsonString()}\n{figure.ToJson()}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_done_to_the_chart_does_not_change_the_figure(string kind)
    {
        var figure = Gallery.Figures[kind]();
        var before = figure.ToJson();
        var chart = figure.ToChart().WithSize(111, 222).WithTraceInfo(Name: "renamed").WithXAxisStyle<double, double, string>(TitleText: "another");
        GenericChart.getLayout(chart).Properties.Remove("template");
        Assert.Equal(before, figure.ToJson());
        Assert.NotEqual(before, Properties.Chart(chart).ToJsonString());
        Assert.Equal(before, Gallery.Figures[kind]().ToJson());
    }

    [Fact]
    public void Plotly_NET_adds_to_the_axes_that_a_figure_has()
    {
        var chart = Figure.Line([1, 2, 3]).Axes("epoch", "nats").LogY().ToChart().WithXAxisStyle<double, double, string>(ShowGrid: false);
        var layout = Properties.Chart(chart)["layout"]!;
        Assert.Equal(("epoch", false, "log"), ((string?)layout["xaxis"]!["title"]!["text"], (bool?)layout["xaxis"]!["showgrid"], (string?)layout["yaxis"]!["type"]));
    }

    [Fact]
    public void A_figure_with_a_slider_becomes_the_chart_of_the_frame_shown_first()
    {
        var frames = new[] { Figure.Line([1, 2]), Figure.Line([3, 4]) };
        var slider = Figure.Slider("epoch", frames.Index(), start: -1).Titled("Learning");
        Assert.Equal(frames[1].Titled("Learning").ToJson(), Properties.Chart(slider.ToChart()).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_page_of_the_chart_asks_the_network_for_nothing() => Assert.DoesNotContain("http", GenericChart.toChartHTML(Figure.Line([1, 2, 3]).ToChart()));

    [Fact]
    public void The_house_style_takes_less_than_a_kilobyte_of_every_figure() => Assert.InRange(Properties.ToJson(HouseStyle.Template())!.ToJsonString().Length, 100, 1000);
}
