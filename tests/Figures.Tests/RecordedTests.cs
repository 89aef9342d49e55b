using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Workbook.Figures.Tests;

/// <summary>What every kind of figure writes, compared with what was looked at in a browser and found right.</summary>
/// <remarks>After a change that is meant: <c>WORKBOOK_RECORD=1 dotnet test tests/Figures.Tests</c>, then look at artifacts/pictures.</remarks>
public sealed partial class RecordedTests
{
    private static readonly string Folder = Path.Combine(Chromium.Root, "tests/Figures.Tests/recorded");

    public static TheoryData<string> Kinds => [.. Gallery.Figures.Keys.Where(kind => kind != "scatter-many")];      // 100 kB of nothing new

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_of_every_kind_writes_the_recorded_json(string kind)
    {
        var figure = Gallery.Figures[kind]();
        Compare($"{kind}.json", Readable(figure.ToJson()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_of_every_kind_is_described_in_the_recorded_words(string kind) => Compare($"{kind}.txt", Gallery.Figures[kind]().ToString());

    private static void Compare(string name, string actual)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("WORKBOOK_RECORD") == "1") File.WriteAllText(file, actual + "\n");
        Assert.Equal(File.ReadAllText(file).TrimEnd('\n'), actual);
    }

    /// <summary>A property a line, and pictures by their pixels: the same pixels may be packed differently by the next zlib.</summary>
    private static string Readable(string json) => DataUri().Replace(json, match =>
    {
        var png = PngReader.Read(Convert.FromBase64String(match.Groups[1].Value));
        return $"{png.Width} × {png.Height} × {png.Channels} pixels {Convert.ToHexStringLower(SHA256.HashData(png.Samples))[..16]}";
    }).Replace(",\"", ",\n\"", StringComparison.Ordinal);

    [GeneratedRegex("data:image/png;base64,([A-Za-z0-9+/=]+)")]
    private static partial Regex DataUri();
}
