using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>sin x, element by element.</summary>
        public Tensor sin() => Operators.sin.Call(this);
        public Tensor sin_() => Operators.sin_.In(this);

        /// <summary>cos x, element by element.</summary>
        public Tensor cos() => Operators.cos.Call(this);
        public Tensor cos_() => Operators.cos_.In(this);

        /// <summary>tan x, element by element.</summary>
        public Tensor tan() => Operators.tan.Call(this);
        public Tensor tan_() => Operators.tan_.In(this);

        /// <summary>arcsin x, element by element.</summary>
        public Tensor asin() => Operators.asin.Call(this);
        public Tensor arcsin() => asin();
        public Tensor asin_() => Operators.asin_.In(this);
        public Tensor arcsin_() => asin_();

        /// <summary>arccos x, element by element.</summary>
        public Tensor acos() => Operators.acos.Call(this);
        public Tensor arccos() => acos();
        public Tensor acos_() => Operators.acos_.In(this);
        public Tensor arccos_() => acos_();

        /// <summary>arctan x, element by element.</summary>
        public Tensor atan() => Operators.atan.Call(this);
        public Tensor arctan() => atan();
        public Tensor atan_() => Operators.atan_.In(this);
        public Tensor arctan_() => atan_();

        /// <summary>sinh x, element by element.</summary>
        public Tensor sinh() => Operators.sinh.Call(this);
        public Tensor sinh_() => Operators.sinh_.In(this);

        /// <summary>cosh x, element by element.</summary>
        public Tensor cosh() => Operators.cosh.Call(this);
        public Tensor cosh_() => Operators.cosh_.In(this);

        /// <summary>tanh x, element by element.</summary>
        public Tensor tanh() => Operators.tanh.Call(this);
        public Tensor tanh_() => Operators.tanh_.In(this);

        /// <summary>arsinh x, element by element.</summary>
        public Tensor asinh() => Operators.asinh.Call(this);
        public Tensor arcsinh() => asinh();
        public Tensor asinh_() => Operators.asinh_.In(this);
        public Tensor arcsinh_() => asinh_();

        /// <summary>arcosh x, element by element.</summary>
        public Tensor acosh() => Operators.acosh.Call(this);
        public Tensor arccosh() => acosh();
        public Tensor acosh_() => Operators.acosh_.In(this);
        public Tensor arccosh_() => acosh_();

        /// <summary>artanh x, element by element.</summary>
        public Tensor atanh() => Operators.atanh.Call(this);
        public Tensor arctanh() => atanh();
        public Tensor atanh_() => Operators.atanh_.In(this);
        public Tensor arctanh_() => atanh_();

        /// <summary>sin(πx) / (πx), and 1 at 0, element by element.</summary>
        public Tensor sinc() => Operators.sinc.Call(this);
        public Tensor sinc_() => Operators.sinc_.In(this);

        /// <summary>The angle of a complex number; 0 or π of a real one, element by element.</summary>
        public Tensor angle() => Operators.angle.Call(this);

        /// <summary>x · π / 180, element by element.</summary>
        public Tensor deg2rad() => Operators.deg2rad.Call(this);
        public Tensor deg2rad_() => Operators.deg2rad_.In(this);

        /// <summary>x · 180 / π, element by element.</summary>
        public Tensor rad2deg() => Operators.rad2deg.Call(this);
        public Tensor rad2deg_() => Operators.rad2deg_.In(this);
    }

    public static Tensor sin(Tensor input) => input.sin();
    public static Tensor sin_(Tensor input) => input.sin_();
    public static Tensor cos(Tensor input) => input.cos();
    public static Tensor cos_(Tensor input) => input.cos_();
    public static Tensor tan(Tensor input) => input.tan();
    public static Tensor tan_(Tensor input) => input.tan_();
    public static Tensor asin(Tensor input) => input.asin();
    public static Tensor arcsin(Tensor input) => input.asin();
    public static Tensor asin_(Tensor input) => input.asin_();
    public static Tensor arcsin_(Tensor input) => input.asin_();
    public static Tensor acos(Tensor input) => input.acos();
    public static Tensor arccos(Tensor input) => input.acos();
    public static Tensor acos_(Tensor input) => input.acos_();
    public static Tensor arccos_(Tensor input) => input.acos_();
    public static Tensor atan(Tensor input) => input.atan();
    public static Tensor arctan(Tensor input) => input.atan();
    public static Tensor atan_(Tensor input) => input.atan_();
    public static Tensor arctan_(Tensor input) => input.atan_();
    public static Tensor sinh(Tensor input) => input.sinh();
    public static Tensor sinh_(Tensor input) => input.sinh_();
    public static Tensor cosh(Tensor input) => input.cosh();
    public static Tensor cosh_(Tensor input) => input.cosh_();
    public static Tensor tanh(Tensor input) => input.tanh();
    public static Tensor tanh_(Tensor input) => input.tanh_();
    public static Tensor asinh(Tensor input) => input.asinh();
    public static Tensor arcsinh(Tensor input) => input.asinh();
    public static Tensor asinh_(Tensor input) => input.asinh_();
    public static Tensor arcsinh_(Tensor input) => input.asinh_();
    public static Tensor acosh(Tensor input) => input.acosh();
    public static Tensor arccosh(Tensor input) => input.acosh();
    public static Tensor acosh_(Tensor input) => input.acosh_();
    public static Tensor arccosh_(Tensor input) => input.acosh_();
    public static Tensor atanh(Tensor input) => input.atanh();
    public static Tensor arctanh(Tensor input) => input.atanh();
    public static Tensor atanh_(Tensor input) => input.atanh_();
    public static Tensor arctanh_(Tensor input) => input.atanh_();
    public static Tensor sinc(Tensor input) => input.sinc();
    public static Tensor sinc_(Tensor input) => input.sinc_();
    public static Tensor angle(Tensor input) => input.angle();
    public static Tensor deg2rad(Tensor input) => input.deg2rad();
    public static Tensor deg2rad_(Tensor input) => input.deg2rad_();
    public static Tensor rad2deg(Tensor input) => input.rad2deg();
    public static Tensor rad2deg_(Tensor input) => input.rad2deg_();
}
