using System.IO.Compression;

namespace Workbook.Data.Tests;

public sealed class IdxTests : IDisposable
{
    /// <summary>Two pictures of 2 × 3 pixels, written down by hand.</summary>
    private static readonly byte[] TwoPictures =
    [
        0, 0, 8, 3,     // magic: unsigned bytes in three dimensions
        0, 0, 0, 2,
        0, 0, 0, 2,
        0, 0, 0, 3,
        1, 2, 3, 4, 5, 6,
        250, 251, 252, 253, 254, 255,
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_written_by_hand_is_read_plain_or_gzipped(bool zipped)
    {
        var array = Idx.Read(folder.Write("pictures", zipped ? Gzipped(TwoPictures) : TwoPictures));
        Assert.Equal([2, 2, 3], array.Dimensions.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6, 250, 251, 252, 253, 254, 255], array.Items);
    }

    [Fact]
    public void Sizes_are_big_endian_and_items_may_be_many()
    {
        var items = Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 31)).ToArray();
        byte[] header = [0, 0, 8, 1, 0, 0x2D, 0xC6, 0xC0];                       // 3,000,000 = 0x2DC6C0
        var array = Idx.Read(folder.Write("long", Gzipped([.. header, .. items])));
        Assert.Equal([3_000_000], array.Dimensions.ToArray());
        Assert.True(items.AsSpan().SequenceEqual(array.Items));
    }

    [Theory]
    [InlineData(new byte[] { }, "found the end of the file")]
    [InlineData(new byte[] { 0, 0, 8 }, "found the end of the file")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 1 }, "found the end of the file")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 1, 9 }, "found 00000D01")]                      // floats
    [InlineData(new byte[] { 60, 104, 116, 109, 108, 62 }, "found 3C68746D")]                      // a web page: <html>
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 7, 7 }, "expected 3 items (3), found 2")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 7, 7, 7, 7 }, "expected 3 items (3), found more")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0, 0, 0, 7 }, "expected sizes below 2³¹, found 4278190080")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7F, 0, 0, 0, 0x7F, 0, 0, 0, 7 }, "found a header of 2130706432 × 2130706432")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x7F, 0, 0, 0, 7 }, "expected 2130706432 items (2130706432), found 1")]
    [InlineData(new byte[] { 0x1F, 0x8B, 1, 2, 3, 4 }, "compression method")]
    public void A_bad_file_gets_one_sentence_with_file_expected_found_and_cure(byte[] bytes, string part)
    {
        var path = folder.Write("bad", bytes);
        var sentence = Assert.Throws<InvalidDataException>(() => Idx.Read(path)).Message;
        Assert.StartsWith(path, sentence);
        Assert.Contains(part, sentence);
        Assert.EndsWith("replace it by a good copy.", sentence);
        Assert.DoesNotContain('\n', sentence);
    }

    [Fact]
    public void A_gzip_cut_anywhere_is_refused()
    {
        var good = Gzipped(TwoPictures);
        for (var length = 0; length < good.Length; length++)
            Assert.Throws<InvalidDataException>(() => Idx.Read(folder.Write("cut", good[..length])));
    }

    [Fact]
    public void Of_a_thousand_damaged_gzips_each_is_refused_or_read_right()
    {
        var good = Gzipped(TwoPictures);
        Fuzz(good, array => Assert.True(array.Items.AsSpan().SequenceEqual(TwoPictures.AsSpan(16))));
    }

    [Fact]
    public void Of_a_thousand_damaged_plain_files_each_is_refused_or_read_as_it_stands() => Fuzz(TwoPictures, array =>
    {
        var bytes = File.ReadAllBytes(folder["fuzz"]);
        var start = 4 + 4 * array.Dimensions.Length;
        Assert.Equal(bytes.Length - start, array.Dimensions.Aggregate(1, (product, size) => product * size));
        Assert.True(array.Items.AsSpan().SequenceEqual(bytes.AsSpan(start)));
    });

    private void Fuzz(byte[] good, Action<IdxArray> right)
    {
        var random = new Random(7);
        var refused = 0;
        for (var round = 0; round < 1000; round++)
        {
            var path = folder.Write("fuzz", Damaged(good, random));
            try
            {
                right(Idx.Read(path));
            }
            catch (InvalidDataException refusal)
            {
                Assert.StartsWith(path, refusal.Message);
                refused++;
            }
        }
        Assert.InRange(refused, 300, 999);
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var bytes = random.Next(3) == 0 ? good[..random.Next(good.Length)] : (byte[])good.Clone();
        for (var hits = random.Next(4); hits > 0 && bytes.Length > 0; hits--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(8) == 0 ? [.. bytes, (byte)random.Next(256)] : bytes;
    }

    private static byte[] Gzipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
