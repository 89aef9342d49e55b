using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Attention in several heads: softmax(Q Wq (K Wk)ᵀ / √d) V Wv, the heads joined and mapped once more.</summary>
    /// <remarks>Vaswani et al. 2017, §3.2.2, arXiv:1706.03762. The places come first: queries (L, B, E), keys and values (S, B, …).</remarks>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly long size, heads;
        private readonly double dropout;
        private readonly bool addZero;
        private readonly Parameter? in_proj_weight, q_proj_weight, k_proj_weight, v_proj_weight, in_proj_bias, bias_k, bias_v;
        private readonly Linear out_proj;

        internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long kdim, long vdim) : base(nameof(MultiheadAttention))
        {
            if (num_heads <= 0 || embedded_dim % num_heads != 0)
                throw new ArgumentException($"num_heads: {num_heads} heads must divide the {embedded_dim} features.", nameof(num_heads));
            (size, heads, this.dropout, addZero) = (embedded_dim, num_heads, nn.functional.Probability(dropout), add_zero_attn);
            out_proj = nn.Linear(embedded_dim, embedded_dim, bias);
            if (kdim == embedded_dim && vdim == embedded_dim) in_proj_weight = Projection(3 * embedded_dim, embedded_dim);
            else (q_proj_weight, k_proj_weight, v_proj_weight) = (Projection(size, size), Projection(size, kdim), Projection(size, vdim));
            if (bias)
            {
                in_proj_bias = new Parameter(zeros(3 * embedded_dim));
                nn.init.zeros_(out_proj.bias!);
            }
            if (add_bias_kv) (bias_k, bias_v) = (Bias(), Bias());
            RegisterComponents();
        }

        private static Parameter Projection(long rows, long columns) => new(nn.init.xavier_uniform_(empty(rows, columns)));

        private Parameter Bias() => new(nn.init.xavier_normal_(empty(1, 1, size)));

        /// <summary>What every query finds, (L, B, E), and, where asked for, how much it looked at every key: (B, L, S), the mean over heads.</summary>
        /// <param name="query">(L, B, E).</param>
        /// <param name="key">(S, B, kdim).</param>
        /// <param name="value">(S, B, vdim).</param>
        /// <param name="key_padding_mask">(B, S): true for keys that nobody may look at.</param>
        /// <param name="need_weights">Whether the attention weights are returned; else the second item is null.</param>
        /// <param name="attn_mask">(L, S) or (B · heads, L, S): true where a query may not look, or numbers added to the scores.</param>
        public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            if (query.dim() != 3 || query.shape[2] != size)
                throw new ArgumentException($"query: {GetName()} expected (L, B, {size}), got ({string.Join(", ", query.shape)}).", nameof(query));
            using var scope = NewDisposeScope();
            var (places, batch) = (query.shape[0], query.shape[1]);
            var (q, k, v) = Projected(query, key, value);
            var scores = matmul(q / Math.Sqrt(size / heads), k.transpose(1, 2));                       // (B · heads, L, S)
            var weights = nn.functional.softmax(scores + Mask(attn_mask, key_padding_mask, scores), dim: -1);
            if (training && dropout > 0) weights = nn.functional.dropout(weights, dropout);
            var found = matmul(weights, v).transpose(0, 1).reshape(places, batch, size);               // (L, B, E)
            var output = out_proj.call(found).MoveToOuterDisposeScope();
            if (!need_weights) return Tuple.Create(output, (Tensor)null!);
            return Tuple.Create(output, weights.view(batch, heads, places, -1).mean([1]).MoveToOuterDisposeScope());
        }

        /// <inheritdoc cref="forward"/>
        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        private (Tensor, Tensor, Tensor) Projected(Tensor query, Tensor key, Tensor value)
        {
            var weights = in_proj_weight?.chunk(3) ?? [q_proj_weight!, k_proj_weight!, v_proj_weight!];
            var biases = in_proj_bias?.chunk(3);
            Tensor Projection(int i, Tensor x) => nn.functional.linear(x, weights[i], biases?[i]);
            var (k, v) = (Projection(1, key), Projection(2, value));
            var batch = key.shape[1];
            if (bias_k is not null) (k, v) = (cat([k, bias_k.expand(1, batch, size)]), cat([v, bias_v!.expand(1, batch, size)]));
            if (addZero) (k, v) = (WithZero(k), WithZero(v));
            return (PerHead(Projection(0, query)), PerHead(k), PerHead(v));
        }

        private static Tensor WithZero(Tensor x) => nn.functional.pad(x, [0, 0, 0, 0, 0, 1]);

        // (L, B, E) to (B · heads, L, E / heads)
        private Tensor PerHead(Tensor x) => x.reshape(x.shape[0], x.shape[1] * heads, size / heads).transpose(0, 1);

        // What is added to the scores: 0 where looking is allowed, −∞ where it is not. Keys added by bias or zero are always visible.
        private Tensor Mask(Tensor? attn_mask, Tensor? key_padding_mask, Tensor scores)
        {
            var mask = zeros([1, 1, scores.shape[2]], dtype: scores.dtype, device: scores.device);
            if (attn_mask is not null) mask = mask + Widened(Additive(attn_mask, scores), scores);
            if (key_padding_mask is null) return mask;
            var hidden = Widened(Additive(key_padding_mask, scores), scores);                           // (B, S)
            return mask + hidden.unsqueeze(1).expand(-1, heads, -1).reshape(scores.shape[0], 1, -1);
        }

        private static Tensor Additive(Tensor mask, Tensor scores) => mask.dtype == ScalarType.Bool
            ? zeros(mask.shape, dtype: scores.dtype, device: mask.device).masked_fill(mask, double.NegativeInfinity)
            : mask;

        private static Tensor Widened(Tensor mask, Tensor scores) => nn.functional.pad(mask, [0, scores.shape[2] - mask.shape[^1]]);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Attention in several heads.</summary>
            /// <param name="embedded_dim">E: features of the queries and of the result.</param>
            /// <param name="num_heads">How many heads share them.</param>
            /// <param name="dropout">The probability that an attention weight is dropped in training.</param>
            /// <param name="bias">Whether the linear maps have biases.</param>
            /// <param name="add_bias_kv">Whether a learned key and value are added to all others.</param>
            /// <param name="add_zero_attn">Whether a key and value of zeros are added.</param>
            /// <param name="kdim">Features of the keys, E unless given.</param>
            /// <param name="vdim">Features of the values, E unless given.</param>
            public static MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim, vdim ?? embedded_dim);
        }
    }
}
