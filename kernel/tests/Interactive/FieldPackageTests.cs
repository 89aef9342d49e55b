namespace Workbook.Kernel.Tests;

/// <summary>Packages that notebooks ask for, as they are on the feed.</summary>
[Collection("console")]
public sealed class FieldPackageTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();

    [SkippableFact]
    public void Plotly_s_notebook_package_leaves_the_session_as_it_was_and_its_charts_are_drawn_without_a_network()
    {
        Get("Plotly.NET.Interactive, 6.0.0");
        Assert.Equal("2", session.Value("1 + 1"));
        Get("Plotly.NET.CSharp, 0.14.0");
        Drawn(Run("using Plotly.NET.CSharp; Chart.Line<double, double, string>(new double[] { 1, 2 }, new double[] { 3, 4 })"));
        Drawn(Run("#!fsharp\nopen Plotly.NET\nChart.Point(x = [1.; 2.], y = [3.; 4.])"));
    }

    [SkippableFact]
    public void A_chart_is_drawn_without_the_notebook_package_too()
    {
        Get("Plotly.NET.CSharp, 0.14.0");
        Drawn(Run("using Plotly.NET.CSharp; Chart.Point<double, double, string>(new double[] { 1, 2 }, new double[] { 3, 4 })"));
    }

    [SkippableFact]
    public void A_data_frame_is_a_table()
    {
        Get("Microsoft.Data.Analysis, 0.23.1");
        var frame = Run("using Microsoft.Data.Analysis; new DataFrame(new StringDataFrameColumn(\"Name\", new[] { \"Ada\", \"Alan\" }), new PrimitiveDataFrameColumn<int>(\"Age\", new[] { 36, 41 }))");
        Assert.Matches("<table.*Name.*Age.*Ada.*36.*Alan.*41.*</table>", ((string)frame.Formats["text/html"]).ReplaceLineEndings(""));
        Assert.Contains("Ada", frame.Text);
    }

    [SkippableFact]
    public void Json_of_Json_NET_is_shown_as_the_framework_s_is()
    {
        Get("Newtonsoft.Json, 13.0.4");
        const string text = "{\\\"name\\\": \\\"Ulm\\\", \\\"nothing\\\": null, \\\"when\\\": \\\"2024-05-01T10:00:00Z\\\", \\\"n\\\": [1, 2.5]}";
        var theirs = Run($"Newtonsoft.Json.Linq.JToken.Parse(\"{text}\")");
        var ours = Run($"System.Text.Json.Nodes.JsonNode.Parse(\"{text}\")");
        Assert.Equal(ours.Text, theirs.Text);
        Assert.Equal(ours.Formats["text/html"], theirs.Formats["text/html"]);
        Assert.Equal("{ A = { name = \"Ulm\", when = null } }", session.Value("new { A = Newtonsoft.Json.Linq.JObject.Parse(\"{\\\"name\\\": \\\"Ulm\\\", \\\"when\\\": null}\") }"));
    }

    [SkippableFact]
    public void A_bitmap_is_a_picture()
    {
        Get("SkiaSharp, 3.119.4\"\n#r \"nuget: SkiaSharp.NativeAssets.Linux.NoDependencies, 3.119.4");
        Assert.Contains("data:image/png;base64,iVBOR", (string)Run("using SkiaSharp; new SKBitmap(20, 10)").Formats["text/html"]);
    }

    [SkippableFact]
    public void The_interactive_packages_themselves_are_passed_over()
    {
        Get("Microsoft.DotNet.Interactive, 1.0.0-beta.26120.1");
        Assert.Equal("csharp", session.Value("Kernel.Current.Name"));
    }

    private static void Drawn(MimeBundle chart)
    {
        var html = (string)chart.Formats["text/html"];
        Assert.Contains("workbookFind(", html);
        Assert.DoesNotContain("cdn", html);
        Assert.Contains("\"y\":[3,4]", chart.Formats["application/vnd.plotly.v1+json"].ToString()!.Replace(" ", "").Replace(".0", "").ReplaceLineEndings(""));
        Assert.Equal("A figure of Plotly.NET.", chart.Text);
    }

    private void Get(string package)
    {
        if (session.Run($"#r \"nuget: {package}\"") is CellOutcome.Failed(var error))
        {
            Skip.If(error.Message.Contains("NU1101") || error.Message.Contains("NU1301") || error.Message.Contains("NU1100"), $"The feed does not serve it: {error.Message}");
            Assert.Fail(Session.Plain(error));
        }
        Assert.Empty(session.Streams);
    }

    private MimeBundle Run(string code) => session.Run(code) is CellOutcome.Done { Value: { } value } ? value : throw new Xunit.Sdk.XunitException(code);
}
