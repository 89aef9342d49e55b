using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Figures.Tests;

/// <summary>What the kinds of figures write, compared with what was looked at in a browser and found right.</summary>
/// <remarks>After a change that is meant: <c>WORKBOOK_RECORD=1 dotnet test tests/Figures.Tests</c>, then look at artifacts/pictures.</remarks>
public sealed partial class RecordedTests
{
    private static readonly string Folder = Path.Combine(Chromium.Root, "tests/Figures.Tests/recorded");
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => ["line", "log", "scatter-value", "heatmap-signed", "contours", "bars", "histogram", "quiver", "parallel", "grid", "slider-grid"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_writes_the_recorded_json(string kind)
    {
        var json = Gallery.Figures[kind]().ToPlotly();
        json["layout"]!.AsObject().Remove("template");
        Compare($"{kind}.json", Readable(json));
    }

    [Fact]
    public void All_figures_share_the_recorded_house_style()
    {
        var styles = Gallery.Figures.Values.Select(figure => figure().ToPlotly()).Select(json => Readable(json["config"]!) + "\n" + Readable(json["layout"]!["template"]!)).Distinct();
        Compare("house-style.json", Assert.Single(styles));
    }

    [Fact]
    public void A_figure_of_every_kind_is_described_in_the_recorded_words() => Compare("words.txt", string.Join("\n\n", Gallery.Figures.Select(entry => $"{entry.Key}\n{entry.Value()}")));

    private static void Compare(string name, string actual)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("WORKBOOK_RECORD") == "1") File.WriteAllText(file, actual + "\n");
        Assert.Equal(File.ReadAllText(file).TrimEnd('\n'), actual);
    }

    /// <summary>A property a line, and pictures by their pixels: the same pixels may be packed differently by the next zlib.</summary>
    private static string Readable(JsonNode json) => DataUri().Replace(json.ToJsonString(Plain), match =>
    {
        var png = PngReader.Read(Convert.FromBase64String(match.Groups[1].Value));
        return $"{png.Width} × {png.Height} × {png.Channels} pixels {Convert.ToHexStringLower(SHA256.HashData(png.Samples))[..16]}";
    }).Replace(",\"", ",\n\"", StringComparison.Ordinal);

    [GeneratedRegex("data:image/png;base64,([A-Za-z0-9+/=]+)")]
    private static partial Regex DataUri();
}
