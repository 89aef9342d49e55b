using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator cosineSimilarity = new("cosine_similarity"), pairwiseDistance = new("pairwise_distance");

            /// <summary>x₁ · x₂ / (‖x₁‖ ‖x₂‖) along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => cosineSimilarity.Call(x1, x2, dim, eps);

            /// <summary>‖x₁ − x₂ + eps‖ₚ along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                pairwiseDistance.Call(input1, input2, p, eps, keepdim);

            /// <summary>softmax(Q Kᵀ / √d) V (Vaswani et al. 2017, §3.2.1, arXiv:1706.03762).</summary>
            /// <param name="query">(…, L, d).</param>
            /// <param name="key">(…, S, d).</param>
            /// <param name="value">(…, S, dᵥ).</param>
            /// <param name="attn_mask">(…, L, S): true where attention may go, or numbers added to the scores.</param>
            /// <param name="p">The probability that an attention weight is dropped.</param>
            /// <param name="is_casual">Whether each place sees only itself and those before it.</param>
            /// <returns>(…, L, dᵥ).</returns>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                using var scope = NewDisposeScope();
                var mask = is_casual ? ones(query.shape[^2], key.shape[^2], dtype: ScalarType.Bool, device: query.device).tril() : attn_mask;
                var scores = matmul(query / Math.Sqrt(query.shape[^1]), key.transpose(-2, -1));          // (…, L, S)
                var weights = softmax(mask is null ? scores : Masked(scores, mask), dim: -1);
                if (p > 0) weights = dropout(weights, p);
                return matmul(weights, value).MoveToOuterDisposeScope();
            }

            private static Tensor Masked(Tensor scores, Tensor mask) => mask.dtype == ScalarType.Bool
                ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity)
                : scores + mask;
        }
    }
}
