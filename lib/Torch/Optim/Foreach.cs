using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One operation on each tensor of a list, in one call.</summary>
internal static class Foreach
{
    private static readonly Operator
        zero = new("_foreach_zero_"), neg = new("_foreach_neg"), sqrt = new("_foreach_sqrt"),
        mulInPlace = new("_foreach_mul_", "Scalar"), divInPlace = new("_foreach_div_", "Scalar"), addScalarInPlace = new("_foreach_add_", "Scalar"),
        add = new("_foreach_add", "List"), addInPlace = new("_foreach_add_", "List"),
        addcmul = new("_foreach_addcmul", "Scalar"), addcmulInPlace = new("_foreach_addcmul_", "Scalar"), addcdivInPlace = new("_foreach_addcdiv_", "Scalar");

    /// <summary>x ← 0.</summary>
    internal static void Zero_(Tensor[] x)
    {
        if (x.Length > 0) zero.CallList(x);
    }

    /// <summary>−x.</summary>
    internal static Tensor[] Neg(Tensor[] x) => neg.CallList(x);

    /// <summary>√x.</summary>
    internal static Tensor[] Sqrt(Tensor[] x) => sqrt.CallList(x);

    /// <summary>x ← a x.</summary>
    internal static void Mul_(Tensor[] x, double a) => mulInPlace.CallList(x, a);

    /// <summary>x ← x / a.</summary>
    internal static void Div_(Tensor[] x, double a) => divInPlace.CallList(x, a);

    /// <summary>x ← x + a.</summary>
    internal static void Add_(Tensor[] x, double a) => addScalarInPlace.CallList(x, a);

    /// <summary>x + a y.</summary>
    internal static Tensor[] Add(Tensor[] x, Tensor[] y, double a) => add.CallList(x, y, a);

    /// <summary>x ← x + a y.</summary>
    internal static void Add_(Tensor[] x, Tensor[] y, double a) => addInPlace.CallList(x, y, a);

    /// <summary>x + a y z.</summary>
    internal static Tensor[] AddCMul(Tensor[] x, Tensor[] y, Tensor[] z, double a) => addcmul.CallList(x, y, z, a);

    /// <summary>x ← x + a y z.</summary>
    internal static void AddCMul_(Tensor[] x, Tensor[] y, Tensor[] z, double a) => addcmulInPlace.CallList(x, y, z, a);

    /// <summary>x ← x + a y / z.</summary>
    internal static void AddCDiv_(Tensor[] x, Tensor[] y, Tensor[] z, double a) => addcdivInPlace.CallList(x, y, z, a);
}
