// Answers to the exercises of notebook 09. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 09.compute
static double[] Shares(double selected, double byMask, double byRandom) =>
    [selected * byMask, selected * byRandom, selected * (1 - byMask - byRandom), 1 - selected];

// %% 09.compute right: what is left
static double[] Shares(double selected, double byMask, double byRandom)
{
    var (masked, random) = (selected * byMask, selected * byRandom);
    return [masked, random, selected - masked - random, 1 - selected];
}

// %% 09.compute right: of a hundred
static double[] Shares(double selected, double byMask, double byRandom)
{
    var asked = 100 * selected;
    return new[] { asked * byMask, asked * byRandom, asked - asked * (byMask + byRandom), 100 - asked }.Select(of => of / 100).ToArray();
}

// %% 09.compute wrong: all that is selected is hidden
static double[] Shares(double selected, double byMask, double byRandom) => [selected, 0, 0, 1 - selected];

// %% 09.compute wrong: the slide, without what stays
static double[] Shares(double selected, double byMask, double byRandom) =>
    [selected * byMask, selected * byRandom, 0, 1 - selected * (byMask + byRandom)];

// %% 09.compute wrong: shares of the selected
static double[] Shares(double selected, double byMask, double byRandom) => [byMask, byRandom, 1 - byMask - byRandom, 1 - selected];

// %% 09.bug
static double Loss(double[] nats, bool[] selected) => nats.Where((_, i) => selected[i]).Average();

// %% 09.bug right: in a loop
static double Loss(double[] nats, bool[] selected)
{
    var (sum, count) = (0.0, 0);
    for (var i = 0; i < nats.Length; i++)
        if (selected[i]) (sum, count) = (sum + nats[i], count + 1);
    return sum / count;
}

// %% 09.bug right: by tensors
static double Loss(double[] nats, bool[] selected) => tensor(nats).masked_select(tensor(selected)).mean().ToDouble();

// %% 09.bug wrong: over all tokens
static double Loss(double[] nats, bool[] selected) => nats.Average();

// %% 09.bug wrong: the selected ones, divided by all
static double Loss(double[] nats, bool[] selected) => nats.Where((_, i) => selected[i]).Sum() / nats.Length;

// %% 09.bug wrong: a sum
static double Loss(double[] nats, bool[] selected) => nats.Where((_, i) => selected[i]).Sum();

// %% 09.bug wrong: the median of the selected
static double Loss(double[] nats, bool[] selected)
{
    var costs = nats.Where((_, i) => selected[i]).Order().ToArray();
    return (costs[(costs.Length - 1) / 2] + costs[costs.Length / 2]) / 2;
}

// %% 09.attention
static Tensor Attention(Tensor q, Tensor k, Tensor v) => (q.matmul(k.t()) / Math.Sqrt(q.shape[1])).softmax(-1).matmul(v);

// %% 09.attention right: the softmax written out
static Tensor Attention(Tensor q, Tensor k, Tensor v)
{
    var scores = (q.matmul(k.t()) / Math.Sqrt(k.shape[^1])).exp();
    return (scores / scores.sum(-1, keepdim: true)).matmul(v);
}

// %% 09.attention right: the library's own
static Tensor Attention(Tensor q, Tensor k, Tensor v) =>
    functional.scaled_dot_product_attention(q.unsqueeze(0), k.unsqueeze(0), v.unsqueeze(0)).squeeze(0);

// %% 09.attention wrong: without the root
static Tensor Attention(Tensor q, Tensor k, Tensor v) => q.matmul(k.t()).softmax(-1).matmul(v);

// %% 09.attention wrong: over who looks
static Tensor Attention(Tensor q, Tensor k, Tensor v) => (q.matmul(k.t()) / Math.Sqrt(q.shape[1])).softmax(0).matmul(v);

// %% 09.attention wrong: d for its root
static Tensor Attention(Tensor q, Tensor k, Tensor v) => (q.matmul(k.t()) / q.shape[1]).softmax(-1).matmul(v);

// %% 09.attention wrong: the root of how many look
static Tensor Attention(Tensor q, Tensor k, Tensor v) => (q.matmul(k.t()) / Math.Sqrt(q.shape[0])).softmax(-1).matmul(v);

// %% 09.attention wrong: the root of how many are looked at
static Tensor Attention(Tensor q, Tensor k, Tensor v) => (q.matmul(k.t()) / Math.Sqrt(k.shape[0])).softmax(-1).matmul(v);

// %% 09.recall
string Stays() => "ad";

// %% 09.recall right: in the other order
string Stays() => "da";

// %% 09.recall right: as an array
char[] Stays() => ['a', 'd'];

// %% 09.recall wrong: it is not asked for
string Stays() => "d";

// %% 09.recall wrong: the model knows
string Stays() => "abd";

// %% 09.recall wrong: it is not looked at
string Stays() => "ac";

// %% 09.change
static double[] WholeWords(double[] selected, int[] wordOf) =>
    [.. wordOf.Select(word => wordOf.Zip(selected).Any(piece => piece.First == word && piece.Second == 1) ? 1.0 : 0)];

// %% 09.change right: the words first
static double[] WholeWords(double[] selected, int[] wordOf)
{
    var words = wordOf.Where((_, i) => selected[i] > 0).ToHashSet();
    return wordOf.Select(word => words.Contains(word) ? 1.0 : 0).ToArray();
}

// %% 09.change right: the largest of each word
static double[] WholeWords(double[] selected, int[] wordOf)
{
    var of = wordOf.Zip(selected).GroupBy(piece => piece.First).ToDictionary(word => word.Key, word => word.Max(piece => piece.Second));
    return [.. wordOf.Select(word => of[word])];
}

// %% 09.change right: runs of equal numbers, since the pieces of a word are neighbours
static double[] WholeWords(double[] selected, int[] wordOf)
{
    var whole = new double[selected.Length];
    for (int from = 0, to = 0; from < wordOf.Length; from = to)
    {
        while (to < wordOf.Length && wordOf[to] == wordOf[from]) to++;
        Array.Fill(whole, selected[from..to].Max(), from, to - from);
    }
    return whole;
}

// %% 09.change wrong: as it came
static double[] WholeWords(double[] selected, int[] wordOf) => selected;

// %% 09.change wrong: only the next piece
static double[] WholeWords(double[] selected, int[] wordOf) =>
    [.. selected.Select((here, i) => here == 1 || (i > 0 && selected[i - 1] == 1 && wordOf[i] == wordOf[i - 1]) ? 1.0 : 0)];

// %% 09.change wrong: words of which all pieces are selected
static double[] WholeWords(double[] selected, int[] wordOf) =>
    [.. wordOf.Select(word => wordOf.Zip(selected).Where(piece => piece.First == word).All(piece => piece.Second == 1) ? 1.0 : 0)];

// %% 09.explore
string Far() => "my [MASK] in the garden is hairy and it barks";

// %% 09.explore right: a pronoun
string Far() => "yesterday the birds were loud and [MASK] jumped";

// %% 09.explore right: an adverb
string Far() => "my dogs were hairy [MASK]";

// %% 09.explore right: a noun in the plural
string Far() => "the [MASK] near the house were bright yesterday";

// %% 09.explore wrong: two holes
string Far() => "my [MASK] in the garden [MASK] hairy yesterday";

// %% 09.explore wrong: the sentence of the figure
string Far() => "yesterday my cats near the house [MASK] lazy";

// %% 09.explore wrong: a form of to be again
string Far() => "my dogs in the garden [MASK] hairy yesterday";

// %% 09.explore wrong: the neighbours know
string Far() => "the clocks near the house are slow and [MASK] stop today";

// %% 09.explore wrong: several words fit
string Far() => "my dog is [MASK]";
