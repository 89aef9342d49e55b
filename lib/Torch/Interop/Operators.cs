namespace TorchSharp.Interop;

/// <summary>The operators in use, each named as ATen names it, its overload behind an underscore.</summary>
internal static class Operators
{
    internal static readonly Operator abs = new("abs"), abs_ = new("abs_"), acos = new("acos"), acos_ = new("acos_"), acosh = new("acosh"),
        acosh_ = new("acosh_"), add__Scalar = new("add_", "Scalar"), add__Tensor = new("add_", "Tensor"), add_Scalar = new("add", "Scalar"),
        add_Tensor = new("add", "Tensor"), addbmm = new("addbmm"), addcdiv = new("addcdiv"), addcdiv_ = new("addcdiv_"),
        addcmul = new("addcmul"), addcmul_ = new("addcmul_"), addmm = new("addmm"), addmm_ = new("addmm_"), addmv = new("addmv"),
        addr = new("addr"), adjoint = new("adjoint"), all = new("all"), all_dim = new("all", "dim"), allclose = new("allclose"),
        amax = new("amax"), amin = new("amin"), aminmax = new("aminmax"), angle = new("angle"), any = new("any"),
        any_dim = new("any", "dim"), arange_start_step = new("arange", "start_step"), argmax = new("argmax"), argmin = new("argmin"),
        argsort = new("argsort"), argwhere = new("argwhere"), as_strided = new("as_strided"), asin = new("asin"), asin_ = new("asin_"),
        asinh = new("asinh"), asinh_ = new("asinh_"), atan = new("atan"), atan_ = new("atan_"), atan2 = new("atan2"),
        atan2_ = new("atan2_"), atanh = new("atanh"), atanh_ = new("atanh_"), atleast_1d = new("atleast_1d"),
        atleast_2d = new("atleast_2d"), atleast_3d = new("atleast_3d");

    internal static readonly Operator baddbmm = new("baddbmm"), bernoulli = new("bernoulli"), bernoulli__float = new("bernoulli_", "float"),
        bernoulli__Tensor = new("bernoulli_", "Tensor"), bincount = new("bincount"), binomial = new("binomial"),
        bitwise_and__Tensor = new("bitwise_and_", "Tensor"), bitwise_and_Tensor = new("bitwise_and", "Tensor"),
        bitwise_left_shift__Tensor = new("bitwise_left_shift_", "Tensor"), bitwise_left_shift_Tensor = new("bitwise_left_shift", "Tensor"),
        bitwise_not = new("bitwise_not"), bitwise_not_ = new("bitwise_not_"), bitwise_or__Tensor = new("bitwise_or_", "Tensor"),
        bitwise_or_Tensor = new("bitwise_or", "Tensor"), bitwise_right_shift__Tensor = new("bitwise_right_shift_", "Tensor"),
        bitwise_right_shift_Tensor = new("bitwise_right_shift", "Tensor"), bitwise_xor__Tensor = new("bitwise_xor_", "Tensor"),
        bitwise_xor_Tensor = new("bitwise_xor", "Tensor"), block_diag = new("block_diag"), bmm = new("bmm"),
        broadcast_tensors = new("broadcast_tensors"), broadcast_to = new("broadcast_to"), bucketize_Tensor = new("bucketize", "Tensor");

    internal static readonly Operator cartesian_prod = new("cartesian_prod"), cat = new("cat"), cauchy_ = new("cauchy_"),
        cdist = new("cdist"), ceil = new("ceil"), ceil_ = new("ceil_"), celu = new("celu"), cholesky = new("cholesky"),
        cholesky_inverse = new("cholesky_inverse"), cholesky_solve = new("cholesky_solve"), chunk = new("chunk"), clamp = new("clamp"),
        clamp_ = new("clamp_"), clamp__Tensor = new("clamp_", "Tensor"), clamp_max = new("clamp_max"), clamp_max_ = new("clamp_max_"),
        clamp_min = new("clamp_min"), clamp_min_ = new("clamp_min_"), clamp_Tensor = new("clamp", "Tensor"), clone = new("clone"),
        column_stack = new("column_stack"), combinations = new("combinations"), complex = new("complex"), conj = new("conj"),
        conj_physical = new("conj_physical"), conj_physical_ = new("conj_physical_"), contiguous = new("contiguous"), copy_ = new("copy_"),
        copysign__Tensor = new("copysign_", "Tensor"), copysign_Tensor = new("copysign", "Tensor"), corrcoef = new("corrcoef"),
        cos = new("cos"), cos_ = new("cos_"), cosh = new("cosh"), cosh_ = new("cosh_"), count_nonzero = new("count_nonzero"),
        count_nonzero_dim_IntList = new("count_nonzero", "dim_IntList"), cov = new("cov"), cummax = new("cummax"), cummin = new("cummin"),
        cumprod = new("cumprod"), cumsum = new("cumsum"), cumulative_trapezoid_dx = new("cumulative_trapezoid", "dx"),
        cumulative_trapezoid_x = new("cumulative_trapezoid", "x");

    internal static readonly Operator deg2rad = new("deg2rad"), deg2rad_ = new("deg2rad_"), det = new("det"), detach = new("detach"),
        detach_ = new("detach_"), diag = new("diag"), diag_embed = new("diag_embed"), diagflat = new("diagflat"),
        diagonal = new("diagonal"), diagonal_scatter = new("diagonal_scatter"), diff = new("diff"), digamma = new("digamma"),
        digamma_ = new("digamma_"), dist = new("dist"), div__Scalar = new("div_", "Scalar"), div__Scalar_mode = new("div_", "Scalar_mode"),
        div__Tensor = new("div_", "Tensor"), div__Tensor_mode = new("div_", "Tensor_mode"), div_Scalar = new("div", "Scalar"),
        div_Scalar_mode = new("div", "Scalar_mode"), div_Tensor = new("div", "Tensor"), div_Tensor_mode = new("div", "Tensor_mode"),
        dot = new("dot"), dsplit_array = new("dsplit", "array"), dsplit_int = new("dsplit", "int"), dstack = new("dstack");

    internal static readonly Operator einsum = new("einsum"), elu = new("elu"), elu_ = new("elu_"), empty_like = new("empty_like"),
        empty_memory_format = new("empty", "memory_format"), eq__Scalar = new("eq_", "Scalar"), eq__Tensor = new("eq_", "Tensor"),
        eq_Scalar = new("eq", "Scalar"), eq_Tensor = new("eq", "Tensor"), equal = new("equal"), erf = new("erf"), erf_ = new("erf_"),
        erfc = new("erfc"), erfc_ = new("erfc_"), erfinv = new("erfinv"), erfinv_ = new("erfinv_"), exp = new("exp"), exp_ = new("exp_"),
        exp2 = new("exp2"), exp2_ = new("exp2_"), expand = new("expand"), expm1 = new("expm1"), expm1_ = new("expm1_"),
        exponential_ = new("exponential_"), eye_m = new("eye", "m");

    internal static readonly Operator fill__Scalar = new("fill_", "Scalar"), flatten_using_ints = new("flatten", "using_ints"),
        flip = new("flip"), fliplr = new("fliplr"), flipud = new("flipud"), float_power_Tensor_Tensor = new("float_power", "Tensor_Tensor"),
        floor = new("floor"), floor_ = new("floor_"), floor_divide = new("floor_divide"), floor_divide_ = new("floor_divide"),
        floor_divide__Scalar = new("floor_divide_", "Scalar"), floor_divide_Scalar = new("floor_divide", "Scalar"), fmax = new("fmax"),
        fmin = new("fmin"), fmod__Scalar = new("fmod_", "Scalar"), fmod__Tensor = new("fmod_", "Tensor"),
        fmod_Scalar = new("fmod", "Scalar"), fmod_Tensor = new("fmod", "Tensor"), frac = new("frac"), frac_ = new("frac_"),
        full = new("full"), full_like = new("full_like");

    internal static readonly Operator gather = new("gather"), gcd = new("gcd"), gcd_ = new("gcd_"), ge__Scalar = new("ge_", "Scalar"),
        ge__Tensor = new("ge_", "Tensor"), ge_Scalar = new("ge", "Scalar"), ge_Tensor = new("ge", "Tensor"), gelu = new("gelu"),
        geometric_ = new("geometric_"), glu = new("glu"), gt__Scalar = new("gt_", "Scalar"), gt__Tensor = new("gt_", "Tensor"),
        gt_Scalar = new("gt", "Scalar"), gt_Tensor = new("gt", "Tensor");

    internal static readonly Operator hardsigmoid = new("hardsigmoid"), hardsigmoid_ = new("hardsigmoid_"), hardswish = new("hardswish"),
        hardswish_ = new("hardswish_"), hardtanh = new("hardtanh"), hardtanh_ = new("hardtanh_"), heaviside = new("heaviside"),
        heaviside_ = new("heaviside_"), histc = new("histc"), hsplit_array = new("hsplit", "array"), hsplit_int = new("hsplit", "int"),
        hstack = new("hstack"), hypot = new("hypot");

    internal static readonly Operator i0 = new("i0"), i0_ = new("i0_"), igamma = new("igamma"), igammac = new("igammac"),
        imag = new("imag"), index_add = new("index_add"), index_add_ = new("index_add_"), index_copy = new("index_copy"),
        index_copy_ = new("index_copy_"), index_fill__int_Scalar = new("index_fill_", "int_Scalar"),
        index_fill_int_Scalar = new("index_fill", "int_Scalar"), index_put_ = new("index_put_"), index_select = new("index_select"),
        index_Tensor = new("index", "Tensor"), inner = new("inner"), inverse = new("inverse"), is_nonzero = new("is_nonzero"),
        isclose = new("isclose"), isfinite = new("isfinite"), isin_Tensor_Tensor = new("isin", "Tensor_Tensor"), isinf = new("isinf"),
        isnan = new("isnan"), isneginf = new("isneginf"), isposinf = new("isposinf"), isreal = new("isreal");

    internal static readonly Operator kron = new("kron"), kthvalue = new("kthvalue");

    internal static readonly Operator lcm = new("lcm"), lcm_ = new("lcm_"), le__Scalar = new("le_", "Scalar"),
        le__Tensor = new("le_", "Tensor"), le_Scalar = new("le", "Scalar"), le_Tensor = new("le", "Tensor"), leaky_relu = new("leaky_relu"),
        leaky_relu_ = new("leaky_relu_"), lerp__Tensor = new("lerp_", "Tensor"), lerp_Tensor = new("lerp", "Tensor"),
        lgamma = new("lgamma"), lgamma_ = new("lgamma_"), linalg_cholesky = new("linalg_cholesky"),
        linalg_cholesky_ex = new("linalg_cholesky_ex"), linalg_cond = new("linalg_cond"), linalg_cond_p_str = new("linalg_cond", "p_str"),
        linalg_cross = new("linalg_cross"), linalg_det = new("linalg_det"), linalg_eig = new("linalg_eig"),
        linalg_eigh = new("linalg_eigh"), linalg_eigvals = new("linalg_eigvals"), linalg_eigvalsh = new("linalg_eigvalsh"),
        linalg_inv = new("linalg_inv"), linalg_lstsq = new("linalg_lstsq"), linalg_lu = new("linalg_lu"),
        linalg_lu_factor = new("linalg_lu_factor"), linalg_matrix_norm = new("linalg_matrix_norm"),
        linalg_matrix_norm_str_ord = new("linalg_matrix_norm", "str_ord"),
        linalg_matrix_rank_atol_rtol_float = new("linalg_matrix_rank", "atol_rtol_float"), linalg_multi_dot = new("linalg_multi_dot"),
        linalg_norm = new("linalg_norm"), linalg_norm_ord_str = new("linalg_norm", "ord_str"), linalg_pinv = new("linalg_pinv"),
        linalg_pinv_atol_rtol_float = new("linalg_pinv", "atol_rtol_float"), linalg_qr = new("linalg_qr"),
        linalg_slogdet = new("linalg_slogdet"), linalg_solve = new("linalg_solve"),
        linalg_solve_triangular = new("linalg_solve_triangular"), linalg_svd = new("linalg_svd"), linalg_svdvals = new("linalg_svdvals"),
        linalg_vecdot = new("linalg_vecdot"), linalg_vector_norm = new("linalg_vector_norm"), linspace = new("linspace"),
        _local_scalar_dense = new("_local_scalar_dense"), log = new("log"), log_ = new("log_"), log10 = new("log10"),
        log10_ = new("log10_"), log1p = new("log1p"), log1p_ = new("log1p_"), log2 = new("log2"), log2_ = new("log2_"),
        log_normal_ = new("log_normal_"), log_sigmoid = new("log_sigmoid"), log_softmax_int = new("log_softmax", "int"),
        logaddexp = new("logaddexp"), logaddexp2 = new("logaddexp2"), logcumsumexp = new("logcumsumexp"), logdet = new("logdet"),
        logical_and = new("logical_and"), logical_and_ = new("logical_and_"), logical_not = new("logical_not"),
        logical_not_ = new("logical_not_"), logical_or = new("logical_or"), logical_or_ = new("logical_or_"),
        logical_xor = new("logical_xor"), logical_xor_ = new("logical_xor_"), logit = new("logit"), logit_ = new("logit_"),
        logspace = new("logspace"), logsumexp = new("logsumexp"), lt__Scalar = new("lt_", "Scalar"), lt__Tensor = new("lt_", "Tensor"),
        lt_Scalar = new("lt", "Scalar"), lt_Tensor = new("lt", "Tensor");

    internal static readonly Operator masked_fill__Scalar = new("masked_fill_", "Scalar"),
        masked_fill_Scalar = new("masked_fill", "Scalar"), masked_scatter = new("masked_scatter"), masked_scatter_ = new("masked_scatter_"),
        masked_select = new("masked_select"), matmul = new("matmul"), matrix_exp = new("matrix_exp"), matrix_power = new("matrix_power"),
        max = new("max"), max_dim = new("max", "dim"), maximum = new("maximum"), mean = new("mean"), mean_dim = new("mean", "dim"),
        median = new("median"), meshgrid_indexing = new("meshgrid", "indexing"), min = new("min"), min_dim = new("min", "dim"),
        minimum = new("minimum"), mm = new("mm"), mode = new("mode"), movedim_intlist = new("movedim", "intlist"), msort = new("msort"),
        mul__Scalar = new("mul_", "Scalar"), mul__Tensor = new("mul_", "Tensor"), mul_Scalar = new("mul", "Scalar"),
        mul_Tensor = new("mul", "Tensor"), multinomial = new("multinomial"), mv = new("mv"), mvlgamma = new("mvlgamma");

    internal static readonly Operator nan_to_num = new("nan_to_num"), nan_to_num_ = new("nan_to_num_"), nanmean = new("nanmean"),
        nanmedian = new("nanmedian"), nanquantile = new("nanquantile"), nansum = new("nansum"), narrow = new("narrow"),
        ne__Scalar = new("ne_", "Scalar"), ne__Tensor = new("ne_", "Tensor"), ne_Scalar = new("ne", "Scalar"),
        ne_Tensor = new("ne", "Tensor"), neg = new("neg"), neg_ = new("neg_"), new_empty = new("new_empty"), new_full = new("new_full"),
        new_ones = new("new_ones"), new_zeros = new("new_zeros"), nextafter = new("nextafter"), nextafter_ = new("nextafter_"),
        nonzero = new("nonzero"), nonzero_numpy = new("nonzero_numpy"), norm_Scalar = new("norm", "Scalar"),
        norm_ScalarOpt_dim = new("norm", "ScalarOpt_dim"), normal_ = new("normal_"), normal_float_float = new("normal", "float_float"),
        normal_Tensor_Tensor = new("normal", "Tensor_Tensor"), numpy_T = new("numpy_T");

    internal static readonly Operator ones = new("ones"), ones_like = new("ones_like"), outer = new("outer");

    internal static readonly Operator permute = new("permute"), poisson = new("poisson"), polar = new("polar"),
        polygamma = new("polygamma"), positive = new("positive"), pow__Scalar = new("pow_", "Scalar"), pow__Tensor = new("pow_", "Tensor"),
        pow_Tensor_Scalar = new("pow", "Tensor_Scalar"), pow_Tensor_Tensor = new("pow", "Tensor_Tensor"), prelu = new("prelu"),
        prod = new("prod"), prod_dim_int = new("prod", "dim_int");

    internal static readonly Operator quantile = new("quantile");

    internal static readonly Operator rad2deg = new("rad2deg"), rad2deg_ = new("rad2deg_"), rand_generator = new("rand", "generator"),
        randint_low_generator = new("randint", "low_generator"), randn_generator = new("randn", "generator"),
        random__from = new("random_", "from"), randperm_generator = new("randperm", "generator"), ravel = new("ravel"), real = new("real"),
        reciprocal = new("reciprocal"), reciprocal_ = new("reciprocal_"), relu = new("relu"), relu_ = new("relu_"), relu6 = new("relu6"),
        relu6_ = new("relu6_"), remainder__Scalar = new("remainder_", "Scalar"), remainder__Tensor = new("remainder_", "Tensor"),
        remainder_Scalar = new("remainder", "Scalar"), remainder_Tensor = new("remainder", "Tensor"), renorm = new("renorm"),
        repeat = new("repeat"), repeat_interleave_self_int = new("repeat_interleave", "self_int"),
        repeat_interleave_self_Tensor = new("repeat_interleave", "self_Tensor"), reshape = new("reshape"),
        resolve_conj = new("resolve_conj"), roll = new("roll"), rot90 = new("rot90"), round__decimals = new("round_", "decimals"),
        round_decimals = new("round", "decimals"), rsqrt = new("rsqrt"), rsqrt_ = new("rsqrt_"), rsub_Scalar = new("rsub", "Scalar");

    internal static readonly Operator _sample_dirichlet = new("_sample_dirichlet"), scalar_tensor = new("scalar_tensor"),
        scatter__src = new("scatter_", "src"), scatter_add = new("scatter_add"), scatter_add_ = new("scatter_add_"),
        scatter_src = new("scatter", "src"), searchsorted_Tensor = new("searchsorted", "Tensor"), select_int = new("select", "int"),
        select_scatter = new("select_scatter"), selu = new("selu"), selu_ = new("selu_"), sgn = new("sgn"), sgn_ = new("sgn_"),
        sigmoid = new("sigmoid"), sigmoid_ = new("sigmoid_"), sign = new("sign"), sign_ = new("sign_"), signbit = new("signbit"),
        silu = new("silu"), silu_ = new("silu_"), sin = new("sin"), sin_ = new("sin_"), sinc = new("sinc"), sinc_ = new("sinc_"),
        sinh = new("sinh"), sinh_ = new("sinh_"), slice_Tensor = new("slice", "Tensor"), softmax_int = new("softmax", "int"),
        softplus = new("softplus"), sort_stable = new("sort", "stable"), special_entr = new("special_entr"),
        special_erfcx = new("special_erfcx"), special_i0e = new("special_i0e"), special_i1 = new("special_i1"),
        special_i1e = new("special_i1e"), special_ndtr = new("special_ndtr"), special_ndtri = new("special_ndtri"),
        special_xlog1py = new("special_xlog1py"), special_zeta = new("special_zeta"), split_Tensor = new("split", "Tensor"),
        split_with_sizes = new("split_with_sizes"), sqrt = new("sqrt"), sqrt_ = new("sqrt_"), square = new("square"),
        squeeze = new("squeeze"), squeeze_ = new("squeeze_"), squeeze__dim = new("squeeze_", "dim"), squeeze_dim = new("squeeze", "dim"),
        stack = new("stack"), _standard_gamma = new("_standard_gamma"), std = new("std"), std_correction = new("std", "correction"),
        std_mean = new("std_mean"), std_mean_dim = new("std_mean", "dim"), sub__Scalar = new("sub_", "Scalar"),
        sub__Tensor = new("sub_", "Tensor"), sub_Scalar = new("sub", "Scalar"), sub_Tensor = new("sub", "Tensor"), sum = new("sum"),
        sum_dim_IntList = new("sum", "dim_IntList");

    internal static readonly Operator t = new("t"), take = new("take"), take_along_dim = new("take_along_dim"), tan = new("tan"),
        tan_ = new("tan_"), tanh = new("tanh"), tanh_ = new("tanh_"), tensor_split_indices = new("tensor_split", "indices"),
        tensor_split_sections = new("tensor_split", "sections"), tensordot = new("tensordot"), threshold = new("threshold"),
        threshold_ = new("threshold_"), tile = new("tile"), to_dense = new("to_dense"), to_device = new("to", "device"),
        to_dtype = new("to", "dtype"), topk = new("topk"), trace = new("trace"), transpose_ = new("transpose_"),
        transpose_int = new("transpose", "int"), trapezoid_dx = new("trapezoid", "dx"), trapezoid_x = new("trapezoid", "x"),
        tril = new("tril"), tril_ = new("tril_"), tril_indices = new("tril_indices"), triu = new("triu"), triu_ = new("triu_"),
        triu_indices = new("triu_indices"), trunc = new("trunc"), trunc_ = new("trunc_");

    internal static readonly Operator unbind_int = new("unbind", "int"), unfold = new("unfold"), uniform_ = new("uniform_"),
        _unique2 = new("_unique2"), unique_consecutive = new("unique_consecutive"), unique_dim = new("unique_dim"),
        unsqueeze = new("unsqueeze"), unsqueeze_ = new("unsqueeze_");

    internal static readonly Operator vander = new("vander"), var = new("var"), var_correction = new("var", "correction"),
        var_mean = new("var_mean"), var_mean_dim = new("var_mean", "dim"), vdot = new("vdot"), view = new("view"),
        view_as_complex = new("view_as_complex"), view_as_real = new("view_as_real"), vsplit_array = new("vsplit", "array"),
        vsplit_int = new("vsplit", "int"), vstack = new("vstack");

    internal static readonly Operator where_self = new("where", "self");

    internal static readonly Operator xlogy__Scalar_Other = new("xlogy_", "Scalar_Other"), xlogy__Tensor = new("xlogy_", "Tensor"),
        xlogy_Scalar_Other = new("xlogy", "Scalar_Other"), xlogy_Tensor = new("xlogy", "Tensor");

    internal static readonly Operator zero_ = new("zero_"), zeros = new("zeros"), zeros_like = new("zeros_like");
}
