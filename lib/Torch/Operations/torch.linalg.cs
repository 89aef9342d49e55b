using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Decompositions of matrices and what follows from them; stacks of matrices are taken matrix by matrix.</summary>
    public static class linalg
    {
        /// <summary>How much of Q and R is wanted.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        /// <summary>A = U diag(S) Vᴴ, singular values from the largest down.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Operators.linalg_svd.Call3(input, fullMatrices);
        public static Tensor svdvals(Tensor input) => Operators.linalg_svdvals.Call(input);

        /// <summary>A = V diag(λ) Vᴴ of a symmetric matrix, eigenvalues from the smallest up.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Operators.linalg_eigh.Call2(input, UPLO.ToString());
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Operators.linalg_eigvalsh.Call(input, UPLO.ToString());

        /// <summary>A V = V diag(λ), complex in general.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => Operators.linalg_eig.Call2(input);
        public static Tensor eigvals(Tensor input) => Operators.linalg_eigvals.Call(input);

        /// <summary>A = Q R with orthonormal columns and an upper triangle.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Operators.linalg_qr.Call2(input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" });

        /// <summary>A = L Lᴴ with a lower triangle.</summary>
        public static Tensor cholesky(Tensor input) => Operators.linalg_cholesky.Call(input);
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Operators.linalg_cholesky_ex.Call2(input, Argument.Default, check_errors);

        /// <summary>A = P L U.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Operators.linalg_lu.Call3(input, pivot);
        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => Operators.linalg_lu_factor.Call2(input, pivot);

        /// <summary>X with A X = B, or X A = B where not <paramref name="left"/>.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Operators.linalg_solve.Call(A, B, left);
        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null)
        {
            var solution = Operators.linalg_solve_triangular.Call(A, B, upper, left, unitriangular);
            return @out is null ? solution : @out.copy_(solution);
        }

        /// <summary>The X that makes ‖A X − B‖ least.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            Operators.linalg_lstsq.CallList(input, other) is [var solution, var residuals, var rank, var values]
                ? (solution, residuals, rank, values)
                : default;
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) =>
            Operators.linalg_lstsq.CallList(input, other, rcond) is [var solution, var residuals, var rank, var values]
                ? (solution, residuals, rank, values)
                : default;

        public static Tensor inv(Tensor input) => Operators.linalg_inv.Call(input);

        /// <summary>Moore's and Penrose's inverse.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Operators.linalg_pinv_atol_rtol_float.Call(input, atol, rtol, hermitian);

        public static Tensor det(Tensor input) => Operators.linalg_det.Call(input);

        /// <summary>The determinant's sign and the logarithm of its size.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Operators.linalg_slogdet.Call2(input);

        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Operators.linalg_matrix_rank_atol_rtol_float.Call(input, atol, rtol, hermitian);
        public static Tensor multi_dot(IList<Tensor> tensors) => Operators.linalg_multi_dot.Call(tensors.ToArray());

        /// <summary>How much a solution may magnify an error: ‖A‖ ‖A⁻¹‖.</summary>
        public static Tensor cond(Tensor input) => Operators.linalg_cond.Call(input);
        public static Tensor cond(Tensor input, int p) => Operators.linalg_cond.Call(input, (double)p);
        public static Tensor cond(Tensor input, double p) => Operators.linalg_cond.Call(input, p);
        public static Tensor cond(Tensor input, string p) => Operators.linalg_cond_p_str.Call(input, p);

        /// <summary>(Σ |x|ᵖ)^(1/p) over the dimensions named, or over all.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false) =>
            Operators.linalg_vector_norm.Call(input, ord, dims, keepdim);

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Operators.linalg_matrix_norm_str_ord.Call(input, ord, dims ?? [-2, -1], keepdim);
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Operators.linalg_matrix_norm.Call(input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>A vector's norm, or a matrix's where two dimensions are meant.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Operators.linalg_norm.Call(input, Argument.None, dims, keepdim);
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Operators.linalg_norm.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => norm(input, (double)ord, dims, keepdim);
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Operators.linalg_norm_ord_str.Call(input, ord, dims, keepdim);

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Operators.linalg_cross.Call(input, other, dim);
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null)
        {
            var product = Operators.linalg_vecdot.Call(x, y, dim);
            return @out is null ? product : @out.copy_(product);
        }
    }

    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);
    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(matrices);

    /// <summary>The p-distance of every row of one matrix from every row of another: (n, d), (m, d) → (n, m).</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Operators.cdist.Call(x1, x2, p, (long)compute_mode);
}
