using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x ← norm(x + attention(x)), then x ← norm(x + W₂ f(W₁ x)): (L, B, E) to the same (Vaswani et al. 2017, §3.1, arXiv:1706.03762).</summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor?, Tensor>, nn.IModule<Tensor, Tensor?, Tensor?, Tensor>
    {
        private readonly (long Size, long Heads, long Hidden, double Dropout, nn.Activations Activation) plan;
        private readonly MultiheadAttention self_attn;
        private readonly Linear linear1, linear2;
        private readonly LayerNorm norm1, norm2;
        private readonly Dropout dropout, dropout1, dropout2;

        internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(TransformerEncoderLayer))
        {
            plan = (d_model, nhead, dim_feedforward, dropout, activation);
            self_attn = nn.MultiheadAttention(d_model, nhead, dropout);
            (linear1, linear2) = (nn.Linear(d_model, dim_feedforward), nn.Linear(dim_feedforward, d_model));
            (norm1, norm2) = (nn.LayerNorm(d_model), nn.LayerNorm(d_model));
            (this.dropout, dropout1, dropout2) = (nn.Dropout(dropout), nn.Dropout(dropout), nn.Dropout(dropout));
            RegisterComponents();
        }

        /// <summary>A layer of the same plan and values, with parameters of its own.</summary>
        internal TransformerEncoderLayer Copy()
        {
            var copy = new TransformerEncoderLayer(plan.Size, plan.Heads, plan.Hidden, plan.Dropout, plan.Activation);
            copy._to(norm1.weight!.device, norm1.weight.dtype, false);
            copy.load_state_dict(state_dict());
            copy.train(training);
            return copy;
        }

        /// <summary>Every place attends to every place.</summary>
        public override Tensor forward(Tensor src) => call(src, null, null);

        /// <summary>Attention as far as a mask allows: (L, L), true where a place may not look, or numbers added to the scores.</summary>
        public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

        /// <summary>Attention as far as the masks allow.</summary>
        /// <param name="src">(L, B, E).</param>
        /// <param name="src_mask">(L, L): true where a place may not look, or numbers added to the scores.</param>
        /// <param name="src_key_padding_mask">(B, L): true for places that are padding.</param>
        public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var (attended, _) = self_attn.call(src, src, src, src_key_padding_mask, need_weights: false, src_mask);
            var x = norm1.call(src + dropout1.call(attended));
            var hidden = linear1.call(x);
            hidden = plan.Activation == nn.Activations.GELU ? nn.functional.gelu(hidden) : nn.functional.relu(hidden);
            return norm2.call(x + dropout2.call(linear2.call(dropout.call(hidden)))).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Encoder layers one after the other: (L, B, E) to the same.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;

        internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) : base(nameof(TransformerEncoder))
        {
            layers = new([.. Enumerable.Range(0, (int)num_layers).Select(_ => encoder_layer.Copy())]);
            RegisterComponents();
        }

        /// <summary>All layers in turn, under the same masks.</summary>
        /// <param name="src">(L, B, E).</param>
        /// <param name="src_mask">(L, L): true where a place may not look, or numbers added to the scores.</param>
        /// <param name="src_key_padding_mask">(B, L): true for places that are padding.</param>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = src.alias();
            foreach (var layer in layers) x = layer.call(x, src_mask, src_key_padding_mask);
            return x.MoveToOuterDisposeScope();
        }

        /// <summary>Every place attends to every place.</summary>
        public Tensor call(Tensor src) => base.call(src, null, null);

        /// <summary>Attention as far as a mask allows.</summary>
        public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What stands between a transformer's two linear maps.</summary>
            public enum Activations
            {
                /// <summary>max(0, x).</summary>
                ReLU = 0,
                /// <summary>x Φ(x).</summary>
                GELU = 1,
            }

            /// <summary>One encoder layer of a transformer, normalised after each sum.</summary>
            /// <param name="d_model">E: features of every place.</param>
            /// <param name="nhead">Heads of attention.</param>
            /// <param name="dim_feedforward">Features between the two linear maps.</param>
            /// <param name="dropout">The probability of dropping, in training.</param>
            /// <param name="activation">What stands between the two linear maps.</param>
            public static TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);

            /// <summary>A number of layers of the same plan and first values as the given one.</summary>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
        }
    }
}
