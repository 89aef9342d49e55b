using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>One slice, its dimension dropped.</summary>
        public Tensor select(long dim, long index) => Operators.select_int.Call(this, dim, index);

        /// <summary>Every step-th slice from start to before finish.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Operators.slice_Tensor.Call(this, dim, start, finish, step);

        /// <summary>So many slices from start on.</summary>
        public Tensor narrow(long dim, long start, long length) => Operators.narrow.Call(this, dim, start, length);

        /// <summary>The slices whose numbers are listed.</summary>
        public Tensor index_select(long dim, Tensor index) => Operators.index_select.Call(this, dim, index);
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Operators.index_add.Call(this, dim, index, source, alpha);
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Operators.index_add_.In(this, dim, index, source, alpha);
        public Tensor index_copy(long dim, Tensor index, Tensor source) => Operators.index_copy.Call(this, dim, index, source);
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Operators.index_copy_.In(this, dim, index, source);
        public Tensor index_fill(long dim, Tensor index, Scalar value) => Operators.index_fill_int_Scalar.Call(this, dim, index, value);
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Operators.index_fill__int_Scalar.In(this, dim, index, value);

        /// <summary>out[i][j] = x[index[i][j]][j] for dim 0, and so on.</summary>
        public Tensor gather(long dim, Tensor index) => Operators.gather.Call(this, dim, index);
        public Tensor take(Tensor index) => Operators.take.Call(this, index);
        public Tensor take_along_dim(Tensor indices) => Operators.take_along_dim.Call(this, indices);
        public Tensor take_along_dim(Tensor indices, long dim) => Operators.take_along_dim.Call(this, indices, dim);

        /// <summary>out[index[i][j]][j] = src[i][j] for dim 0, and so on.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Operators.scatter_src.Call(this, dim, index, src);
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Operators.scatter__src.In(this, dim, index, src);
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Operators.scatter_add.Call(this, dim, index, src);
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Operators.scatter_add_.In(this, dim, index, src);

        /// <summary>The value where the mask is true, the element elsewhere.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Operators.masked_fill_Scalar.Call(this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => Operators.masked_fill__Scalar.In(this, mask, value);
        public Tensor masked_scatter(Tensor mask, Tensor value) => Operators.masked_scatter.Call(this, mask, value);
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Operators.masked_scatter_.In(this, mask, value);

        /// <summary>The elements where the mask is true, in a row.</summary>
        public Tensor masked_select(Tensor mask) => Operators.masked_select.Call(this, mask);

        /// <summary>This where the condition holds, <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Operators.where_self.Call(condition, this, y);

        /// <summary>The indices of the elements that are not zero, a row each.</summary>
        public Tensor nonzero() => Operators.nonzero.Call(this);
        public IList<Tensor> nonzero_as_list() => Operators.nonzero_numpy.CallList(this);
        public Tensor argwhere() => Operators.argwhere.Call(this);

        /// <summary>The k largest, or smallest, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Operators.topk.Call2(this, k, dim, largest, sorted);
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Operators.kthvalue.Call2(this, k, dim ?? -1, keepdim);

        /// <summary>In order, and where each came from.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Operators.sort_stable.Call2(this, stable, dim, descending);
        public Tensor argsort(long dim = -1, bool descending = false) => Operators.argsort.Call(this, dim, descending);
        public Tensor msort() => Operators.msort.Call(this);

        /// <summary>The different elements; where each element went among them; how many of each.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = dim is { } d
                ? Operators.unique_dim.Call3(this, d, sorted, return_inverse, return_counts)
                : Operators._unique2.Call3(this, sorted, return_inverse, return_counts);
            return (output, return_inverse ? inverse : null, return_counts ? counts : null);
        }

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = Operators.unique_consecutive.Call3(this, return_inverse, return_counts, (long?)dim);
            return (output, return_inverse ? inverse : null, return_counts ? counts : null);
        }

        /// <summary>In so many pieces along a dimension, the last perhaps smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L) => Operators.chunk.CallList(this, chunks, dim);

        /// <summary>In pieces of a size along a dimension, the last perhaps smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => Operators.split_Tensor.CallList(this, size, dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Operators.split_with_sizes.CallList(this, sizes, dim);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);
        public Tensor[] tensor_split(long size, long dim = 0L) => Operators.tensor_split_sections.CallList(this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0L) => Operators.tensor_split_indices.CallList(this, sizes, dim);

        /// <summary>The slices along a dimension, one by one.</summary>
        public Tensor[] unbind(long dimension = 0L) => Operators.unbind_int.CallList(this, dimension);

        /// <summary>The part on and below the diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Operators.tril.Call(this, diagonal);
        public Tensor tril_(long diagonal = 0) => Operators.tril_.In(this, diagonal);

        /// <summary>The part on and above the diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Operators.triu.Call(this, diagonal);
        public Tensor triu_(long diagonal = 0) => Operators.triu_.In(this, diagonal);

        /// <summary>Of a vector the diagonal matrix, of a matrix the diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Operators.diag.Call(this, diagonal);
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) => Operators.diag_embed.Call(this, offset, dim1, dim2);
        public Tensor diagflat(long offset = 0) => Operators.diagflat.Call(this, offset);
        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) => Operators.diagonal.Call(this, offset, dim1, dim2);
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Operators.diff.Call(this, n, dim, prepend, append);
    }
}
