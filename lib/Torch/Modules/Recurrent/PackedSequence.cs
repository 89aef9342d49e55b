using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths in one batch.</summary>
            public static partial class rnn
            {
                private static readonly Operator pack = new("_pack_padded_sequence"), padPacked = new("_pad_packed_sequence"), padSequence = new("pad_sequence");

                /// <summary>Sequences of different lengths without padding: the first steps of all, then the second steps of those that have one, ….</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>The steps: (sum of lengths, …).</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences still go on at each step: on the CPU.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>The numbers of the sequences from longest to shortest, where they were not given so.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>The way back.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices) =>
                        (this.data, this.batch_sizes, this.sorted_indices, this.unsorted_indices) = (data, batch_sizes, sorted_indices, unsorted_indices);

                    internal long Batch
                    {
                        get
                        {
                            using var first = batch_sizes[0];
                            return first.ToInt64();
                        }
                    }

                    internal PackedSequence With(Tensor steps) =>
                        new(steps, Outside(batch_sizes)!, Outside(sorted_indices), Outside(unsorted_indices));

                    internal Tensor? Sorted(Tensor? state) =>
                        state is null || sorted_indices is null ? state : state.index_select(1, sorted_indices);

                    internal Tensor Unsorted(Tensor state) =>
                        unsorted_indices is null ? state : state.index_select(1, unsorted_indices);

                    private static Tensor? Outside(Tensor? tensor) => tensor?.alias().MoveToOuterDisposeScope();

                    private IEnumerable<Tensor> All => new[] { data, batch_sizes, sorted_indices, unsorted_indices }.OfType<Tensor>();

                    /// <summary>Hands the tensors over to the scope around the current one.</summary>
                    public PackedSequence MoveToOuterDisposeScope()
                    {
                        foreach (var tensor in All) tensor.MoveToOuterDisposeScope();
                        return this;
                    }

                    /// <summary>From now on the tensors live until disposed.</summary>
                    public PackedSequence DetachFromDisposeScope()
                    {
                        foreach (var tensor in All) tensor.DetachFromDisposeScope();
                        return this;
                    }

                    /// <summary>Frees the tensors.</summary>
                    public void Dispose()
                    {
                        foreach (var tensor in All) tensor.Dispose();
                    }
                }

                /// <summary>Padded sequences (T, B, …) or, batch first, (B, T, …) to steps without padding.</summary>
                /// <param name="input">The padded sequences.</param>
                /// <param name="lengths">Their lengths: int64 (B), on the CPU.</param>
                /// <param name="batch_first">Whether the batch is the first dimension.</param>
                /// <param name="enforce_sorted">Whether they are expected from longest to shortest; else they are sorted here.</param>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    if (enforce_sorted)
                    {
                        var (steps, sizes) = pack.Call2(input, lengths, batch_first);
                        return new PackedSequence(steps, sizes, null, null).MoveToOuterDisposeScope();
                    }
                    var (descending, order) = lengths.sort(dim: 0, descending: true);
                    order = order.to(input.device);
                    var (data, batchSizes) = pack.Call2(input.index_select(batch_first ? 0 : 1, order), descending, batch_first);
                    return new PackedSequence(data, batchSizes, order, order.argsort()).MoveToOuterDisposeScope();
                }

                /// <summary>The way back: padded sequences, and their lengths.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = padPacked.Call2(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is { } order)
                        (padded, lengths) = (padded.index_select(batch_first ? 0 : 1, order), lengths.index_select(0, order.cpu()));
                    return (padded.MoveToOuterDisposeScope(), lengths.MoveToOuterDisposeScope());
                }

                /// <summary>Sequences (T, …) of different lengths in one tensor (T, B, …) or, batch first, (B, T, …), the ends filled up.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    padSequence.Call(sequences.ToArray(), batch_first, padding_value);

                /// <summary>Sequences (T, …) of different lengths, packed.</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var all = sequences.ToList();
                    using var lengths = tensor(all.Select(sequence => sequence.shape[0]).ToArray());
                    using var padded = pad_sequence(all);
                    return pack_padded_sequence(padded, lengths, enforce_sorted: enforce_sorted);
                }
            }
        }
    }
}
