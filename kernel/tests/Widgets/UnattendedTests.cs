using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Widgets in a notebook that runs with nobody there: they show how they look at first.</summary>
[Collection("console")]
public sealed class UnattendedTests
{
    [Theory]
    [InlineData("new IntSlider { Description = \"n\", Value = 3 }", "text/plain", "IntSlider(n: 3)")]
    [InlineData("new VBox(new Checkbox { Description = \"tied\" }, new Button { Description = \"Go\" })", "text/plain", "VBox(Checkbox(tied: false), Button(Go))")]
    [InlineData("new Dropdown<int>(8, 16) { Description = \"size\", Value = 16 }", "text/plain", "Dropdown(size: 16)")]
    [InlineData("new HTML(\"<b>bold</b>\")", "text/html", "<b>bold</b>")]
    [InlineData("new Image([1, 2, 3])", "image/png", "AQID")]
    [InlineData("Interact.With((double sigma, int n) => HTML($\"<b>{sigma} {n}</b>\"), (0.0, 3.0), (1, 9))", "text/html", "<b>1.5 5</b>")]
    [InlineData("Interact.With((int n) => Console.WriteLine(n), (0, 10))", "text/plain", "5\n")]
    [InlineData("var o = new Output();\nusing (o.Capture()) { }\no.Clear();\no", "text/plain", "Output")]
    public void A_widget_shows_how_it_looks_at_first(string cell, string format, string shown)
    {
        var output = Assert.Single(Run(cell));
        Assert.Equal(shown, NotebookJson.Joined(output!["data"]![format]));
        Assert.False(((JsonObject)output["data"]!).ContainsKey("application/vnd.jupyter.widget-view+json"));
    }

    [Fact]
    public void A_picture_in_several_pieces_shows_them_all()
    {
        var outputs = Run("Interact.With((int n) => { Console.WriteLine($\"n is {n}\"); display(\"and\"); return n * n; }, (0, 10))");
        Assert.Equal(["n is 5\n", "and", "25"], outputs.Select(output => NotebookJson.Joined(output!["text"] ?? output["data"]!["text/plain"])));
    }

    [Fact]
    public void Events_and_values_work_without_a_page()
    {
        var outputs = Run("var s = new IntSlider();\ns.Changed += v => Console.Write($\"{v};\");\ns.Value = 3;\ns.Value = 3;\ns.Value = 4;\ns.Close();");
        Assert.Equal("3;4;", NotebookJson.Joined(Assert.Single(outputs)!["text"]));
    }

    private static JsonArray Run(string cell)
    {
        using var example = new Example();
        var notebook = Notebook.Read(example.Write(Example.Code("using Workbook.Widgets;\n" + cell)));
        using var capture = new ConsoleCapture();
        var error = new Runner(new CSharpLanguage(), capture, new System.Progress<RunnerStep>()).Run(notebook, Solutions.None);
        Assert.Null(error);
        return notebook.Cells.Single().Outputs;
    }
}
