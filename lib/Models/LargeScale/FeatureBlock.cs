using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>One of the three blocks: local filters a = W x, L2 pooling h = √(ε + Σ a²), local contrast normalisation y.</summary>
/// <remarks>
/// Minimises ‖WᵀW x − x‖² + λ Σⱼ √(ε + Hⱼ (W x)²), in which Hⱼ adds the squares of window j: reconstruction ICA with pooled
/// (topographic) sparsity. Le, Karpenko, Ngiam and Ng, "ICA with reconstruction cost for efficient overcomplete feature learning"
/// (NIPS 2011), which ties the decoder to Wᵀ. Le et al. (ICML 2012) write W₂W₁ᵀ with two matrices and λ = 0.1; we tie them, since small
/// W₁ and large W₂ would make the second term free. Notebook 08.
/// </remarks>
public sealed class FeatureBlock : Module<Tensor, Tensor>
{
    private readonly LocalContrastNormalization? normalization;
    private readonly LocalFilters filters;                                          // a field: its name is the parameters' in files

    /// <summary>A block for square pictures.</summary>
    /// <param name="channels">C, maps of the input.</param>
    /// <param name="side">Rows, and columns, of the input.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">The sizes do not fit: a field larger than the picture, an odd side into pooling windows of two.</exception>
    public FeatureBlock(int channels, int side, BlockShape shape, Generator random) : base(nameof(FeatureBlock))
    {
        filters = new(channels, side, shape.Field, shape.Maps, random);
        Pooling = new(shape.Pool);
        OutputSide = Pooling.OutputSide(Filters.OutputSide);
        normalization = shape.Normalization == 0 ? null : new(shape.Normalization);
        RegisterComponents();
    }

    /// <summary>W, the only part that learns.</summary>
    public LocalFilters Filters => filters;

    /// <summary>H, fixed.</summary>
    public L2Pooling Pooling { get; }

    /// <summary>Whether contrast is normalised.</summary>
    public bool IsNormalized => normalization is not null;

    /// <summary>Rows, and columns, of the output.</summary>
    public int OutputSide { get; }

    /// <summary>y: (B, C, side, side) → (B, M, s, s).</summary>
    public override Tensor forward(Tensor x)
    {
        var pooled = Pooling.Apply(Filters.call(x));
        return normalization is null ? pooled : normalization.Apply(pooled);
    }

    /// <summary>⟨‖WᵀW x − x‖²⟩, the "reconstruction", and λ ⟨Σⱼ √(ε + Hⱼ (W x)²)⟩, the "sparsity": (B, C, side, side) → two terms.</summary>
    /// <param name="x">What the block below gives, without a graph.</param>
    /// <param name="sparsity">λ, 0 or more; the paper's is 0.1.</param>
    /// <exception cref="ArgumentException">x has another shape, or λ is negative.</exception>
    public LossTerms Loss(Tensor x, double sparsity)
    {
        sparsity.RequireNonNegative();
        var a = Filters.call(x);
        return new(
            ("reconstruction", (Filters.Transposed(a) - x).square().sum([1, 2, 3]).mean()),
            ("sparsity", sparsity * Pooling.Apply(a).sum([1, 2, 3]).mean()));
    }
}

/// <summary>The sizes of one block: filter, pool, normalise.</summary>
/// <param name="Field">k, rows and columns of a receptive field.</param>
/// <param name="Maps">M, filters at every place.</param>
/// <param name="Pool">Rows and columns of a pooling window.</param>
/// <param name="Normalization">Rows and columns of the window of local contrast normalisation, odd; 0 leaves it out.</param>
public sealed record BlockShape(int Field, int Maps, int Pool = 2, int Normalization = 3);
