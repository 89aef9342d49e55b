namespace Workbook.Data.Tests;

/// <summary>Pictures of known pixels, decoded, made grey and resized.</summary>
public sealed class PictureTests
{
    /// <summary>16 × 16 pixels: eight columns of (200, 50, 50), eight of (30, 60, 220), at quality 90.</summary>
    private static readonly byte[] RedAndBlue = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRQBAwQEBQQFCQUFCRQNCw0UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFP/AABEIABAAEAMBIgACEQEDEQH/xAGiAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgsQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+gEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoLEQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgUQpGhscEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhEDEQA/APJ686r0WvOq/UPBv/mYf9wv/ch9/wCLv/MB/wBxP/cZ/9k=");

    [Fact]
    public void A_grey_png_comes_out_as_it_was_written()
    {
        var picture = Picture.Decode(PngWriter.Png(PngWriter.Grey, 2, 3, 0, 51, 102, 153, 204, 255));
        Assert.Equal((2, 3), (picture.Height, picture.Width));
        Near([0, 0.2f, 0.4f, 0.6f, 0.8f, 1], picture.Grey);
    }

    [Fact]
    public void Colours_weigh_as_the_eye_sees_them_and_what_is_transparent_is_white()
    {
        Near([0.299f, 0.587f, 0.114f], Picture.Decode(PngWriter.Png(PngWriter.Rgb, 1, 3, 255, 0, 0, 0, 255, 0, 0, 0, 255)).Grey);
        Near([0, 1, 0.8f], Picture.Decode(PngWriter.Png(PngWriter.Rgba, 1, 3, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 51)).Grey);
    }

    [Fact]
    public void A_jpeg_comes_out_within_three_hundredths()
    {
        var picture = Picture.Decode(RedAndBlue);
        Assert.Equal((16, 16), (picture.Height, picture.Width));
        for (var pixel = 0; pixel < 256; pixel++)
            Assert.Equal(pixel % 16 < 8 ? 94.85 / 255 : 69.27 / 255, picture.Grey[pixel], 0.03);     // 0.299 R + 0.587 G + 0.114 B by hand
    }

    [Fact]
    public void A_smaller_picture_is_made_of_means_of_the_areas_its_pixels_cover()
    {
        var picture = new Picture(2, 3, [0, 0.3f, 0.6f, 0.9f, 0.6f, 0.3f]);
        Near([0.45f], picture.Resized(1, 1).Grey);
        Near([0.1f, 0.5f, 0.8f, 0.4f], picture.Resized(2, 2).Grey);                  // (0 + 0.3/2) / 1.5, (0.3/2 + 0.6) / 1.5, and so below
        Assert.Same(picture, picture.Resized(2, 3));
    }

    [Fact]
    public void A_larger_picture_repeats_its_pixels_and_a_mean_is_kept_in_any_size()
    {
        Near([0.2f, 0.2f, 0.8f, 0.8f], new Picture(1, 2, [0.2f, 0.8f]).Resized(1, 4).Grey);
        var random = new Random(3);
        var picture = new Picture(13, 17, [.. Enumerable.Range(0, 13 * 17).Select(_ => random.NextSingle())]);
        foreach (var (height, width) in new[] { (5, 7), (13, 4), (28, 28), (1, 1), (40, 3) })
            Assert.Equal(picture.Grey.Average(), picture.Resized(height, width).Grey.Average(), 1e-5);
    }

    [Theory]
    [InlineData(new byte[] { }, "expected a PNG or JPEG image, found an empty file")]
    [InlineData(new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39 }, "expected a PNG or JPEG image, found a file that begins with 47494638")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xDA }, "expected a whole JPEG, found its end too early")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0 }, "expected a whole PNG, found its end too early")]
    public void What_is_no_picture_is_said_to_be_none(byte[] file, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<InvalidDataException>(() => Picture.Decode(file)).Message);

    [Fact]
    public void A_png_that_lost_a_bit_or_its_end_is_refused()
    {
        var good = PngWriter.Png(PngWriter.Grey, 2, 3, 0, 51, 102, 153, 204, 255);
        for (var length = 0; length < good.Length; length++) Assert.Throws<InvalidDataException>(() => Picture.Decode(good[..length]));
        for (var place = 0; place < good.Length; place++)
        {
            var flipped = (byte[])good.Clone();
            flipped[place] ^= 4;
            Assert.Throws<InvalidDataException>(() => Picture.Decode(flipped));
        }
    }

    [Fact]
    public void Of_five_hundred_damaged_jpegs_each_is_refused_or_read_and_none_is_read_for_ever()
    {
        var random = new Random(7);
        var refused = 0;
        for (var round = 0; round < 500; round++)
        {
            var bytes = random.Next(3) == 0 ? RedAndBlue[..random.Next(RedAndBlue.Length)] : (byte[])RedAndBlue.Clone();
            for (var hits = random.Next(5); hits > 0 && bytes.Length > 0; hits--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.All(Picture.Decode(bytes).Grey, pixel => Assert.InRange(pixel, 0, 1));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 100, 499);
    }

    private static void Near(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
