using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns: registered among its parameters when it is one of the module's fields.</summary>
    public class Parameter : torch.Tensor
    {
        /// <summary>Takes over a tensor's elements, cut off from whatever computed them.</summary>
        /// <param name="data">The first value; empty afterwards, as the parameter has taken its place.</param>
        /// <param name="requires_grad">Whether a backward pass leaves a gradient here.</param>
        public Parameter(torch.Tensor data, bool requires_grad = true) : base(Leaf(data), register: false)
        {
            data.OwningDisposeScope?.Attach(this);
            data.Dispose();
            this.requires_grad = requires_grad;
        }

        private static nint Leaf(torch.Tensor data)
        {
            using var leaf = data.detach();
            return leaf.DecoupleFromNativeHandle();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A tensor that a module learns, with a first value taken over from <paramref name="data"/>.</summary>
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
