using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>p(w₁ … w_T | z) = Πₜ p(wₜ | w₁ … wₜ₋₁, z): a GRU that begins with z, reads the word before beside z, and says a distribution over the next.</summary>
/// <remarks>
/// h₀ = tanh(W₀ z + b₀), hₜ = GRU([e(wₜ₋₁); z], hₜ₋₁), p(wₜ | …) = softmax(W hₜ + b). Padding and the start have probability 0, so that the probabilities of all sentences
/// sum to 1. Without a code, L = 0, it is a language model. Sutskever, Martens and Hinton (2011); Bowman et al. (2016), arXiv:1511.06349, §3. Notebook 18.
/// </remarks>
public sealed class RecurrentDecoder : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding words;
    private readonly GRU cells;
    private readonly Linear? first;
    private readonly Linear last;

    /// <summary>A decoder with first weights.</summary>
    /// <param name="tokens">The table.</param>
    /// <param name="codeSize">L, the numbers in z; 0 for none.</param>
    /// <param name="wordSize">E, the numbers of a word.</param>
    /// <param name="hiddenSize">H, the numbers of a state.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1, or that of the code below 0.</exception>
    public RecurrentDecoder(SentenceTokens tokens, int codeSize, int wordSize, int hiddenSize, Generator random) : base($"RecurrentDecoder {codeSize}-{hiddenSize}")
    {
        if (codeSize < 0) throw new ArgumentException($"{nameof(codeSize)}: expected 0 or more, got {codeSize}.", nameof(codeSize));
        (Tokens, CodeSize, HiddenSize) = (tokens, codeSize, hiddenSize.RequireSize());
        words = RecurrentLayers.Words(tokens.Count, wordSize, random);
        cells = RecurrentLayers.Gated(wordSize.RequireSize() + codeSize, hiddenSize, random);
        if (codeSize > 0) first = GlorotUniform.Linear(codeSize, hiddenSize, random);
        last = GlorotUniform.Linear(hiddenSize, tokens.Count, random);
        RegisterComponents();
    }

    /// <summary>The table.</summary>
    public SentenceTokens Tokens { get; }

    /// <summary>L, the numbers in z.</summary>
    public int CodeSize { get; }

    /// <summary>H, the numbers of a state.</summary>
    public int HiddenSize { get; }

    /// <summary>Logits of the word after each of these: (B, S), int64, and (B, L) → (B, S, V).</summary>
    public override Tensor forward(Tensor read, Tensor code)
    {
        var (states, end) = States(read, code.Require([read.shape[0], CodeSize]), First(code));
        end.Dispose();
        using var _ = states;
        return Logits(states);
    }

    /// <summary>log p(sentence | z), over its words and its end, in nats: (B, T), int64, and (B, L) → (B).</summary>
    /// <remarks>The last layer, the dearest by far, is asked at the words alone, and not where rows are filled up.</remarks>
    /// <param name="sentences">What is to be said.</param>
    /// <param name="code">z.</param>
    /// <param name="read">What is read meanwhile in place of the words before; the sentences themselves unless given. See <see cref="SentenceTokens.Drop"/>.</param>
    /// <param name="shown">What the last layer is shown of the states, (P, H) → (P, H): themselves unless given; <see cref="Draws.Dropout"/> in training.</param>
    /// <exception cref="ArgumentException">These are no sentences, or the code has another shape.</exception>
    public Tensor LogLikelihood(Tensor sentences, Tensor code, Tensor? read = null, Func<Tensor, Tensor>? shown = null)
    {
        using var rows = Tokens.Trim(Tokens.Require(sentences));
        var (count, steps) = (rows.shape[0], rows.shape[1] - 1);
        using var before = (read ?? sentences).Require(sentences.shape).narrow(1, 0, steps);
        using var after = rows.narrow(1, 1, steps).reshape(-1);
        using var there = after.ne(Tokens.Padding).nonzero().squeeze(1);            // (P), P words and ends
        using var words = after.index_select(0, there);
        var (states, end) = States(before, code.Require([count, CodeSize]), First(code));
        end.Dispose();
        using var flat = states.reshape(-1, HiddenSize);
        states.Dispose();
        using var known = flat.index_select(0, there);                              // (P, H)
        using var seen = shown?.Invoke(known) ?? known.alias();
        using var logits = Logits(seen);
        using var each = functional.cross_entropy(logits, words, reduction: Reduction.None);
        using var nothing = zeros([count * steps], dtype: each.dtype, device: each.device);
        using var all = nothing.index_copy(0, there, each);
        return -all.reshape(count, steps).sum(dim: 1);
    }

    /// <summary>One sentence for each code, word by word, without a graph: (B, L) → (B, length), int64; what has not ended by then is cut.</summary>
    /// <param name="code">z.</param>
    /// <param name="length">T, tokens of a row.</param>
    /// <param name="random">Draws each word from p(wₜ | w₁ … wₜ₋₁, z); where there is none, the most probable word is said.</param>
    /// <exception cref="ArgumentException">The code has another shape, or the length is below 2.</exception>
    public Tensor Say(Tensor code, int length, Generator? random = null)
    {
        if (length < 2) throw new ArgumentException($"{nameof(length)}: expected 2 or more, got {length}.", nameof(length));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var count = code.Require([-1, CodeSize]).shape[0];
        var said = new List<Tensor> { full([count, 1], Tokens.Start, dtype: ScalarType.Int64, device: code.device) };
        var ended = said[0].eq(Tokens.Padding);
        var state = First(code);
        while (said.Count < length)
        {
            (var states, state) = States(said[^1], code, state);
            var logits = Logits(states);
            if (random is not null) logits = logits - Draws.UniformLike(logits, random).log().neg().log();      // Gumbel: the largest is a draw
            var next = logits.argmax(-1).masked_fill(ended, Tokens.Padding);
            ended = ended.logical_or(next.eq(Tokens.End));
            said.Add(next);
        }
        return cat(said, 1).MoveToOuterDisposeScope();
    }

    private Tensor First(Tensor code) => first is null
        ? zeros([1, code.shape[0], HiddenSize], dtype: last.weight.dtype, device: last.weight.device)
        : first.call(code).tanh().unsqueeze(0);                                     // (1, B, H)

    private (Tensor States, Tensor Last) States(Tensor read, Tensor code, Tensor state)
    {
        using var embedded = words.call(read);                                      // (B, S, E)
        using var beside = code.unsqueeze(1).expand(-1, read.shape[1], -1);         // (B, S, L)
        using var inputs = cat([embedded, beside], -1);
        return cells.call(inputs, state);                                           // (B, S, H)
    }

    private Tensor Logits(Tensor states)
    {
        using var never = tensor(new[] { Tokens.Padding, Tokens.Start }, device: states.device);
        using var bias = last.bias!.index_fill(0, never, double.NegativeInfinity);
        return functional.linear(states, last.weight!, bias);
    }
}
