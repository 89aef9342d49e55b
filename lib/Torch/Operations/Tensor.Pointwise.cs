using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>|x|, element by element.</summary>
        public Tensor abs() => Operators.abs.Call(this);
        public Tensor absolute() => abs();
        public Tensor abs_() => Operators.abs_.In(this);
        public Tensor absolute_() => abs_();

        /// <summary>−x, element by element.</summary>
        public Tensor neg() => Operators.neg.Call(this);
        public Tensor negative() => neg();
        public Tensor neg_() => Operators.neg_.In(this);

        /// <summary>x², element by element.</summary>
        public Tensor square() => Operators.square.Call(this);

        /// <summary>√x, element by element.</summary>
        public Tensor sqrt() => Operators.sqrt.Call(this);
        public Tensor sqrt_() => Operators.sqrt_.In(this);

        /// <summary>1 / √x, element by element.</summary>
        public Tensor rsqrt() => Operators.rsqrt.Call(this);
        public Tensor rsqrt_() => Operators.rsqrt_.In(this);

        /// <summary>1 / x, element by element.</summary>
        public Tensor reciprocal() => Operators.reciprocal.Call(this);
        public Tensor reciprocal_() => Operators.reciprocal_.In(this);

        /// <summary>eˣ, element by element.</summary>
        public Tensor exp() => Operators.exp.Call(this);
        public Tensor exp_() => Operators.exp_.In(this);

        /// <summary>2ˣ, element by element.</summary>
        public Tensor exp2() => Operators.exp2.Call(this);
        public Tensor exp2_() => Operators.exp2_.In(this);

        /// <summary>eˣ − 1, exact near 0, element by element.</summary>
        public Tensor expm1() => Operators.expm1.Call(this);
        public Tensor expm1_() => Operators.expm1_.In(this);

        /// <summary>ln x, element by element.</summary>
        public Tensor log() => Operators.log.Call(this);
        public Tensor log_() => Operators.log_.In(this);

        /// <summary>log₂ x, element by element.</summary>
        public Tensor log2() => Operators.log2.Call(this);
        public Tensor log2_() => Operators.log2_.In(this);

        /// <summary>log₁₀ x, element by element.</summary>
        public Tensor log10() => Operators.log10.Call(this);
        public Tensor log10_() => Operators.log10_.In(this);

        /// <summary>ln(1 + x), exact near 0, element by element.</summary>
        public Tensor log1p() => Operators.log1p.Call(this);
        public Tensor log1p_() => Operators.log1p_.In(this);

        /// <summary>The smallest whole number ≥ x, element by element.</summary>
        public Tensor ceil() => Operators.ceil.Call(this);
        public Tensor ceil_() => Operators.ceil_.In(this);

        /// <summary>The largest whole number ≤ x, element by element.</summary>
        public Tensor floor() => Operators.floor.Call(this);
        public Tensor floor_() => Operators.floor_.In(this);

        /// <summary>The whole part of x, element by element.</summary>
        public Tensor trunc() => Operators.trunc.Call(this);
        public Tensor fix() => trunc();
        public Tensor trunc_() => Operators.trunc_.In(this);
        public Tensor fix_() => trunc_();

        /// <summary>The part of x behind the point, element by element.</summary>
        public Tensor frac() => Operators.frac.Call(this);
        public Tensor frac_() => Operators.frac_.In(this);

        /// <summary>−1, 0 or 1, element by element.</summary>
        public Tensor sign() => Operators.sign.Call(this);
        public Tensor sign_() => Operators.sign_.In(this);

        /// <summary>x / |x|, and 0 at 0, element by element.</summary>
        public Tensor sgn() => Operators.sgn.Call(this);
        public Tensor sgn_() => Operators.sgn_.In(this);

        /// <summary>Whether x carries a minus sign, −0 included, element by element.</summary>
        public Tensor signbit() => Operators.signbit.Call(this);

        /// <summary>x itself, element by element.</summary>
        public Tensor positive() => Operators.positive.Call(this);

        /// <summary>The complex conjugate, written out, element by element.</summary>
        public Tensor conj_physical() => Operators.conj_physical.Call(this);
        public Tensor conj_physical_() => Operators.conj_physical_.In(this);

        /// <summary>Every bit turned over; of truth values, not, element by element.</summary>
        public Tensor bitwise_not() => Operators.bitwise_not.Call(this);
        public Tensor bitwise_not_() => Operators.bitwise_not_.In(this);

        /// <summary>Whether x is 0, element by element.</summary>
        public Tensor logical_not() => Operators.logical_not.Call(this);
        public Tensor logical_not_() => Operators.logical_not_.In(this);

        /// <summary>Whether x is not a number, element by element.</summary>
        public Tensor isnan() => Operators.isnan.Call(this);

        /// <summary>Whether x is ±∞, element by element.</summary>
        public Tensor isinf() => Operators.isinf.Call(this);

        /// <summary>Whether x is a number and not ±∞, element by element.</summary>
        public Tensor isfinite() => Operators.isfinite.Call(this);

        /// <summary>Whether x is +∞, element by element.</summary>
        public Tensor isposinf() => Operators.isposinf.Call(this);

        /// <summary>Whether x is −∞, element by element.</summary>
        public Tensor isneginf() => Operators.isneginf.Call(this);

        /// <summary>Whether x has no imaginary part, element by element.</summary>
        public Tensor isreal() => Operators.isreal.Call(this);
    }

    public static Tensor abs(Tensor input) => input.abs();
    public static Tensor absolute(Tensor input) => input.abs();
    public static Tensor abs_(Tensor input) => input.abs_();
    public static Tensor absolute_(Tensor input) => input.abs_();
    public static Tensor neg(Tensor input) => input.neg();
    public static Tensor negative(Tensor input) => input.neg();
    public static Tensor neg_(Tensor input) => input.neg_();
    public static Tensor negative_(Tensor input) => input.neg_();
    public static Tensor square(Tensor input) => input.square();
    public static Tensor sqrt(Tensor input) => input.sqrt();
    public static Tensor sqrt_(Tensor input) => input.sqrt_();
    public static Tensor rsqrt(Tensor input) => input.rsqrt();
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();
    public static Tensor reciprocal(Tensor input) => input.reciprocal();
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();
    public static Tensor exp(Tensor input) => input.exp();
    public static Tensor exp_(Tensor input) => input.exp_();
    public static Tensor exp2(Tensor input) => input.exp2();
    public static Tensor exp2_(Tensor input) => input.exp2_();
    public static Tensor expm1(Tensor input) => input.expm1();
    public static Tensor expm1_(Tensor input) => input.expm1_();
    public static Tensor log(Tensor input) => input.log();
    public static Tensor log_(Tensor input) => input.log_();
    public static Tensor log2(Tensor input) => input.log2();
    public static Tensor log2_(Tensor input) => input.log2_();
    public static Tensor log10(Tensor input) => input.log10();
    public static Tensor log10_(Tensor input) => input.log10_();
    public static Tensor log1p(Tensor input) => input.log1p();
    public static Tensor log1p_(Tensor input) => input.log1p_();
    public static Tensor ceil(Tensor input) => input.ceil();
    public static Tensor ceil_(Tensor input) => input.ceil_();
    public static Tensor floor(Tensor input) => input.floor();
    public static Tensor floor_(Tensor input) => input.floor_();
    public static Tensor trunc(Tensor input) => input.trunc();
    public static Tensor fix(Tensor input) => input.trunc();
    public static Tensor trunc_(Tensor input) => input.trunc_();
    public static Tensor fix_(Tensor input) => input.trunc_();
    public static Tensor frac(Tensor input) => input.frac();
    public static Tensor frac_(Tensor input) => input.frac_();
    public static Tensor sign(Tensor input) => input.sign();
    public static Tensor sign_(Tensor input) => input.sign_();
    public static Tensor sgn(Tensor input) => input.sgn();
    public static Tensor sgn_(Tensor input) => input.sgn_();
    public static Tensor signbit(Tensor input) => input.signbit();
    public static Tensor positive(Tensor input) => input.positive();
    public static Tensor conj_physical(Tensor input) => input.conj_physical();
    public static Tensor conj_physical_(Tensor input) => input.conj_physical_();
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();
    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();
    public static Tensor logical_not(Tensor input) => input.logical_not();
    public static Tensor isnan(Tensor input) => input.isnan();
    public static Tensor isinf(Tensor tensor) => tensor.isinf();
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();
    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();
    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();
    public static Tensor isreal(Tensor tensor) => tensor.isreal();
}
