using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>How the codes of a batch of trees go down, all phrases a step at a time: which of what was decoded are words, and which are decoded again.</summary>
internal sealed class Unfolding : IDisposable
{
    public Unfolding(TreeBatch batch)
    {
        var (target, source, steps, device) = (new List<long>(), new List<long>(), new List<Step>(), batch.Words.device);
        var open = Enumerable.Range(0, batch.Phrases).Select(phrase => (Source: (long)phrase, Phrase: (long)phrase)).ToList();
        while (open.Count > 0)
        {
            var (words, phrases, next) = (new List<long>(), new List<long>(), new List<(long, long)>());
            for (var i = 0; i < open.Count; i++)
                for (var side = 0; side < 2; side++)
                {
                    var row = batch.PartRows[(int)(2 * open[i].Phrase) + side];
                    if (row < batch.Leaves)
                    {
                        words.Add(2 * i + side);
                        target.Add(row);
                        source.Add(open[i].Source);
                    }
                    else
                    {
                        phrases.Add(2 * i + side);
                        next.Add((open[i].Source, row - batch.Leaves));
                    }
                }
            steps.Add(new(Placed(words), Placed(phrases)));
            open = next;
        }
        (Steps, Target, Source) = (steps, Placed(target), Placed(source));

        Tensor Placed(List<long> rows) => tensor(rows.ToArray(), device: device).DetachFromDisposeScope();
    }

    /// <summary>One step down each.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The row of the word that each arrived vector is held against, in the order of the steps: (A), the sum of all phrases' lengths.</summary>
    public Tensor Target { get; }

    /// <summary>The phrase that each arrived vector was unfolded from, 0 … M − 1: (A).</summary>
    public Tensor Source { get; }

    public void Dispose()
    {
        foreach (var step in Steps)
        {
            step.Words.Dispose();
            step.Phrases.Dispose();
        }
        Target.Dispose();
        Source.Dispose();
    }

    /// <summary>Where among the decoded vectors the words are, and where the phrases, which go on down.</summary>
    public sealed record Step(Tensor Words, Tensor Phrases);
}
