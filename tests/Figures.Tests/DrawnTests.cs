namespace Workbook.Figures.Tests;

public sealed class DrawnTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string> Kinds => [.. Gallery.Figures.Keys];

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_figure_of_every_kind_is_drawn_without_a_complaint_and_without_the_network(string kind)
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        await using var open = await chromium.Open(kind, Html(Gallery.Figures[kind]()));
        await open.Page.Locator(".workbook-figure .main-svg").First.WaitForAsync(new() { Timeout = 20000 });
        await open.Page.WaitForTimeoutAsync(300);
        await open.Page.Locator(".workbook-figure").ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, kind + ".png") });
        Assert.Empty(open.Complaints);
    }

    private static string Html(Figure figure) => (string)figure.ToMime().Formats["text/html"];
}
