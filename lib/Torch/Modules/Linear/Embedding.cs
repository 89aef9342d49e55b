using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors, looked up by number: (…) to (…, D).</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long? padding;
        private readonly double? greatestNorm;
        private readonly double normType;
        private readonly bool byFrequency, sparse;

        internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse) : base(nameof(Embedding))
        {
            this.weight = weight;
            var rows = weight.shape[0];
            if (padding_idx < -rows || padding_idx >= rows)
                throw new ArgumentException($"padding_idx: expected a row of the {rows}, got {padding_idx}.", nameof(padding_idx));
            padding = padding_idx < 0 ? padding_idx + rows : padding_idx;
            (greatestNorm, normType, byFrequency, this.sparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
        }

        /// <summary>The table: (V, D).</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value)!; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.embedding(weight, input, padding, greatestNorm, normType, byFrequency, sparse);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors drawn from N(0, 1).</summary>
            /// <param name="num_embeddings">Rows of the table.</param>
            /// <param name="embedding_dims">The length of a row.</param>
            /// <param name="padding_idx">A row that is zero and does not learn.</param>
            /// <param name="max_norm">Rows looked up are shortened to at most this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a row occurs in the batch.</param>
            /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
            /// <param name="device">Where the table lies.</param>
            /// <param name="dtype">The table's type.</param>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var table = init.normal_(empty(num_embeddings, embedding_dims, device: device, dtype: dtype));
                if (padding_idx is { } row)
                    using (var padding = table.select(0, row)) padding.zero_();
                return new(new Parameter(table), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }

            /// <summary>A table of given vectors (V, D), which learn unless frozen.</summary>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var table = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device).alias();
                return new(new Parameter(table, requires_grad: !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
