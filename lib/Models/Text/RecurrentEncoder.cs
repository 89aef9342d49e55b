using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A sentence as one vector: hₜ = GRU(e(wₜ), hₜ₋₁), and what is given is h at the end of the sentence, whatever fills the row up behind it.</summary>
/// <remarks>Cho et al., "Learning phrase representations using RNN encoder–decoder" (2014), arXiv:1406.1078. Notebook 18.</remarks>
public sealed class RecurrentEncoder : Module<Tensor, Tensor>
{
    private readonly Embedding words;
    private readonly GRU cells;
    private readonly Linear last;

    /// <summary>An encoder with first weights.</summary>
    /// <param name="tokens">The table.</param>
    /// <param name="wordSize">E, the numbers of a word.</param>
    /// <param name="hiddenSize">H, the numbers of a state.</param>
    /// <param name="outputSize">O, the numbers that are wanted of a sentence.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public RecurrentEncoder(SentenceTokens tokens, int wordSize, int hiddenSize, int outputSize, Generator random) : base($"RecurrentEncoder {hiddenSize}-{outputSize}")
    {
        Tokens = tokens;
        words = RecurrentLayers.Words(tokens.Count, wordSize, random);
        cells = RecurrentLayers.Gated(wordSize, hiddenSize, random);
        last = GlorotUniform.Linear(hiddenSize, outputSize.RequireSize(), random);
        RegisterComponents();
    }

    /// <summary>The table.</summary>
    public SentenceTokens Tokens { get; }

    /// <summary>W h + b of the state at the end of each sentence: (B, T), int64 → (B, O).</summary>
    /// <exception cref="ArgumentException">These are no sentences: <see cref="SentenceTokens.Require"/>.</exception>
    public override Tensor forward(Tensor sentences)
    {
        using var rows = Tokens.Trim(Tokens.Require(sentences));
        using var read = words.call(rows);                                          // (B, T, E)
        var (states, end) = cells.call(read);                                       // (B, T, H)
        end.Dispose();
        using var place = Tokens.Predicted(rows).reshape(-1, 1, 1);                 // of the end
        using var places = place.expand(-1, 1, states.shape[2]);
        using var h = states.gather(1, places).squeeze(1);                          // (B, H)
        return last.call(h);
    }
}
