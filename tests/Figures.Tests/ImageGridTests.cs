using System.Net;

namespace Workbook.Figures.Tests;

public sealed class ImageGridTests
{
    [Fact]
    public void Images_lie_in_rows_with_white_gaps_and_every_pixel_is_a_square()
    {
        // Two images of 1 × 2 side by side, twice as large: 0 1 | ½ 0, a gap of two pixels between them.
        var png = PngReader.Read(ImageGrid.Grey([0, 1, 0.5, 0], 1, 2, columns: 2).Scaled(2).ToPng());
        byte[] row = [0, 0, 255, 255, 255, 255, 128, 128, 0, 0];
        Assert.Equal((10, 2, 1), (png.Width, png.Height, png.Channels));
        Assert.Equal([.. row, .. row], png.Samples);
    }

    [Fact]
    public void The_last_row_is_filled_up_with_paper()
    {
        var png = PngReader.Read(ImageGrid.Grey([0, 0, 0], 1, 1, columns: 2).Scaled(1).ToPng());
        Assert.Equal([0, 255, 255, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 255, 255, 255], png.Samples);
    }

    [Fact]
    public void What_lies_outside_zero_and_one_is_clipped_and_counted()
    {
        var grid = ImageGrid.Grey([-0.5, 1.5, 0, 1], 2, 2);
        Assert.Equal([0, 255, 0, 255], Shades(grid));
        Assert.Contains("2 of 4 pixels lie outside [0, 1] and are clipped", grid.ToString());
        Assert.DoesNotContain("clipped", ImageGrid.Grey([0, 1f, 0, 1], 2, 2).ToString());
    }

    [Fact]
    public void Stretching_takes_the_range_of_each_image_or_of_all()
    {
        var grid = ImageGrid.Grey([2, 4, -1, 9], 1, 2, columns: 1).Scaled(1);
        var (each, all) = (PngReader.Read(grid.Stretched().ToPng()).Samples, PngReader.Read(grid.Stretched(each: false).ToPng()).Samples);
        Assert.Equal([0, 255], each[..2]);
        Assert.Equal([0, 255], each[^2..]);
        Assert.Equal([76, 128], all[..2]);              // 255·3/10 rounded to even, 255·5/10
        Assert.Equal([0, 255], all[^2..]);
    }

    [Fact]
    public void Signed_numbers_have_white_at_zero_and_the_ends_of_the_scale_at_the_largest_magnitude()
    {
        var samples = PngReader.Read(ImageGrid.Grey([-2, 0, 1, 2], 1, 4).Signed().Scaled(1).ToPng()).Samples;
        Assert.Equal([0x00, 0x47, 0x6F, 0xFF, 0xFF, 0xFF, 0xEE, 0x9A, 0x63, 0x9C, 0x3F, 0x00], samples);
    }

    [Fact]
    public void One_grid_stands_above_another()
    {
        var grid = ImageGrid.Grey([0, 0.2], 1, 1, columns: 2).Above(ImageGrid.Grey([0.4, 0.6], 1, 1, columns: 2)).Scaled(1).RowCaptions("x", "x̂");
        var samples = PngReader.Read(grid.ToPng()).Samples;
        Assert.Equal([0, 51, 102, 153], new[] { samples[0], samples[3], samples[12], samples[15] });
        Assert.Equal((2, 2, 4), (grid.Rows, grid.Columns, grid.Count));
    }

    [Fact]
    public void Random_pixels_survive_every_filter()
    {
        var random = new Random(3);
        foreach (var channels in new[] { 1, 3 })
        {
            var samples = new byte[37 * 23 * channels];
            random.NextBytes(samples);
            for (var i = 0; i < samples.Length / 2; i++) samples[i] = (byte)(i / 7);      // a ramp, which other filters win
            var png = PngReader.Read(Png.Encode(samples, 37, 23, channels));
            Assert.Equal((37, 23, channels), (png.Width, png.Height, png.Channels));
            Assert.Equal(samples, png.Samples);
        }
    }

    [Fact]
    public void A_grid_comes_as_picture_as_captioned_fragment_and_in_words()
    {
        var bundle = ImageGrid.Grey([0, 1f], 1, 1, columns: 1).RowCaptions("a < b", "c").Titled("two").ToMime();
        Assert.Equal(["image/png", "text/html", "text/plain"], bundle.Formats.Keys.Order());
        Assert.Contains("a &lt; b", (string)bundle.Formats["text/html"]);
        Assert.Contains("alt=\"" + WebUtility.HtmlEncode("2 grey images of 1 × 1 in 2 × 1: two"), (string)bundle.Formats["text/html"]);
    }

    private static byte[] Shades(ImageGrid grid) => PngReader.Read(grid.Scaled(1).ToPng()).Samples;
}
