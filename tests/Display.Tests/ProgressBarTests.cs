namespace Workbook.Display.Tests;

public sealed class ProgressBarTests
{
    [Theory]
    [InlineData(0, "Job [                    ] 0 % left: 9 s")]
    [InlineData(0.5, "Job [##########          ] 50 % left: 9 s")]
    [InlineData(1, "Job [####################] 100 % left: 9 s")]
    public void A_bar_has_twenty_signs(double fraction, string text) =>
        Assert.Equal(text, new ProgressBar("Job", fraction, "left: 9 s").ToMime().Text);

    [Fact]
    public void Where_html_is_shown_it_is_a_real_bar_and_titles_cannot_break_it()
    {
        var html = (string)new ProgressBar("<b> & co", 0.25).ToMime().Formats["text/html"];
        Assert.Contains("<progress value=\"0.250\"></progress>", html);
        Assert.Contains("&lt;b&gt; &amp; co", html);
    }
}
