using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>min where x is less, max where it is more, x between.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operators.clamp.Call(this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Operators.clamp_Tensor.Call(this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Operators.clamp_.In(this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Operators.clamp__Tensor.In(this, min, max);
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
        public Tensor clamp_max(Scalar max) => Operators.clamp_max.Call(this, max);
        public Tensor clamp_max_(Scalar max) => Operators.clamp_max_.In(this, max);
        public Tensor clamp_min(Scalar min) => Operators.clamp_min.Call(this, min);
        public Tensor clamp_min_(Scalar min) => Operators.clamp_min_.In(this, min);

        /// <summary>Numbers in the place of NaN and ±∞; the largest and smallest there are for the infinities where none is given.</summary>
        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) =>
            Operators.nan_to_num.Call(this, nan, posinf, neginf);
        public Tensor nan_to_num_(double nan = 0d, double? posinf = null, double? neginf = null) =>
            Operators.nan_to_num_.In(this, nan, posinf, neginf);

        /// <summary>x + w (end − x).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Operators.lerp_Tensor.Call(this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => Operators.lerp__Tensor.In(this, end, weight);

        /// <summary>The nearest number of so many decimals; halves to the even one.</summary>
        public Tensor round(long decimals = 0L) => Operators.round_decimals.Call(this, decimals);
        public Tensor round_(long decimals = 0L) => Operators.round__decimals.In(this, decimals);

        /// <summary>ln(x / (1 − x)).</summary>
        public Tensor logit(double? eps = null) => Operators.logit.Call(this, eps);
        public Tensor logit_(double? eps = null) => Operators.logit_.In(this, eps);

        /// <summary>ln(1 + e^(βx)) / β, and x itself where βx exceeds the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Operators.softplus.Call(this, beta, threshold);
        public Tensor leaky_relu(Scalar negative_slope) => Operators.leaky_relu.Call(this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Operators.leaky_relu_.In(this, negative_slope);
        public Tensor elu(double alpha = 1) => Operators.elu.Call(this, alpha);
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Operators.elu.Call(this, alpha, scale, input_scale);
        public Tensor elu_(double alpha = 1) => Operators.elu_.In(this, alpha);
        public Tensor celu() => Operators.celu.Call(this);
        public Tensor celu(Scalar alpha) => Operators.celu.Call(this, alpha);
        public Tensor gelu() => Operators.gelu.Call(this);
        public Tensor glu(long dim = -1) => Operators.glu.Call(this, dim);
        public Tensor hardtanh(Scalar min, Scalar max) => Operators.hardtanh.Call(this, min, max);
        public Tensor hardtanh_(Scalar min, Scalar max) => Operators.hardtanh_.In(this, min, max);
        public Tensor prelu(Tensor target) => Operators.prelu.Call(this, target);
        public Tensor threshold(Scalar threshold, Scalar value) => Operators.threshold.Call(this, threshold, value);
        public Tensor threshold_(Scalar threshold, Scalar value) => Operators.threshold_.In(this, threshold, value);
        public Tensor polygamma(long p) => Operators.polygamma.Call(p, this);
        public Tensor mvlgamma(long p) => Operators.mvlgamma.Call(this, p);
        public Tensor igamma(Tensor other) => Operators.igamma.Call(this, other);
        public Tensor igammac(Tensor other) => Operators.igammac.Call(this, other);
    }

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);
    public static Tensor nan_to_num(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) =>
        input.nan_to_num(nan, posinf, neginf);
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);
    public static Tensor round(Tensor input, long decimals = 0L) => input.round(decimals);
    public static Tensor round_(Tensor input, long decimals = 0L) => input.round_(decimals);
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);
    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);
    public static Tensor mvlgamma(Tensor input, long p) => input.mvlgamma(p);
}
