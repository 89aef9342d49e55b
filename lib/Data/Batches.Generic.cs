using System.Globalization;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>The batches of any epoch: a function of the seed, the epoch and the place in it, and of nothing else.</summary>
/// <remarks>
/// So a training resumes bit for bit: <c>Epoch(7, skip: 120)</c> goes on where an interrupted epoch 7 stood after 120 batches.
/// A batch belongs to the sequence and lives until the next is asked for; <c>clone()</c> what is to be kept longer. An epoch sends its
/// order to the device once; a step copies nothing between host and device.
/// </remarks>
public sealed class Batches<TBatch> : IBatches<TBatch> where TBatch : class, IDisposable
{
    private readonly long all, examples;                     // N, and how many of them belong to these batches
    private readonly long[]? members;                        // which, where not all do
    private readonly int size;
    private readonly long? seed;
    private readonly bool dropLast;
    private readonly Device device;
    private readonly Func<Tensor?, long, long, TBatch> take;
    private readonly Func<TBatch, long> count;
    private readonly Lazy<DataMark> mark;
    private readonly long[] drawn;                           // one for all epochs: large arrays are freed so seldom that memory would seem to grow

    internal Batches(long examples, int size, long? seed, bool dropLast, Device device, Func<Tensor?, long, long, TBatch> take, Func<TBatch, long> count, Func<DataMark> mark)
        : this(examples, null, size, seed, dropLast, device, take, count, mark) { }

    private Batches(long all, long[]? members, int size, long? seed, bool dropLast, Device device, Func<Tensor?, long, long, TBatch> take, Func<TBatch, long> count, Func<DataMark> mark)
    {
        examples = members?.Length ?? all;
        if (size <= 0) throw new ArgumentOutOfRangeException(nameof(size), size, "Expected one or more examples in a batch.");
        PerEpoch = (int)(dropLast ? examples / size : (examples + size - 1) / size);
        if (PerEpoch == 0) throw new ArgumentException($"data: expected at least one {(dropLast ? $"batch of {size}" : "example")}, got {examples} examples.", "data");
        (this.all, this.members, this.size, this.seed, this.dropLast, this.device, this.take, this.count, this.mark) = (all, members, size, seed, dropLast, device, take, count, new(mark));
        drawn = seed is null ? [] : new long[examples];
    }

    /// <summary>How many batches an epoch has.</summary>
    public int PerEpoch { get; }

    /// <summary>The batches of one epoch, in order.</summary>
    /// <param name="epoch">Number of the epoch, counted from 0 or 1 as the caller likes.</param>
    /// <param name="skip">How many batches of it are already done.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="skip"/> is negative or more than <see cref="PerEpoch"/>.</exception>
    public IEnumerable<TBatch> Epoch(int epoch, int skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(skip, PerEpoch);
        return From(epoch, skip);
    }

    /// <summary>Some examples are held aside: the rest in batches as before, and those held aside in their order. No example is copied.</summary>
    /// <param name="share">Of the examples, in (0, 1); rounded, and at least one on each side.</param>
    /// <param name="choice">Fixes which.</param>
    /// <exception cref="ArgumentException">The share is out of range, or there are fewer than two examples.</exception>
    public (Batches<TBatch> Learned, Batches<TBatch> HeldOut) HoldOut(double share, long choice)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentException($"{nameof(share)}: expected a share in (0, 1), got {share}.", nameof(share));
        if (examples < 2) throw new ArgumentException($"data: expected two examples or more, so that some can be held aside, got {examples}.", "data");
        var order = new long[examples];
        new SplitMix(choice, -1).Permute(order);
        var aside = (int)Math.Clamp(Math.Round(share * examples), 1, examples - 1);
        return (Of(order[aside..], seed, dropLast), Of(order[..aside], null, false));

        Batches<TBatch> Of(long[] chosen, long? order, bool drop)
        {
            Array.Sort(chosen);
            if (members is not null) chosen = Array.ConvertAll(chosen, i => members[i]);
            return new(all, chosen, size, order, drop, device, take, count, () => mark.Value);
        }
    }

    (IBatches<TBatch> Learned, IBatches<TBatch> HeldOut)? IBatches<TBatch>.HoldOut(double share, long choice) => HoldOut(share, choice);

    /// <inheritdoc/>
    public long Examples(TBatch batch) => count(batch);

    /// <summary>How many examples, in which batches and order, and what tells their numbers from others.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"{(members is null ? "" : $"{examples} of ")}{all} examples of {mark.Value} by {size}, {(seed is { } value ? $"shuffled from seed {value}" : "in order")}");

    private IEnumerable<TBatch> From(int epoch, int skip)
    {
        using var order = Order(epoch);
        var handedOut = (TBatch?)null;
        for (var index = skip; index < PerEpoch; index++)
        {
            handedOut?.Dispose();
            var start = (long)index * size;
            yield return handedOut = take(order, start, Math.Min(size, examples - start));
        }
        handedOut?.Dispose();                                // not in a finally: First() leaves its batch alive
    }

    private Tensor? Order(int epoch)
    {
        if (seed is not { } value) return members is null ? null : tensor(members, device: device).DetachFromDisposeScope();
        lock (drawn)
        {
            new SplitMix(value, epoch).Permute(drawn);
            if (members is not null) for (var i = 0; i < drawn.Length; i++) drawn[i] = members[drawn[i]];
            return tensor(drawn, device: device).DetachFromDisposeScope();
        }
    }
}
