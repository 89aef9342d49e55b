using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Functions of mathematical physics and statistics.</summary>
    public static class special
    {
        /// <summary>eˣ / Σ eˣ along a dimension.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        /// <summary>x − ln Σ eˣ along a dimension.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

        public static Tensor erf(Tensor input) => input.erf();
        public static Tensor erfc(Tensor input) => input.erfc();
        public static Tensor erfinv(Tensor input) => input.erfinv();

        /// <summary>e^(x²) erfc x.</summary>
        public static Tensor erfcx(Tensor input) => Operators.special_erfcx.Call(input);

        /// <summary>1 / (1 + e⁻ˣ).</summary>
        public static Tensor expit(Tensor input) => input.sigmoid();
        public static Tensor sigmoid(Tensor input) => input.sigmoid();
        public static Tensor logit(Tensor input) => input.logit();

        public static Tensor exp2(Tensor input) => input.exp2();
        public static Tensor expm1(Tensor input) => input.expm1();

        /// <summary>−x ln x, the summand of an entropy.</summary>
        public static Tensor entr(Tensor input) => Operators.special_entr.Call(input);

        /// <summary>x ln(1 + y), and 0 where x = 0.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Operators.special_xlog1py.Call(input, other);

        /// <summary>The standard normal's distribution function.</summary>
        public static Tensor ndtr(Tensor input) => Operators.special_ndtr.Call(input);

        /// <summary>The standard normal's quantile function.</summary>
        public static Tensor ndtri(Tensor input) => Operators.special_ndtri.Call(input);

        /// <summary>ln |Γ(x)|.</summary>
        public static Tensor gammaln(Tensor input) => input.lgamma();
        public static Tensor digamma(Tensor input) => input.digamma();
        public static Tensor psi(Tensor input) => input.digamma();
        public static Tensor polygamma(long n, Tensor input) => input.polygamma(n);
        public static Tensor multigammaln(Tensor input, long p) => input.mvlgamma(p);

        /// <summary>The lower incomplete gamma function, regularised.</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => input.igamma(other);

        /// <summary>The upper incomplete gamma function, regularised.</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => input.igammac(other);

        public static Tensor i0(Tensor input) => input.i0();
        public static Tensor i0e(Tensor input) => Operators.special_i0e.Call(input);
        public static Tensor i1(Tensor input) => Operators.special_i1.Call(input);
        public static Tensor i1e(Tensor input) => Operators.special_i1e.Call(input);
        public static Tensor sinc(Tensor input) => input.sinc();

        /// <summary>Hurwitz's zeta function.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => Operators.special_zeta.Call(x, q);
    }
}
