using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on this tensor are recorded for its gradient.</summary>
        public bool requires_grad
        {
            get => Kept(Native.door_requires_grad(Handle)) != 0;
            set => Kept(Native.Check(Native.door_set_requires_grad(Handle, value ? 1 : 0), nameof(requires_grad)));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            // Nothing to cross the door for in the common case of a fresh tensor that asks for none.
            if (requires_grad || this.requires_grad) this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Whether nothing recorded made it.</summary>
        public bool is_leaf => Kept(Native.door_is_leaf(Handle)) != 0;

        /// <summary>Asks backward to leave a gradient here although this is no leaf.</summary>
        public void retain_grad() => Kept(Native.Check(Native.door_retain_grad(Handle), nameof(retain_grad)));

        /// <summary>What backward has added up so far.</summary>
        public Tensor? grad
        {
            get => Kept(Native.door_grad(Handle)) is var gradient and not 0 ? new Tensor(gradient) : null;
            set
            {
                Native.Check(Native.door_set_grad(Handle, value?.Handle ?? 0), nameof(grad));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>The same elements without their history.</summary>
        public Tensor detach() => Operators.detach.Call(this);
        public Tensor detach_() => Operators.detach_.In(this);

        /// <summary>Adds the gradient of this tensor of one element to the grad of every leaf it came from.</summary>
        public void backward() => autograd.backward([this]);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }

    /// <summary>Gradients by reverse accumulation.</summary>
    public static partial class autograd
    {
        /// <summary>Σᵢ (∂outputᵢ / ∂input)ᵀ grad_outputᵢ for each input, without touching anybody's grad.</summary>
        /// <returns>A gradient for each input; for one that was not used, a tensor that <see cref="Tensor.IsInvalid"/>.</returns>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// An output is not a scalar and has no grad_output; or an input was not used and allow_unused is false.</exception>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            Value* results;
            int count;
            fixed (nint* from = Handles(outputs), to = Handles(inputs), seeds = Handles(grad_outputs))
                count = Native.Check(
                    Native.door_gradients(
                        from, outputs.Count, to, inputs.Count, seeds, grad_outputs?.Count ?? 0,
                        retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, &results),
                    "autograd.grad");
            GC.KeepAlive((outputs, inputs, grad_outputs));
            var gradients = new Tensor[count];
            for (var i = 0; i < count; i++) gradients[i] = new Tensor(results[i]);
            return gradients;
        }

        /// <summary>Adds (∂tensor / ∂leaf)ᵀ grad_tensor to the grad of every leaf, or of <paramref name="inputs"/> only.</summary>
        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            fixed (nint* from = Handles(tensors), seeds = Handles(grad_tensors), to = Handles(inputs))
                Native.Check(
                    Native.door_backward(
                        from, tensors.Count, seeds, grad_tensors?.Count ?? 0, to, inputs?.Count ?? 0,
                        retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0),
                    "backward");
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[]? Handles(IList<Tensor>? tensors)
        {
            if (tensors is null) return null;
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++) handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }
    }
}
