using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy in which one diagonal or one slice is replaced.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            Operators.diagonal_scatter.Call(this, src, offset, dim1, dim2);
        public Tensor select_scatter(Tensor src, long dim, long index) => Operators.select_scatter.Call(this, src, dim, index);

        /// <summary>Split along the first, second or third dimension.</summary>
        public Tensor[] vsplit(long size) => Operators.vsplit_int.CallList(this, size);
        public Tensor[] vsplit(params long[] sizes) => Operators.vsplit_array.CallList(this, sizes);
        public Tensor[] hsplit(long size) => Operators.hsplit_int.CallList(this, size);
        public Tensor[] hsplit(params long[] sizes) => Operators.hsplit_array.CallList(this, sizes);
        public Tensor[] dsplit(long size) => Operators.dsplit_int.CallList(this, size);
        public Tensor[] dsplit(params long[] sizes) => Operators.dsplit_array.CallList(this, sizes);

        /// <summary>∫ y dx by the trapezoidal rule along a dimension.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => Operators.trapezoid_dx.Call(this, dx, dim);
        public Tensor trapezoid(Tensor x, long dim = -1) => Operators.trapezoid_x.Call(this, x, dim);
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Operators.cumulative_trapezoid_dx.Call(this, dx, dim);
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Operators.cumulative_trapezoid_x.Call(this, x, dim);

        /// <summary>The powers 1, x, x², … as columns.</summary>
        public Tensor vander(long N = -1, bool increasing = false) =>
            Operators.vander.Call(this, N < 0 ? size(0) : N, increasing);

        public Tensor to_dense() => Operators.to_dense.Call(this);
        public Tensor adjoint() => Operators.adjoint.Call(this);
        public Tensor mH => Operators.adjoint.Call(this);
        public Tensor resolve_conj() => Operators.resolve_conj.Call(this);
        public Tensor binomial(Tensor prob, Generator? generator = null) => Operators.binomial.Call(this, prob, generator);
    }

    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
        input.diagonal_scatter(src, offset, dim1, dim2);
    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => input.select_scatter(src, dim, index);
    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);
    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);
    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => y.cumulative_trapezoid(x, dim);
    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => y.cumulative_trapezoid(dx, dim);
    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);
    public static Tensor adjoint(Tensor input) => input.adjoint();
    public static Tensor real(Tensor input) => input.real;
    public static Tensor imag(Tensor input) => input.imag;
    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => count.binomial(probs, generator);

    /// <summary>Samples of Γ(α, 1).</summary>
    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => Operators._standard_gamma.Call(input, generator);
    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) => Operators._sample_dirichlet.Call(input, generator);

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor column_stack(params Tensor[] tensors) => Operators.column_stack.Call(tensors);
    public static Tensor row_stack(params Tensor[] tensors) => Operators.vstack.Call(tensors);
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Operators.combinations.Call(input, r, with_replacement);
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add_(dim, index, source, alpha);
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy_(dim, index, source);
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes);
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => input.roll(shifts, dims);
    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);
    public static Tensor tril_(Tensor input, long diagonal = 0) => input.tril_(diagonal);
    public static Tensor triu_(Tensor input, long diagonal = 0) => input.triu_(diagonal);
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);
    public static Tensor igamma(Tensor input, Tensor other) => input.igamma(other);
    public static Tensor igammac(Tensor input, Tensor other) => input.igammac(other);
    public static long numel(Tensor input) => input.numel();
    public static bool is_tensor(object obj) => obj is Tensor;
}
