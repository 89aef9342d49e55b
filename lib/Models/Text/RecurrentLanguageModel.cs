using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>p(w₁ … w_T) = Πₜ p(wₜ | w₁ … wₜ₋₁) by a recurrent network: what a sentence VAE has to be held against.</summary>
/// <remarks>
/// It is a <see cref="RecurrentDecoder"/> without a code. Mikolov et al., "Recurrent neural network based language model" (2010), with the gated units of Cho et al. (2014). Log-likelihoods are
/// in nats per sentence and count words and the end; divided by <see cref="SentenceTokens.Predicted"/> they are per token, and the exponential of that is the perplexity. Notebook 18.
/// </remarks>
public sealed class RecurrentLanguageModel : Module<Tensor, Tensor>
{
    private readonly RecurrentDecoder decoder;

    /// <summary>A model with first weights.</summary>
    /// <param name="tokens">The table.</param>
    /// <param name="wordSize">E, the numbers of a word.</param>
    /// <param name="hiddenSize">H, the numbers of a state.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public RecurrentLanguageModel(SentenceTokens tokens, int wordSize, int hiddenSize, Generator random) : base($"RecurrentLanguageModel {hiddenSize}")
    {
        decoder = new(tokens, 0, wordSize, hiddenSize, random);
        RegisterComponents();
    }

    /// <summary>The table.</summary>
    public SentenceTokens Tokens => decoder.Tokens;

    /// <summary>log p(sentence), in nats: (B, T), int64 → (B).</summary>
    /// <exception cref="ArgumentException">These are no sentences: <see cref="SentenceTokens.Require"/>.</exception>
    public override Tensor forward(Tensor sentences)
    {
        using var none = Nothing(sentences.shape[0]);
        return decoder.LogLikelihood(sentences, none);
    }

    /// <summary>⟨−log p(sentence)⟩, the mean over the batch, in nats per sentence.</summary>
    public Tensor Loss(Tensor sentences) => -call(sentences).mean();

    /// <summary>The same in training, with a share of each state hidden from the last layer, against learning by heart: <see cref="Draws.Dropout"/>.</summary>
    /// <param name="sentences">(B, T), int64.</param>
    /// <param name="dropout">The share, in [0, 1).</param>
    /// <param name="random">Which part.</param>
    /// <exception cref="ArgumentException">These are no sentences, or the share is out of range.</exception>
    public Tensor Loss(Tensor sentences, double dropout, Generator random)
    {
        using var none = Nothing(sentences.shape[0]);
        return -decoder.LogLikelihood(sentences, none, shown: h => Draws.Dropout(h, dropout, random)).mean();
    }

    /// <summary>Sentences drawn word by word, without a graph: (count, length), int64.</summary>
    /// <exception cref="ArgumentException">The count is below 1, or the length below 2.</exception>
    public Tensor Sample(int count, int length, Generator random)
    {
        using var none = Nothing(count.RequireSize());
        return decoder.Say(none, length, random);
    }

    private Tensor Nothing(long count) => zeros([count, 0], dtype: parameters().First().dtype, device: parameters().First().device);
}
