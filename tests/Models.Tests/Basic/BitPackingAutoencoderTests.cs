using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class BitPackingAutoencoderTests
{
    [Fact]
    public void Pixel_i_is_worth_two_to_the_i()
    {
        using var scope = NewDisposeScope();
        var code = BitPackingAutoencoder.InDoubles(3).Encode(tensor(new float[,] { { 1, 0, 1 }, { 0, 1, 1 } }));
        Assert.Equal([5, 6], code.data<double>().ToArray());
        var two = BitPackingAutoencoder.InDoubles(3, bits: 2).Encode(tensor(new float[,] { { 1, 1, 1 } }));
        Assert.Equal([3, 1], two.data<double>().ToArray());                          // a word of two pixels, and the rest
    }

    [Fact]
    public void A_picture_of_784_pixels_needs_15_doubles_or_13_integers_and_seven_by_seven_a_single_one()
    {
        Assert.Equal(15, BitPackingAutoencoder.InDoubles(784).CodeSize);
        Assert.Equal(13, BitPackingAutoencoder.InIntegers(784).CodeSize);
        Assert.Equal(1, BitPackingAutoencoder.InDoubles(49).CodeSize);
    }

    [Fact]
    public void Every_binary_picture_comes_back_exactly()
    {
        using var scope = NewDisposeScope();
        var pictures = cat([rand([200, 784], generator: new Generator(3)).gt(0.5), ones([1, 784]).gt(0), zeros([1, 784]).gt(0)], 0).to(float32);
        foreach (var model in new[] { BitPackingAutoencoder.InDoubles(784), BitPackingAutoencoder.InDoubles(784, bits: 1), BitPackingAutoencoder.InIntegers(784) })
            Assert.Equal(pictures.data<float>().ToArray(), model.Reconstruct(pictures).data<float>().ToArray());
    }

    [Fact]
    public void The_largest_words_are_exact()
    {
        using var scope = NewDisposeScope();
        var full = ones(1, 64);
        Assert.Equal(Math.ScaleB(1, 53) - 1, BitPackingAutoencoder.InDoubles(53).Encode(full.narrow(1, 0, 53)).ToDouble());
        Assert.Equal(-1, BitPackingAutoencoder.InIntegers(64).Encode(full).ToInt64());            // all bits of two's complement
    }

    [Fact]
    public void In_single_precision_the_code_has_lost_pixels()
    {
        // A float keeps 24 bits of a word of 53, so an odd word is rounded and its first pixel goes.
        using var scope = NewDisposeScope();
        var (model, picture) = (BitPackingAutoencoder.InDoubles(53), ones(1, 53));
        Assert.Equal(0, model.Decode(model.Encode(picture).to(float32)).sum().ToDouble());        // 2⁵³ − 1 rounds to 2⁵³: every bit below is 0
    }

    [Fact]
    public void Any_number_at_all_decodes_to_some_picture()
    {
        using var scope = NewDisposeScope();
        var pixels = BitPackingAutoencoder.InDoubles(3).Decode(tensor(new double[,] { { 5.75 }, { -1 }, { 1e300 } }));
        Assert.Equal([1, 0, 1, 1, 1, 1, 0, 0, 0], pixels.data<float>().ToArray());                // ⌊5.75⌋ = 5; −1 ≡ 7 mod 8
    }

    [Theory]
    [InlineData(784, 54, "bits: a double holds 1 to 53 bits exactly, got 54.")]
    [InlineData(784, 0, "bits: a double holds 1 to 53 bits exactly, got 0.")]
    [InlineData(0, 53, "dataSize: expected 1 or more, got 0.")]
    public void What_cannot_be_packed_is_refused(int dataSize, int bits, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => BitPackingAutoencoder.InDoubles(dataSize, bits)).Message);
}
