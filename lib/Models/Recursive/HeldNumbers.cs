using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A tensor and a number, the number held until libtorch returns.</summary>
/// <remarks>TorchSharp makes an object of the number and lets it go as soon as its address is read; a collection in the middle of the call, which another thread may
/// begin, then frees what libtorch is reading. Loss terms that are evaluated in many threads side by side take their numbers through here.</remarks>
internal static class HeldNumbers
{
    /// <summary>factor · x.</summary>
    public static Tensor Times(this Tensor x, double factor)
    {
        using Scalar held = factor;
        return x.mul(held);
    }

    /// <summary>x / divisor.</summary>
    public static Tensor Over(this Tensor x, double divisor)
    {
        using Scalar held = divisor;
        return x.div(held);
    }

    /// <summary>x², as a product: TorchSharp's square is a power, whose exponent would be such an object.</summary>
    public static Tensor Squared(this Tensor x) => x.mul(x);

    /// <summary>1 − x.</summary>
    public static Tensor Complement(this Tensor x)
    {
        using Scalar held = 1;
        return x.neg().add_(held);
    }

    /// <summary>max(x, least).</summary>
    public static Tensor AtLeast(this Tensor x, double least)
    {
        using Scalar held = least;
        return x.clamp_min(held);
    }
}
