using System.Globalization;
using Microsoft.Playwright;

namespace Workbook.Browser.Tests;

/// <summary>Frames of a moving picture: what the page looks like, and for how long it is looked at.</summary>
/// <param name="page">The browser's page.</param>
/// <param name="folder">Where frames go, as <c>0007-250.png</c>: the seventh, shown for 250 ms.</param>
/// <param name="clip">The part of the page that is seen.</param>
internal sealed class Recording(IPage page, string folder, Clip clip)
{
    private int frames;

    /// <summary>Takes a frame.</summary>
    public Task Frame(int milliseconds) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{++frames:0000}-{milliseconds}.png")),
        Clip = clip,
        Caret = ScreenshotCaret.Initial,
    });

    /// <summary>Types a text, a frame for every few letters.</summary>
    public async Task Type(string text, int letters = 4)
    {
        for (var start = 0; start < text.Length; start += letters)
        {
            await page.Keyboard.TypeAsync(text.Substring(start, Math.Min(letters, text.Length - start)));
            await Frame(130);
        }
    }

    /// <summary>Presses a key, gives the page a moment, and looks.</summary>
    public async Task Press(string key, int milliseconds, int wait = 250)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForTimeoutAsync(wait);
        await Frame(milliseconds);
    }
}
