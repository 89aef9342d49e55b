using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>2/√π ∫₀ˣ e^(−t²) dt, element by element.</summary>
        public Tensor erf() => Operators.erf.Call(this);
        public Tensor erf_() => Operators.erf_.In(this);

        /// <summary>1 − erf x, element by element.</summary>
        public Tensor erfc() => Operators.erfc.Call(this);
        public Tensor erfc_() => Operators.erfc_.In(this);

        /// <summary>The inverse of erf on (−1, 1), element by element.</summary>
        public Tensor erfinv() => Operators.erfinv.Call(this);
        public Tensor erfinv_() => Operators.erfinv_.In(this);

        /// <summary>ln |Γ(x)|, element by element.</summary>
        public Tensor lgamma() => Operators.lgamma.Call(this);
        public Tensor lgamma_() => Operators.lgamma_.In(this);

        /// <summary>The derivative of ln Γ, element by element.</summary>
        public Tensor digamma() => Operators.digamma.Call(this);
        public Tensor digamma_() => Operators.digamma_.In(this);

        /// <summary>The modified Bessel function of order 0, element by element.</summary>
        public Tensor i0() => Operators.i0.Call(this);
        public Tensor i0_() => Operators.i0_.In(this);
    }

    public static Tensor erf(Tensor input) => input.erf();
    public static Tensor erf_(Tensor input) => input.erf_();
    public static Tensor erfc(Tensor input) => input.erfc();
    public static Tensor erfc_(Tensor input) => input.erfc_();
    public static Tensor erfinv(Tensor input) => input.erfinv();
    public static Tensor erfinv_(Tensor input) => input.erfinv_();
    public static Tensor lgamma(Tensor input) => input.lgamma();
    public static Tensor lgamma_(Tensor input) => input.lgamma_();
    public static Tensor digamma(Tensor input) => input.digamma();
    public static Tensor digamma_(Tensor input) => input.digamma_();
    public static Tensor i0(Tensor input) => input.i0();
    public static Tensor i0_(Tensor input) => input.i0_();
}
