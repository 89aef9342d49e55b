namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of functions as wholes.</summary>
        public static class functional
        {
            /// <summary>∂outputᵢ / ∂inputₖ for every i and k, k varying faster: of shape (output's shape, input's shape).</summary>
            /// <remarks>One backward pass for each number of the outputs; nothing is recorded through the result.</remarks>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                using var scope = NewDisposeScope();
                using var recording = enable_grad();
                var sources = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                return function(sources).SelectMany(output => Jacobians(output, sources)).ToList();
            }

            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                jacobian(sources => [function(sources[0])], [inputs]).Single();

            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                jacobian(sources => function(sources[0]), [inputs]);

            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian(sources => [function(sources)], inputs);

            private static IEnumerable<Tensor> Jacobians(Tensor output, Tensor[] sources)
            {
                var rows = output.reshape(-1).unbind()
                    .Select(number => grad([number], sources, retain_graph: true, allow_unused: true))
                    .ToList();
                return sources.Select((source, k) =>
                    stack(rows.Select(row => row[k].IsInvalid ? zeros_like(source) : row[k]))
                        .reshape([.. output.shape, .. source.shape])
                        .MoveToOuterDisposeScope());
            }
        }
    }
}
