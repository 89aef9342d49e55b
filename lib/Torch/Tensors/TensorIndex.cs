namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index between the brackets: a number, a slice, a new dimension, all that is not named, or a tensor.</summary>
    public readonly struct TensorIndex
    {
        internal enum Kind { Colon, Single, Slice, None, Ellipsis, Bool, Tensor }

        internal readonly Kind What;
        internal readonly long? Start, Stop, Step;
        internal readonly Tensor? Chosen;

        private TensorIndex(Kind what, long? start = null, long? stop = null, long? step = null, Tensor? chosen = null) =>
            (What, Start, Stop, Step, Chosen) = (what, start, stop, step, chosen);

        /// <summary>All the dimensions that are not named.</summary>
        public static readonly TensorIndex Ellipsis = new(Kind.Ellipsis);

        /// <summary>A new dimension of size one.</summary>
        public static readonly TensorIndex None = new(Kind.None);

        public static readonly TensorIndex Null = None;

        /// <summary>A whole dimension.</summary>
        public static readonly TensorIndex Colon = new(Kind.Slice);

        /// <summary>Every step-th from start to before stop; negative ends count from the last.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);
        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            range.End switch { { IsFromEnd: true, Value: 0 } => null, { IsFromEnd: true } end => -end.Value, var end => end.Value });

        /// <summary>One slice, its dimension dropped.</summary>
        public static TensorIndex Single(long? index) => new(Kind.Single, index);

        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);

        /// <summary>The positions a tensor lists, or those where it is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, chosen: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);
    }
}
