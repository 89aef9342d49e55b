using System.Text.Json.Nodes;

namespace Workbook.Course.Tests;

/// <summary>What a check showed.</summary>
internal sealed record Shown(string Text, string Html, JsonObject Json)
{
    public string Verdict => (string)Json["verdict"]!;

    public string Finding => (string)Json["finding"]!;

    public static Shown By(Action check)
    {
        using var screen = new RecordedScreen();
        check();
        var bundle = Assert.Single(screen.Shows).Bundle;
        return new(bundle.Text, (string)bundle.Formats["text/html"], (JsonObject)bundle.Formats["application/vnd.workbook.check+json"]);
    }
}
