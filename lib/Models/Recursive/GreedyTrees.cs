using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Trees where none are given: the two neighbours that an autoencoder reconstructs best become one, again and again.</summary>
/// <remarks>
/// Socher, Pennington, Huang, Ng and Manning (2011), §2.3, "greedy unsupervised RAE". All sentences of a batch go a step at a time, and their choices are read back once
/// at the end. Trees are for the weights that built them: build anew after every epoch or so. Notebook 10.
/// </remarks>
public static class GreedyTrees
{
    /// <summary>A tree for each sentence, without labels.</summary>
    /// <param name="model">What reconstructs, on its own device.</param>
    /// <param name="sentences">The numbers of the words of each; one word alone is a tree already.</param>
    /// <param name="block">How many sentences at a time.</param>
    /// <exception cref="ArgumentException">A sentence has no word, or a word no vector.</exception>
    public static Tree[] Build(RecursiveAutoencoder model, IReadOnlyList<IReadOnlyList<long>> sentences, int block = 256)
    {
        if (sentences.Index().FirstOrDefault(sentence => sentence.Item.Count == 0) is { Item: not null } empty)
            throw new ArgumentException($"{nameof(sentences)}: expected one word or more in each, got none in sentence {empty.Index + 1}.", nameof(sentences));
        using var _ = no_grad();
        var trees = new Tree[sentences.Count];
        foreach (var part in Enumerable.Range(0, sentences.Count).OrderBy(i => sentences[i].Count).Chunk(block.RequireSize()))
        {
            using var scope = NewDisposeScope();
            var choices = Choices(model, [.. part.Select(i => sentences[i])]);
            for (var row = 0; row < part.Length; row++) trees[part[row]] = Joined(sentences[part[row]], step => (int)choices[step, row]);
        }
        return trees;
    }

    // Which neighbours, counted from the left, each sentence joins at each step: (longest − 1, B).
    private static long[,] Choices(RecursiveAutoencoder model, IReadOnlyList<long>[] sentences)
    {
        var longest = sentences.Max(sentence => sentence.Count);
        var numbers = new long[sentences.Length, longest];                          // filled up by word 0, which is never joined while others are left
        for (var row = 0; row < sentences.Length; row++)
            for (var place = 0; place < sentences[row].Count; place++) numbers[row, place] = model.Words.Known(sentences[row][place]);
        var device = model.Words.Table.device;
        var (vectors, steps) = (model.Words.call(tensor(numbers, device: device)), new List<Tensor>());           // (B, n, K)
        var lengths = ones([sentences.Length, longest], vectors.dtype, device);
        var left = tensor(sentences.Select(sentence => (long)sentence.Count).ToArray(), device: device).unsqueeze(1);
        for (var n = longest; n > 1; n--, left = left - 1)
        {
            var parts = cat([vectors.narrow(1, 0, n - 1), vectors.narrow(1, 1, n - 1)], 2).view(-1, 2 * model.Size);        // neighbours: (B (n − 1), 2K)
            var codes = model.Composition.call(parts);
            var errors = model.Error(parts, codes, stack([lengths.narrow(1, 0, n - 1), lengths.narrow(1, 1, n - 1)], 2).view(-1, 2)).view(-1, n - 1);
            var pairs = arange(n - 1, device: device).unsqueeze(0);
            var chosen = errors.masked_fill(pairs.ge(left - 1), float.PositiveInfinity).argmin(1, keepdim: true);           // (B, 1)
            steps.Add(chosen.squeeze(1));
            var (source, here) = (pairs + pairs.gt(chosen).to(ScalarType.Int64), pairs.eq(chosen));                          // what lies behind moves up
            vectors = where(here.unsqueeze(2), codes.view(-1, n - 1, model.Size), vectors.gather(1, source.unsqueeze(2).expand(-1, -1, model.Size)));
            lengths = where(here, lengths.narrow(1, 0, n - 1) + lengths.narrow(1, 1, n - 1), lengths.gather(1, source));
        }
        return steps.Count == 0 ? new long[0, sentences.Length] : (long[,])stack(steps).cpu().data<long>().ToNDArray();
    }

    private static Tree Joined(IReadOnlyList<long> words, Func<int, int> choice)
    {
        var row = words.Select(word => (Tree)new Tree.Leaf(word)).ToList();
        for (var step = 0; row.Count > 1; step++)
        {
            var at = choice(step);
            row[at] = new Tree.Node(row[at], row[at + 1]);
            row.RemoveAt(at + 1);
        }
        return row[0];
    }
}
