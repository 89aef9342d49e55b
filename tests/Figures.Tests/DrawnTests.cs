namespace Workbook.Figures.Tests;

/// <summary>All figures of the gallery on one page, opened once.</summary>
public sealed class GalleryPage(Chromium chromium) : IAsyncLifetime
{
    public OpenPage? Open { get; private set; }

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        var sections = Gallery.Figures.Select(entry => $"<section id=\"{entry.Key}\" style=\"width:max-content;min-width:960px\">{entry.Value().ToMime().Formats["text/html"]}</section>");
        Open = await chromium.Open("gallery", string.Join('\n', sections));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(Chromium.Collection)]
public sealed class DrawnTests(GalleryPage gallery) : IClassFixture<GalleryPage>
{
    public static TheoryData<string> Kinds => [.. Gallery.Figures.Keys];

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_figure_of_every_kind_is_drawn_without_a_complaint_and_without_the_network(string kind)
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        var drawing = gallery.Open!.Page.Locator($"#{kind} .svg-container");
        await drawing.WaitForAsync();
        await drawing.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, kind + ".png") });
        Assert.Empty(gallery.Open.Complaints);
    }
}
