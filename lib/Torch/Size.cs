using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public struct Size : IEnumerable<long>
    {
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[] sizes;

        public Size(long[] shape) => sizes = [.. shape];
        public Size(IEnumerable<long> shape) => sizes = [.. shape];
        public Size(int[] shape) => sizes = Array.ConvertAll(shape, size => (long)size);
        public Size(long size) => sizes = [size];
        public Size((long, long) size) => sizes = [size.Item1, size.Item2];
        public Size((long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3];
        public Size((long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4];

        public static implicit operator Size(long size) => new(size);
        public static implicit operator Size((long, long) size) => new(size);
        public static implicit operator Size((long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long) size) => new(size);
        public static implicit operator Size(long[] size) => new(size);

        public static Size operator +(Size left, Size right) => new([.. left.sizes, .. right.sizes]);
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.sizes, .. right]);
        public static bool operator ==(Size left, Size right) => left.sizes.AsSpan().SequenceEqual(right.sizes);
        public static bool operator !=(Size left, Size right) => !(left == right);

        public long[] Shape => sizes;
        public int Length => sizes.Length;
        public bool IsEmpty => sizes.Length == 0;
        public bool IsScalar => IsEmpty;
        public long this[int idx] => sizes[idx];
        public long this[long idx] => sizes[idx];

        /// <summary>The number of elements of a tensor of this shape.</summary>
        public long numel() => sizes.Aggregate(1L, (product, size) => product * size);

        public Size Slice(int first, int next) => new(sizes[first..next]);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)sizes).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode() => sizes.Aggregate(17, HashCode.Combine);

        public override string ToString() => $"[{string.Join("x", sizes)}]";
    }
}
