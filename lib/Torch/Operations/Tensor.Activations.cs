using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>1 / (1 + e⁻ˣ), element by element.</summary>
        public Tensor sigmoid() => Operators.sigmoid.Call(this);
        public Tensor sigmoid_() => Operators.sigmoid_.In(this);

        /// <summary>max(x, 0), element by element.</summary>
        public Tensor relu() => Operators.relu.Call(this);
        public Tensor relu_() => Operators.relu_.In(this);

        /// <summary>min(max(x, 0), 6), element by element.</summary>
        public Tensor relu6() => Operators.relu6.Call(this);
        public Tensor relu6_() => Operators.relu6_.In(this);

        /// <summary>λ(max(x, 0) + min(0, α(eˣ − 1))), Klambauer et al. 2017, element by element.</summary>
        public Tensor selu() => Operators.selu.Call(this);
        public Tensor selu_() => Operators.selu_.In(this);

        /// <summary>x · sigmoid(x), element by element.</summary>
        public Tensor silu() => Operators.silu.Call(this);
        public Tensor silu_() => Operators.silu_.In(this);

        /// <summary>min(max(x + 3, 0), 6) / 6, element by element.</summary>
        public Tensor hardsigmoid() => Operators.hardsigmoid.Call(this);
        public Tensor hardsigmoid_() => Operators.hardsigmoid_.In(this);

        /// <summary>x · hardsigmoid(x), element by element.</summary>
        public Tensor hardswish() => Operators.hardswish.Call(this);
        public Tensor hardswish_() => Operators.hardswish_.In(this);

        /// <summary>ln sigmoid(x), stable, element by element.</summary>
        public Tensor log_sigmoid() => Operators.log_sigmoid.Call(this);
    }

    public static Tensor sigmoid(Tensor input) => input.sigmoid();
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
}
