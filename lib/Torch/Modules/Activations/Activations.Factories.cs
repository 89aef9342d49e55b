using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>max(0, x).</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>min(max(0, x), 6).</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>x where x ≥ 0, else negative_slope · x.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>x where x ≥ 0, else a · x with a drawn from U(lower, upper) in training and their mean otherwise.</summary>
        public static RReLU RReLU(double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) => new(lower, upper, inplace);

        /// <summary>x where x > 0, else α (eˣ − 1).</summary>
        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>max(0, x) + min(0, α (e^(x/α) − 1)).</summary>
        public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>λ x where x > 0, else λ α (eˣ − 1), with the λ and α that keep mean 0 and variance 1 (Klambauer et al. 2017, arXiv:1706.02515).</summary>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>x σ(x).</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>x σ(x).</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>x tanh(softplus(x)).</summary>
        public static Mish Mish() => new(false);

        /// <summary>x tanh(softplus(x)).</summary>
        public static Mish Mish(bool inplace) => new(inplace);

        /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>log σ(x).</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>0 below −3, 1 above 3, x/6 + ½ between.</summary>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>x · hardsigmoid(x).</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>tanh x.</summary>
        public static Tanh Tanh() => new(false);

        /// <summary>tanh x.</summary>
        public static Tanh Tanh(bool inplace) => new(inplace);

        /// <summary>x − tanh x.</summary>
        public static Tanhshrink Tanhshrink() => new(false);

        /// <summary>x − tanh x.</summary>
        public static Tanhshrink Tanhshrink(bool inplace) => new(inplace);

        /// <summary>x clamped to [min_val, max_val].</summary>
        public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign() => new(false);

        /// <summary>x / (1 + |x|).</summary>
        public static Softsign Softsign(bool inplace) => new(inplace);

        /// <summary>log(1 + e^(βx)) / β, and x where βx exceeds the threshold.</summary>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>x where |x| > λ, else 0.</summary>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x moved towards 0 by λ, and 0 where |x| ≤ λ.</summary>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x where x > threshold, else value.</summary>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

        /// <summary>a σ(b), where a and b are the halves of x along a dimension.</summary>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>exp xᵢ / Σⱼ exp xⱼ along a dimension.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>softmax(−x) along a dimension.</summary>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>log softmax(x) along a dimension.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>softmax over the channels of (B, C, H, W) or (C, H, W).</summary>
        public static Softmax2d Softmax2d() => new();

        /// <summary>x Φ(x), with Φ the standard normal distribution function.</summary>
        public static GELU GELU() => new(false);

        /// <summary>x Φ(x), with Φ the standard normal distribution function.</summary>
        public static GELU GELU(bool inplace) => new(inplace);

        /// <summary>x Φ(x), with Φ the standard normal distribution function.</summary>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(inplace, approximate);

        /// <summary>x where x ≥ 0, else w · x with learned slopes w.</summary>
        public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
            new(num_parameters, init, device, dtype);
    }
}
