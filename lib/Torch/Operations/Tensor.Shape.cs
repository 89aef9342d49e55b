using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements under another shape; one size may be −1. A view where the memory allows it.</summary>
        public Tensor reshape(params long[] shape) => Operators.reshape.Call(this, shape);

        /// <summary>The same memory under another shape; one size may be −1.</summary>
        public Tensor view(params long[] shape) => Operators.view.Call(this, shape);
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>The dimensions from start to end made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operators.flatten_using_ints.Call(this, start_dim, end_dim);
        public Tensor ravel() => Operators.ravel.Call(this);

        /// <summary>One dimension made several.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var all = shape.ToList();
            var at = (int)(dim < 0 ? dim + all.Count : dim);
            all.RemoveAt(at);
            all.InsertRange(at, sizes);
            return reshape([.. all]);
        }
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>Without the dimensions of size one, or without the one named.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } d ? Operators.squeeze_dim.Call(this, d) : Operators.squeeze.Call(this);
        public Tensor squeeze_(long? dim = null) => dim is { } d ? Operators.squeeze__dim.In(this, d) : Operators.squeeze_.In(this);

        /// <summary>With a new dimension of size one.</summary>
        public Tensor unsqueeze(long dim) => Operators.unsqueeze.Call(this, dim);
        public Tensor unsqueeze_(long dim) => Operators.unsqueeze_.In(this, dim);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Operators.transpose_int.Call(this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => Operators.transpose_.In(this, dim0, dim1);
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => Operators.t.Call(this);

        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => Operators.numpy_T.Call(this);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Operators.permute.Call(this, permutation);
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());
        public Tensor movedim(long[] source, long[] destination) => Operators.movedim_intlist.Call(this, source, destination);
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Dimensions of size one repeated without copying; −1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Operators.expand.Call(this, sizes, isImplicit);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);
        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);
        public Tensor expand(params long[] sizes) => expand(sizes, false);
        public Tensor expand_as(Tensor other) => expand(other.shape);
        public Tensor broadcast_to(params long[] shape) => Operators.broadcast_to.Call(this, shape);

        /// <summary>The whole tensor laid side by side, so many times along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Operators.repeat.Call(this, sizes);
        public Tensor tile(long[] reps) => Operators.tile.Call(this, reps);

        /// <summary>Each slice repeated on the spot.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Operators.repeat_interleave_self_int.Call(this, repeats, dim, output_size);
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Operators.repeat_interleave_self_Tensor.Call(this, repeats, dim, output_size);

        /// <summary>In the opposite order along the dimensions named.</summary>
        public Tensor flip(params long[] dims) => Operators.flip.Call(this, dims);
        public Tensor fliplr() => Operators.fliplr.Call(this);
        public Tensor flipud() => Operators.flipud.Call(this);

        /// <summary>Shifted along dimensions; what falls off one end comes in at the other.</summary>
        public Tensor roll(long shifts, long? dims = null) =>
            Operators.roll.Call(this, new[] { shifts }, dims is { } d ? new[] { d } : Array.Empty<long>());
        public Tensor roll(long[] shifts, long[] dims) => Operators.roll.Call(this, shifts, dims);
        public Tensor roll(long[] shifts) => roll(shifts, [0]);
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <summary>Turned by k right angles in the plane of two dimensions.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (from, to) = dims ?? (0, 1);
            return Operators.rot90.Call(this, k, new[] { from, to });
        }

        /// <summary>Overlapping windows of a dimension, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Operators.unfold.Call(this, dimension, size, step);

        /// <summary>The memory seen with sizes and strides of one's own.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) =>
            Operators.as_strided.Call(this, size, strides, storageOffset);

        public Tensor contiguous() => Operators.contiguous.Call(this);
        public Tensor clone() => Operators.clone.Call(this);

        /// <summary>Overwritten with another's elements, which may be of another type, shape or device.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Operators.copy_.In(this, source, nonBlocking);

        public Tensor atleast_1d() => Operators.atleast_1d.Call(this);
        public Tensor atleast_2d() => Operators.atleast_2d.Call(this);
        public Tensor atleast_3d() => Operators.atleast_3d.Call(this);
        public Tensor view_as_real() => Operators.view_as_real.Call(this);
        public Tensor view_as_complex() => Operators.view_as_complex.Call(this);
        public Tensor real => is_complex() ? Operators.real.Call(this) : alias();
        public Tensor imag => Operators.imag.Call(this);
        public Tensor conj() => Operators.conj.Call(this);
    }

    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);
    public static Tensor ravel(Tensor input) => input.ravel();
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);
    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.transpose(axis0, axis1);
    public static Tensor t(Tensor input) => input.t();
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);
    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);
    public static Tensor fliplr(Tensor input) => input.fliplr();
    public static Tensor flipud(Tensor input) => input.flipud();
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);
    public static Tensor roll(Tensor input, long[] shifts) => input.roll(shifts);
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);
    public static Tensor clone(Tensor input) => input.clone();
    public static Tensor view_as_real(Tensor input) => input.view_as_real();
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();
    public static Tensor conj(Tensor input) => input.conj();
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Operators.broadcast_tensors.CallList(tensors);
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(tensor => tensor.atleast_1d());
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(tensor => tensor.atleast_2d());
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(tensor => tensor.atleast_3d());
}
