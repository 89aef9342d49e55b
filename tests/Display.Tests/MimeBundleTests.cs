using System.Text.Json.Nodes;

namespace Workbook.Display.Tests;

public sealed class MimeBundleTests
{
    [Fact]
    public void A_bundle_always_has_its_plain_text_and_gains_formats_without_changing_the_one_it_came_from()
    {
        var plain = MimeBundle.Plain("42");
        var rich = plain.With("text/html", "<b>42</b>").With("image/png", new byte[] { 1, 2 }).With("application/json", JsonValue.Create(42));
        Assert.Equal("42", rich.Text);
        Assert.Equal(["application/json", "image/png", "text/html", "text/plain"], rich.Formats.Keys.Order());
        Assert.Equal(["text/plain"], plain.Formats.Keys);
    }
}
