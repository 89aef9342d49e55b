using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What the modules compute, as functions: parameters are arguments and nothing is remembered.</summary>
        public static partial class functional
        {
            private static readonly Operator
                reluOp = new("relu"), reluInPlace = new("relu_"), relu6Op = new("relu6"), relu6InPlace = new("relu6_"),
                leakyReluOp = new("leaky_relu"), leakyReluInPlace = new("leaky_relu_"), rreluOp = new("rrelu"), rreluInPlace = new("rrelu_"),
                preluOp = new("prelu"), eluOp = new("elu"), eluInPlace = new("elu_"), celuOp = new("celu"), celuInPlace = new("celu_"),
                seluOp = new("selu"), seluInPlace = new("selu_"), geluOp = new("gelu"), geluInPlace = new("gelu_"),
                siluOp = new("silu"), siluInPlace = new("silu_"), mishOp = new("mish"), mishInPlace = new("mish_"),
                sigmoidOp = new("sigmoid"), sigmoidInPlace = new("sigmoid_"), logSigmoidOp = new("log_sigmoid"),
                hardsigmoidOp = new("hardsigmoid"), hardsigmoidInPlace = new("hardsigmoid_"),
                hardswishOp = new("hardswish"), hardswishInPlace = new("hardswish_"), tanhOp = new("tanh"), tanhInPlace = new("tanh_"),
                hardtanhOp = new("hardtanh"), hardtanhInPlace = new("hardtanh_"), softplusOp = new("softplus"),
                hardshrinkOp = new("hardshrink"), softshrinkOp = new("softshrink"),
                thresholdOp = new("threshold"), thresholdInPlace = new("threshold_"), gluOp = new("glu"),
                softmaxOp = new("softmax", "int"), logSoftmaxOp = new("log_softmax", "int");

            // In place, the input itself is changed; what comes back is another handle to it.
            private static Tensor Apply(bool inplace, Operator fresh, Operator changing, params ReadOnlySpan<Argument> arguments) =>
                inplace ? changing.In(arguments).alias() : fresh.Call(arguments);

            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => Apply(inplace, reluOp, reluInPlace, x);

            /// <summary>min(max(0, x), 6).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => Apply(inplace, relu6Op, relu6InPlace, x);

            /// <summary>x where x ≥ 0, else negative_slope · x.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Apply(inplace, leakyReluOp, leakyReluInPlace, input, negative_slope);

            /// <summary>x where x ≥ 0, else x times the mean of the two slopes.</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                rrelu(x, lower, upper, training: false, inplace);

            /// <summary>x where x ≥ 0, else a · x with a drawn from U(lower, upper) in training, their mean otherwise.</summary>
            internal static Tensor rrelu(Tensor x, double lower, double upper, bool training, bool inplace) =>
                Apply(inplace, rreluOp, rreluInPlace, x, lower, upper, training);

            /// <summary>x where x ≥ 0, else w · x, with one w for all or one for each channel.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => preluOp.Call(input, weight);

            /// <summary>x where x > 0, else α (eˣ − 1).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => Apply(inplace, eluOp, eluInPlace, x, alpha);

            /// <summary>max(0, x) + min(0, α (e^(x/α) − 1)).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => Apply(inplace, celuOp, celuInPlace, x, alpha);

            /// <summary>λ x where x > 0, else λ α (eˣ − 1) (Klambauer et al. 2017, arXiv:1706.02515).</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => Apply(inplace, seluOp, seluInPlace, x);

            /// <summary>x Φ(x), with Φ the standard normal distribution function.</summary>
            public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

            /// <summary>x Φ(x), with Φ the standard normal distribution function.</summary>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>x Φ(x), with Φ computed exactly or by tanh.</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                Apply(inplace, geluOp, geluInPlace, x, approximate.ToString());

            /// <summary>x σ(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => Apply(inplace, siluOp, siluInPlace, x);

            /// <summary>x tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => Apply(inplace, mishOp, mishInPlace, x);

            /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
            public static Tensor sigmoid(Tensor x) => sigmoid(x, inplace: false);

            /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => Apply(inplace, sigmoidOp, sigmoidInPlace, x);

            /// <summary>log σ(x), without overflow.</summary>
            public static Tensor logsigmoid(Tensor x) => logSigmoidOp.Call(x);

            /// <summary>0 below −3, 1 above 3, x/6 + ½ between.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Apply(inplace, hardsigmoidOp, hardsigmoidInPlace, input);

            /// <summary>x · hardsigmoid(x).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) => Apply(inplace, hardswishOp, hardswishInPlace, input);

            /// <summary>tanh x.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => Apply(inplace, tanhOp, tanhInPlace, x);

            /// <summary>x − tanh x.</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var hyperbolic = tanh(x);
                return inplace ? x.sub_(hyperbolic).alias() : x.sub(hyperbolic);
            }

            /// <summary>x clamped to [min_val, max_val].</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                Apply(inplace, hardtanhOp, hardtanhInPlace, x, min_val, max_val);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = x.abs();
                using var divisor = size.add(1);
                return inplace ? x.div_(divisor).alias() : x.div(divisor);
            }

            /// <summary>log(1 + e^(βx)) / β, and x where βx exceeds the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => softplusOp.Call(x, beta, threshold);

            /// <summary>x where |x| > λ, else 0.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => hardshrinkOp.Call(x, lambda);

            /// <summary>x moved towards 0 by λ, and 0 where |x| ≤ λ.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => softshrinkOp.Call(x, lambda);

            /// <summary>x where x > threshold, else value.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                Apply(inplace, thresholdOp, thresholdInPlace, x, threshold, value);

            /// <summary>a σ(b), where a and b are the halves of the input along a dimension.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => gluOp.Call(input, dim);

            /// <summary>exp xᵢ / Σⱼ exp xⱼ along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => softmaxOp.Call(input, dim, dtype);

            /// <summary>softmax(−x) along a dimension.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = x.neg();
                return softmax(negative, dim);
            }

            /// <summary>softmax over the channels of (B, C, H, W) or (C, H, W).</summary>
            public static Tensor softmax2d(Tensor x) => softmax(x, dim: -3);

            /// <summary>log softmax(x) along a dimension.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => logSoftmaxOp.Call(x, dim);
        }
    }
}
