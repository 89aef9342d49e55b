using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Gradients kept within bounds, and parameters as one vector.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their joint norm is at most a bound.</summary>
            /// <param name="tensors">The parameters.</param>
            /// <param name="max_norm">The bound.</param>
            /// <param name="norm_type">Which norm; infinity for the greatest element.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0) return 0;
                var norms = stack(gradients.Select(gradient => gradient.norm((float)norm_type)).ToArray());
                var norm = norms.norm((float)norm_type).ToDouble();
                var share = max_norm / (norm + 1e-6);
                if (share < 1) Foreach.Mul_(gradients, share);
                return norm;
            }

            /// <summary>Clamps every element of the gradients to [−clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                foreach (var gradient in Gradients(tensors)) gradient.clamp_(-clip_value, clip_value);
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> parameters) =>
                [.. parameters.Select(parameter => parameter.grad).OfType<Tensor>()];

            /// <summary>All parameters one after the other in one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(parameter => parameter.reshape(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>The way back: copies the vector's elements into the parameters.</summary>
            /// <exception cref="ArgumentException">The vector has not as many elements as the parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                var parameters = tensors.ToList();
                var total = parameters.Sum(parameter => parameter.numel());
                if (vec.numel() != total) throw new ArgumentException($"vec: expected {total} elements, got {vec.numel()}.", nameof(vec));
                var pieces = vec.reshape(-1).split(parameters.Select(parameter => parameter.numel()).ToArray());
                foreach (var (parameter, piece) in parameters.Zip(pieces)) parameter.copy_(piece.reshape(parameter.shape));
            }
        }
    }
}
