using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>y = x Wᵀ + b: (…, in) to (…, out).</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        internal Linear(Parameter weight, Parameter? bias = null) : base(nameof(Linear))
        {
            (in_features, out_features) = (weight.shape[1], weight.shape[0]);
            this.weight = weight;
            this.bias = bias;
        }

        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
            : this(new Parameter(empty(outputSize, inputSize, device: device, dtype: dtype)),
                  hasBias ? new Parameter(empty(outputSize, device: device, dtype: dtype)) : null)
        {
            FanIn.Initialise(weight, bias);
        }

        /// <summary>Size of each input.</summary>
        public long in_features { get; set; }

        /// <summary>Size of each output.</summary>
        public long out_features { get; set; }

        /// <summary>W: (out, in).</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value)!; }

        /// <summary>b: (out), if there is one.</summary>
        public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
    }

    /// <summary>yₖ = x₁ᵀ Wₖ x₂ + bₖ: (…, in1) and (…, in2) to (…, out).</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Bilinear))
        {
            (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
            weight = new Parameter(empty(out_features, in1_features, in2_features, device: device, dtype: dtype));
            if (hasBias) bias = new Parameter(empty(out_features, device: device, dtype: dtype));
            var bound = 1 / Math.Sqrt(in1_features);
            nn.init.uniform_(weight, -bound, bound);
            if (bias is not null) nn.init.uniform_(bias, -bound, bound);
        }

        /// <summary>Size of each first input.</summary>
        public long in1_features { get; set; }

        /// <summary>Size of each second input.</summary>
        public long in2_features { get; set; }

        /// <summary>Size of each output.</summary>
        public long out_features { get; set; }

        /// <summary>W: (out, in1, in2).</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value)!; }

        /// <summary>b: (out), if there is one.</summary>
        public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
    }

    /// <summary>The first values of layers whose units add up many inputs: U(−1/√fan in, 1/√fan in).</summary>
    internal static class FanIn
    {
        internal static void Initialise(Tensor weight, Tensor? bias)
        {
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));      // the slope that makes the bound 1/√fan in
            if (bias is null) return;
            var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
            var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
            nn.init.uniform_(bias, -bound, bound);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>y = x Wᵀ + b, with W and b drawn from U(−1/√in, 1/√in).</summary>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            /// <summary>y = x Wᵀ + b with the given W (out, in) and b (out).</summary>
            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            /// <summary>yₖ = x₁ᵀ Wₖ x₂ + bₖ, with W and b drawn from U(−1/√in1, 1/√in1).</summary>
            public static Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);
        }
    }
}
