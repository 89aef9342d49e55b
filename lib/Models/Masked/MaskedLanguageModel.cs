using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>BERT, small: an encoder that reads a sentence with holes and says what stood there, a denoising autoencoder of text.</summary>
/// <remarks>
/// h⁰ = E[token] + P[place], then <see cref="TransformerLayer"/>s, and logits = E norm(h) + b with the same table E as below. Minimises −log p(wᵢ | the corrupted sentence) of the selected
/// tokens, in nats a selected token, and of no other. Devlin et al., "BERT: pre-training of deep bidirectional transformers for language understanding" (2019), arXiv:1810.04805. Notebook 09.
/// </remarks>
public sealed class MaskedLanguageModel : Module<Tensor, Tensor>
{
    private readonly Embedding tokens, places;
    private readonly ModuleList<TransformerLayer> layers;
    private readonly LayerNorm norm;
    private readonly Parameter bias;

    /// <summary>An encoder with first weights.</summary>
    /// <param name="vocabularySize">V.</param>
    /// <param name="length">T, tokens of the longest sentence.</param>
    /// <param name="size">E, the numbers of a token.</param>
    /// <param name="depth">How many layers.</param>
    /// <param name="heads">H, which divides E.</param>
    /// <param name="padding">The token that fills rows up and is not looked at.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A number is below 1, or H does not divide E.</exception>
    public MaskedLanguageModel(int vocabularySize, int length, int size, int depth, int heads, long padding, Generator random) : base($"MaskedLanguageModel {depth} × {size}")
    {
        (VocabularySize, Length, Size, Padding) = (vocabularySize.RequireSize(), length.RequireSize(), size.RequireSize(), padding);
        (tokens, places) = (Table(vocabularySize), Table(length));
        layers = ModuleList(Enumerable.Range(0, depth.RequireSize()).Select(_ => new TransformerLayer(size, heads, random)).ToArray());
        norm = LayerNorm(size);
        bias = new(zeros(vocabularySize));
        RegisterComponents();

        Embedding Table(int rows)
        {
            var table = Embedding(rows, size);
            using var _ = no_grad();
            using var first = Draws.Normal([rows, size], random);
            table.weight!.copy_(first / Math.Sqrt(size));
            return table;
        }
    }

    /// <summary>V.</summary>
    public int VocabularySize { get; }

    /// <summary>T, tokens of the longest sentence.</summary>
    public int Length { get; }

    /// <summary>E, the numbers of a token.</summary>
    public int Size { get; }

    /// <summary>The token that is not looked at.</summary>
    public long Padding { get; }

    /// <summary>Logits of every token at every place: (B, T), int64 → (B, T, V).</summary>
    /// <exception cref="ArgumentException">The sentence is longer than the model takes, or, on the CPU, a token is out of its vocabulary.</exception>
    public override Tensor forward(Tensor sentences) => Logits(Encode(sentences));

    /// <summary>h of every token, from the last layer: (B, T), int64 → (B, T, E).</summary>
    /// <exception cref="ArgumentException">The sentence is longer than the model takes, or, on the CPU, a token is out of its vocabulary.</exception>
    public Tensor Encode(Tensor sentences) => Encoded(sentences).Hidden;

    /// <summary>Who looks at whom in each layer: (B, T), int64 → for each layer (B, H, T, T), whose rows sum to 1.</summary>
    /// <exception cref="ArgumentException">The sentence is longer than the model takes, or, on the CPU, a token is out of its vocabulary.</exception>
    public IReadOnlyList<Tensor> Attention(Tensor sentences) => Encoded(sentences).Weights;

    /// <summary>⟨−log p(w | the corrupted sentence)⟩ over the selected tokens of a batch, in nats a selected token; 0 where none is.</summary>
    /// <exception cref="ArgumentException">Shapes differ, or a sentence is longer than the model takes.</exception>
    public Tensor Loss(MaskedTokens masked)
    {
        var chosen = masked.Selected.Require(masked.Inputs.shape).flatten().nonzero().squeeze(1);
        if (chosen.numel() == 0) return zeros([], device: masked.Inputs.device).requires_grad_();
        var hidden = Encode(masked.Inputs).reshape(-1, Size).index_select(0, chosen);         // logits of the others are never made
        return functional.cross_entropy(Logits(hidden), masked.Targets.Require(masked.Inputs.shape).flatten().index_select(0, chosen));
    }

    /// <summary>One code for each sentence, the mean of h over its tokens: (B, T), int64 → (B, E). A sentence of nothing but padding has the code 0.</summary>
    public Tensor SentenceCodes(Tensor sentences)
    {
        using var there = sentences.ne(Padding).unsqueeze(-1).to(ScalarType.Float32);
        return (Encode(sentences) * there).sum(dim: 1) / there.sum(dim: 1).clamp(min: 1);
    }

    private Tensor Logits(Tensor hidden) => norm.call(hidden).matmul(tokens.weight!.t()) + bias;

    private (Tensor Hidden, List<Tensor> Weights) Encoded(Tensor sentences)
    {
        var length = sentences.Require([-1, -1]).shape[1];
        if (length > Length) throw new ArgumentException($"{nameof(sentences)}: expected {Length} tokens at most, got {length}.", nameof(sentences));
        if (sentences.device_type == DeviceType.CPU && sentences.numel() > 0 && (sentences.max().ToInt64(), sentences.min().ToInt64()) is var (most, least) && (most >= VocabularySize || least < 0))
            throw new ArgumentException($"{nameof(sentences)}: expected numbers from 0 to {VocabularySize - 1}, got {(least < 0 ? least : most)}.", nameof(sentences));
        using var padding = Looked(sentences.eq(Padding));
        var h = tokens.call(sentences) + places.weight!.narrow(0, 0, length);
        var weights = new List<Tensor>();
        foreach (var layer in layers)
        {
            (h, var looks) = layer.call(h, padding);
            weights.Add(looks);
        }
        return (h, weights);
    }

    // A row of nothing but padding looks at itself, so that no softmax is over nothing.
    private static Tensor Looked(Tensor padding) => padding.logical_and(padding.all(1, keepdim: true).logical_not());
}
