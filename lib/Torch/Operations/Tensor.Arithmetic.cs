using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>x + y</summary>
        public Tensor add(Tensor target) => Operators.add_Tensor.Call(this, target);
        public Tensor add_(Tensor target) => Operators.add__Tensor.In(this, target);
        public Tensor add(Scalar scalar) => Operators.add_Scalar.Call(this, scalar);
        public Tensor add_(Scalar scalar) => Operators.add__Scalar.In(this, scalar);

        /// <summary>x + α y</summary>
        public Tensor add(Tensor target, Scalar alpha) => Operators.add_Tensor.Call(this, target, alpha);
        public Tensor add_(Tensor target, Scalar alpha) => Operators.add__Tensor.In(this, target, alpha);
        public Tensor add(Scalar scalar, Scalar alpha) => Operators.add_Scalar.Call(this, scalar, alpha);
        public Tensor add_(Scalar scalar, Scalar alpha) => Operators.add__Scalar.In(this, scalar, alpha);

        /// <summary>x − y</summary>
        public Tensor sub(Tensor target) => Operators.sub_Tensor.Call(this, target);
        public Tensor subtract(Tensor target) => sub(target);
        public Tensor sub_(Tensor target) => Operators.sub__Tensor.In(this, target);
        public Tensor subtract_(Tensor target) => sub_(target);
        public Tensor sub(Scalar target) => Operators.sub_Scalar.Call(this, target);
        public Tensor subtract(Scalar target) => sub(target);
        public Tensor sub_(Scalar target) => Operators.sub__Scalar.In(this, target);
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <summary>x · y</summary>
        public Tensor mul(Tensor target) => Operators.mul_Tensor.Call(this, target);
        public Tensor multiply(Tensor target) => mul(target);
        public Tensor mul_(Tensor target) => Operators.mul__Tensor.In(this, target);
        public Tensor mul(Scalar target) => Operators.mul_Scalar.Call(this, target);
        public Tensor multiply(Scalar target) => mul(target);
        public Tensor mul_(Scalar target) => Operators.mul__Scalar.In(this, target);

        /// <summary>x / y, rounded as asked</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Operators.div_Tensor_mode.Call(this, target, NameOf(rounding_mode));
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Operators.div__Tensor_mode.In(this, target, NameOf(rounding_mode));
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Operators.div_Scalar_mode.Call(this, target, NameOf(rounding_mode));
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Operators.div__Scalar_mode.In(this, target, NameOf(rounding_mode));
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>x / y</summary>
        public Tensor true_divide(Tensor other) => Operators.div_Tensor.Call(this, other);
        public Tensor true_divide_(Tensor other) => Operators.div__Tensor.In(this, other);
        public Tensor true_divide(Scalar other) => Operators.div_Scalar.Call(this, other);
        public Tensor true_divide_(Scalar other) => Operators.div__Scalar.In(this, other);

        /// <summary>⌊x / y⌋</summary>
        public Tensor floor_divide(Tensor other) => Operators.floor_divide.Call(this, other);
        public Tensor floor_divide_(Tensor other) => Operators.floor_divide_.In(this, other);
        public Tensor floor_divide(Scalar other) => Operators.floor_divide_Scalar.Call(this, other);
        public Tensor floor_divide_(Scalar other) => Operators.floor_divide__Scalar.In(this, other);

        /// <summary>x − y ⌊x / y⌋: with the sign of y</summary>
        public Tensor remainder(Tensor target) => Operators.remainder_Tensor.Call(this, target);
        public Tensor remainder_(Tensor target) => Operators.remainder__Tensor.In(this, target);
        public Tensor remainder(Scalar scalar) => Operators.remainder_Scalar.Call(this, scalar);
        public Tensor remainder_(Scalar scalar) => Operators.remainder__Scalar.In(this, scalar);

        /// <summary>The remainder with the sign of x</summary>
        public Tensor fmod(Tensor target) => Operators.fmod_Tensor.Call(this, target);
        public Tensor fmod_(Tensor target) => Operators.fmod__Tensor.In(this, target);
        public Tensor fmod(Scalar scalar) => Operators.fmod_Scalar.Call(this, scalar);
        public Tensor fmod_(Scalar scalar) => Operators.fmod__Scalar.In(this, scalar);

        /// <summary>xʸ</summary>
        public Tensor pow(Tensor exponent) => Operators.pow_Tensor_Tensor.Call(this, exponent);
        public Tensor pow_(Tensor exponent) => Operators.pow__Tensor.In(this, exponent);
        public Tensor pow(Scalar exponent) => Operators.pow_Tensor_Scalar.Call(this, exponent);
        public Tensor pow_(Scalar exponent) => Operators.pow__Scalar.In(this, exponent);

        /// <summary>xʸ in Float64</summary>
        public Tensor float_power(Tensor target) => Operators.float_power_Tensor_Tensor.Call(this, target);

        /// <summary>The angle of the point (y, x), with this as y</summary>
        public Tensor atan2(Tensor other) => Operators.atan2.Call(this, other);
        public Tensor arctan2(Tensor other) => atan2(other);
        public Tensor atan2_(Tensor other) => Operators.atan2_.In(this, other);
        public Tensor arctan2_(Tensor other) => atan2_(other);

        /// <summary>√(x² + y²)</summary>
        public Tensor hypot(Tensor other) => Operators.hypot.Call(this, other);

        /// <summary>ln(eˣ + eʸ), stable</summary>
        public Tensor logaddexp(Tensor other) => Operators.logaddexp.Call(this, other);

        /// <summary>log₂(2ˣ + 2ʸ), stable</summary>
        public Tensor logaddexp2(Tensor other) => Operators.logaddexp2.Call(this, other);

        /// <summary>The larger of two; a NaN wins</summary>
        public Tensor maximum(Tensor other) => Operators.maximum.Call(this, other);

        /// <summary>The smaller of two; a NaN wins</summary>
        public Tensor minimum(Tensor other) => Operators.minimum.Call(this, other);

        /// <summary>The larger of two; a number wins over NaN</summary>
        public Tensor fmax(Tensor other) => Operators.fmax.Call(this, other);

        /// <summary>The smaller of two; a number wins over NaN</summary>
        public Tensor fmin(Tensor other) => Operators.fmin.Call(this, other);

        /// <summary>The greatest common divisor</summary>
        public Tensor gcd(Tensor other) => Operators.gcd.Call(this, other);
        public Tensor gcd_(Tensor other) => Operators.gcd_.In(this, other);

        /// <summary>The least common multiple</summary>
        public Tensor lcm(Tensor other) => Operators.lcm.Call(this, other);
        public Tensor lcm_(Tensor other) => Operators.lcm_.In(this, other);

        /// <summary>|x| with the sign of y</summary>
        public Tensor copysign(Tensor other) => Operators.copysign_Tensor.Call(this, other);
        public Tensor copysign_(Tensor other) => Operators.copysign__Tensor.In(this, other);

        /// <summary>0, y or 1 as x is negative, zero or positive</summary>
        public Tensor heaviside(Tensor other) => Operators.heaviside.Call(this, other);
        public Tensor heaviside_(Tensor other) => Operators.heaviside_.In(this, other);

        /// <summary>The next number from x towards y</summary>
        public Tensor nextafter(Tensor other) => Operators.nextafter.Call(this, other);
        public Tensor nextafter_(Tensor other) => Operators.nextafter_.In(this, other);

        /// <summary>x ln y, and 0 where x = 0</summary>
        public Tensor xlogy(Tensor y) => Operators.xlogy_Tensor.Call(this, y);
        public Tensor xlogy_(Tensor y) => Operators.xlogy__Tensor.In(this, y);
        public Tensor xlogy(Scalar y) => Operators.xlogy_Scalar_Other.Call(this, y);
        public Tensor xlogy_(Scalar y) => Operators.xlogy__Scalar_Other.In(this, y);

        /// <summary>Whether both are not 0</summary>
        public Tensor logical_and(Tensor other) => Operators.logical_and.Call(this, other);
        public Tensor logical_and_(Tensor other) => Operators.logical_and_.In(this, other);

        /// <summary>Whether one is not 0</summary>
        public Tensor logical_or(Tensor other) => Operators.logical_or.Call(this, other);
        public Tensor logical_or_(Tensor other) => Operators.logical_or_.In(this, other);

        /// <summary>Whether just one is not 0</summary>
        public Tensor logical_xor(Tensor other) => Operators.logical_xor.Call(this, other);
        public Tensor logical_xor_(Tensor other) => Operators.logical_xor_.In(this, other);

        /// <summary>x ∧ y, bit by bit</summary>
        public Tensor bitwise_and(Tensor other) => Operators.bitwise_and_Tensor.Call(this, other);
        public Tensor bitwise_and_(Tensor other) => Operators.bitwise_and__Tensor.In(this, other);

        /// <summary>x ∨ y, bit by bit</summary>
        public Tensor bitwise_or(Tensor other) => Operators.bitwise_or_Tensor.Call(this, other);
        public Tensor bitwise_or_(Tensor other) => Operators.bitwise_or__Tensor.In(this, other);

        /// <summary>x ⊕ y, bit by bit</summary>
        public Tensor bitwise_xor(Tensor other) => Operators.bitwise_xor_Tensor.Call(this, other);
        public Tensor bitwise_xor_(Tensor other) => Operators.bitwise_xor__Tensor.In(this, other);

        /// <summary>x · 2ʸ</summary>
        public Tensor bitwise_left_shift(Tensor other) => Operators.bitwise_left_shift_Tensor.Call(this, other);
        public Tensor bitwise_left_shift_(Tensor other) => Operators.bitwise_left_shift__Tensor.In(this, other);

        /// <summary>⌊x / 2ʸ⌋</summary>
        public Tensor bitwise_right_shift(Tensor other) => Operators.bitwise_right_shift_Tensor.Call(this, other);
        public Tensor bitwise_right_shift_(Tensor other) => Operators.bitwise_right_shift__Tensor.In(this, other);

        private static string? NameOf(RoundingMode mode) =>
            mode switch { RoundingMode.trunc => "trunc", RoundingMode.floor => "floor", _ => null };
    }
}
