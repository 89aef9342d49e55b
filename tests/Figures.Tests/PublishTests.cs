using System.Text.Json;
using System.Text.Json.Nodes;
using Workbook.Publish;

namespace Workbook.Figures.Tests;

/// <summary>What <c>./workbook publish</c> does to an executed notebook before it is committed.</summary>
[Collection(Chromium.Collection)]
public sealed class PublishTests
{
    [Fact]
    public void A_path_of_the_machine_is_refused_wherever_it_stands()
    {
        Assert.Equal(["cell 1 holds a path of this machine: /home/ada/data.gz"], Faults(Cell("x", Stream("read /home/ada/data.gz\n"))));
        Assert.Equal(["cell 1 holds a path of this machine: /tmp/a.dll"], Faults(Cell("#r \"/tmp/a.dll\"")));
        Assert.Equal(["cell 1 holds a path of this machine: C:\\data"], Faults(Cell("x", Shown("text/html", "<b>C:\\data</b>"))));
    }

    [Theory]
    [InlineData("mean and/or/home variance")]
    [InlineData("https://example.org/home/page")]
    [InlineData("</tmp> ../data/home/x")]
    public void What_only_looks_like_a_path_passes(string words) => Assert.Empty(Faults(Cell(words)));

    [Fact]
    public void An_error_is_refused_unless_the_cell_is_there_to_fail()
    {
        var error = """{"output_type": "error", "ename": "E", "evalue": "", "traceback": []}""";
        Assert.Equal(["cell 1 ended in an error"], Faults(Cell("x", error)));
        Assert.Empty(Faults(Cell("x", error).Replace("\"metadata\": {}", "\"metadata\": {\"tags\": [\"raises-exception\"]}")));
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_and_the_largest_output_named()
    {
        var fault = Assert.Single(Faults(Cell("x", Shown("text/plain", new string('a', 700_000)))));
        Assert.Contains("at most 600 are allowed; largest outputs: cell 1 700 kB", fault);
    }

    [Theory]
    [InlineData("took 3.2 s", true)]
    [InlineData("1,234 examples/s", true)]
    [InlineData("12 ms per step", true)]
    [InlineData("3 samples, 20 epochs, 13.87 per image", false)]
    public void Times_are_remarked_on(string words, bool remarked) => Assert.Equal(remarked, Inspection.Remarks(Notebook(Cell("x", Stream(words)))).Any());

    [Fact]
    public void Figures_stay_on_one_line_and_everything_else_stays_as_it_was()
    {
        var figure = Figure.Line([1, 2, 3]).ToJson();
        var notebook = Notebook(Cell("π", Shown("application/vnd.plotly.v1+json", figure, raw: true)));
        Assert.Contains("\"application/vnd.plotly.v1+json\": " + figure, notebook.ToText());
        Assert.Contains("\"π\"", notebook.ToText());
    }

    [Fact]
    public void A_page_that_only_repeats_a_picture_goes_and_one_with_captions_stays()
    {
        var plain = ImageGrid.Grey([0, 1], 1, 1);
        Assert.False(Tidied(plain).ContainsKey("text/html"));
        Assert.True(Tidied(plain.ColumnCaptions("a", "b")).ContainsKey("text/html"));
    }

    [Fact]
    public void A_picture_of_few_colours_is_kept_exactly()
    {
        byte[] pixels = [.. Enumerable.Range(0, 600).SelectMany(i => new byte[] { (byte)(i % 16 * 16), (byte)(i % 5 * 50), 7, 255 })];
        var png = PngReader.Read(Poster.Of(pixels, 30, 20).ToPng());
        Assert.Equal((30, 20), (png.Width, png.Height));
        Assert.Equal(pixels.Chunk(4).SelectMany(pixel => pixel[..3]), png.Samples);
    }

    [Fact]
    public void A_picture_of_many_colours_keeps_its_commonest_and_moves_no_other_far()
    {
        var random = new Random(2);
        byte[] pixels = [.. Enumerable.Range(0, 10_000).SelectMany(i => i % 2 == 0 ? new byte[] { 230, 230, 230, 255 } : [(byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), 255])];
        var samples = PngReader.Read(Poster.Of(pixels, 100, 100).ToPng()).Samples;
        var moved = pixels.Chunk(4).SelectMany(pixel => pixel[..3]).Zip(samples, (before, after) => Math.Abs(before - after)).ToArray();
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Equal(0, moved[6 * i]));
        Assert.True(moved.Max() < 64, $"{moved.Max()}");         // two leading bits of eight survive even noise
    }

    [SkippableFact]
    public async Task A_figure_gets_a_picture_of_its_own_size_once()
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        var json = Figure.Line([1, 2, 3]).Sized(300, 200).ToJson();
        byte[] png;
        await using (var studio = new Studio(Chromium.Plotly, new Dictionary<string, string>())) png = await studio.Photograph(json);
        var picture = PngReader.Read(png);
        Assert.Equal((300, 200), (picture.Width, picture.Height));
        Assert.Contains(picture.Samples.Chunk(3), pixel => pixel is [0, 0x72, 0xB2]);      // the line
        await using var second = new Studio("there is no plotly.js here", new Dictionary<string, string> { [json] = Convert.ToBase64String(png) });
        Assert.Equal(png, await second.Photograph(json));
    }

    private static JsonObject Tidied(ImageGrid grid)
    {
        var formats = grid.ToMime().Formats;
        var data = string.Join(", ", new[] { "image/png", "text/html" }.Select(mime => $"\"{mime}\": {JsonSerializer.Serialize(formats[mime])}"));
        var notebook = Notebook(Cell("x", $$"""{"output_type": "display_data", "metadata": {}, "data": { {{data}} } }"""));
        notebook.Tidy();
        return notebook.Shown.Single().Formats;
    }

    private static string[] Faults(string cell)
    {
        var notebook = Notebook(cell);
        return [.. Inspection.Faults(notebook, notebook.ToText())];
    }

    private static ExecutedNotebook Notebook(string cell)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""{"cells": [{{cell}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");
            return ExecutedNotebook.Read(file);
        }
        finally { File.Delete(file); }
    }

    private static string Cell(string source, string? output = null) =>
        $$"""{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": {{JsonSerializer.Serialize(source)}}, "outputs": [{{output}}]}""";

    private static string Stream(string text) => $$"""{"output_type": "stream", "name": "stdout", "text": [{{JsonSerializer.Serialize(text)}}]}""";

    private static string Shown(string mime, string content, bool raw = false) =>
        $$"""{"output_type": "display_data", "metadata": {}, "data": {"{{mime}}": {{(raw ? content : JsonSerializer.Serialize(content))}} } }""";
}
