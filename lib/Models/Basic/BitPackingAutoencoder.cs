using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The "super-intelligent" autoencoder: pixel i of a black-and-white picture becomes bit i of a number. Nothing is lost and nothing learned.</summary>
/// <remarks>
/// uₖ = Σᵢ 2ⁱ x₍bk+i₎ with b bits in a word, and back again by division. A double holds every integer below 2⁵³, so 784 pixels need
/// ⌈784/53⌉ = 15 doubles; a 64-bit integer holds 64, so 13 of them do. Its held-out loss on binary pixels is exactly 0, which is why that
/// loss alone cannot judge a code: the thought experiment of the lectures (S3), run. Notebook 03.
/// </remarks>
public sealed class BitPackingAutoencoder : IAutoencoder
{
    /// <summary>The bits of a double that hold any integer exactly: 53.</summary>
    public const int BitsOfDouble = 53;

    private const int BitsOfInteger = 64;
    private readonly int dataSize, bits;
    private readonly bool integers;

    private BitPackingAutoencoder(int dataSize, int bits, bool integers)
    {
        (this.dataSize, this.bits, this.integers) = (dataSize.RequireSize(), bits, integers);
    }

    /// <summary>K = ⌈D / b⌉, the numbers in a code.</summary>
    public int CodeSize => (dataSize + bits - 1) / bits;

    /// <summary>Codes of real numbers, float64, as any autoencoder's.</summary>
    /// <param name="dataSize">D, the pixels of a picture.</param>
    /// <param name="bits">b, the pixels in one number: 1 to 53. Default: 53.</param>
    /// <exception cref="ArgumentException">There is no pixel, or so many bits do not fit.</exception>
    public static BitPackingAutoencoder InDoubles(int dataSize, int bits = BitsOfDouble) => bits is >= 1 and <= BitsOfDouble
        ? new(dataSize, bits, integers: false)
        : throw new ArgumentException($"{nameof(bits)}: a double holds 1 to {BitsOfDouble} bits exactly, got {bits}.", nameof(bits));

    /// <summary>Codes of 64-bit integers, int64: the last pixel of a word is its sign.</summary>
    /// <param name="dataSize">D, the pixels of a picture.</param>
    /// <exception cref="ArgumentException">There is no pixel.</exception>
    public static BitPackingAutoencoder InIntegers(int dataSize) => new(dataSize, BitsOfInteger, integers: true);

    /// <summary>uₖ = Σᵢ 2ⁱ [x₍bk+i₎ > ½]: (B, D) → (B, K), float64 or int64.</summary>
    public Tensor Encode(Tensor x)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var pixels = x.Require([-1, dataSize]).gt(0.5);                             // (B, D)
        var padding = zeros([x.shape[0], CodeSize * bits - dataSize], dtype: ScalarType.Bool, device: x.device);
        var words = cat([pixels, padding], 1).reshape(-1, CodeSize, bits);          // (B, K, b)
        return (words * Powers(x.device)).sum(2).MoveToOuterDisposeScope();         // distinct powers of two: exact
    }

    /// <summary>x₍bk+i₎ = ⌊uₖ / 2ⁱ⌋ mod 2, for any uₖ at all: (B, K) → (B, D), each number 0 or 1, float32.</summary>
    public Tensor Decode(Tensor code)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var words = code.Require([-1, CodeSize]).unsqueeze(2);                      // (B, K, 1)
        var powers = Powers(code.device);
        var pixels = integers
            ? words.to(int64).bitwise_and(powers).ne(0)
            : words.to(float64).div(powers).floor().remainder(2).ne(0);             // (B, K, b)
        return pixels.reshape(-1, CodeSize * bits).narrow(1, 0, dataSize).to(float32).MoveToOuterDisposeScope();
    }

    // 2⁰ … 2ᵇ⁻¹, exact in either type; the 64th as a signed integer is −2⁶³.
    private Tensor Powers(Device device) => integers
        ? tensor(Enumerable.Range(0, bits).Select(i => 1L << i).ToArray(), device: device)
        : tensor(Enumerable.Range(0, bits).Select(i => Math.ScaleB(1, i)).ToArray(), device: device);
}
