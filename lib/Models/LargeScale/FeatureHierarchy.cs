using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Blocks on top of each other, three in the paper, so nine sublayers: filter, pool, normalise, and again. Learned without labels.</summary>
/// <remarks>Le et al., "Building high-level features using large scale unsupervised learning" (ICML 2012), Fig. 1. Notebook 08.</remarks>
public sealed class FeatureHierarchy : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.ModuleList<FeatureBlock> blocks;
    private readonly LocalContrastNormalization? normalization;

    /// <summary>A hierarchy for square grey pictures.</summary>
    /// <param name="side">Rows, and columns, of a picture.</param>
    /// <param name="shapes">The blocks from below.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="inputNormalization">Rows and columns of the window in which the contrast of a picture is normalised before the first block, odd; 0 leaves it out.</param>
    /// <exception cref="ArgumentException">There is no block, or sizes do not fit.</exception>
    public FeatureHierarchy(int side, IReadOnlyList<BlockShape> shapes, Generator random, int inputNormalization = 0) : base(nameof(FeatureHierarchy))
    {
        if (shapes.Count == 0) throw new ArgumentException($"{nameof(shapes)}: expected one block or more, got none.", nameof(shapes));
        Side = side;
        normalization = inputNormalization == 0 ? null : new(inputNormalization);
        var built = new List<FeatureBlock>();
        foreach (var shape in shapes)
            built.Add(built is [.., var below] ? new(below.Filters.Maps, below.OutputSide, shape, random) : new(1, side, shape, random));
        blocks = ModuleList([.. built]);
        RegisterComponents();
    }

    /// <summary>Rows, and columns, of a picture.</summary>
    public int Side { get; }

    /// <summary>The blocks from below.</summary>
    public IReadOnlyList<FeatureBlock> Blocks => [.. blocks];

    /// <summary>What the first blocks make of pictures: (B, side²) → (B, M, s, s). With none, what the first reads: (B, 1, side, side).</summary>
    /// <param name="x">Pictures, one a row.</param>
    /// <param name="count">How many blocks.</param>
    /// <exception cref="ArgumentException">x is not (B, side²), or there are not so many blocks.</exception>
    public Tensor AfterBlocks(Tensor x, int count)
    {
        if (count < 0 || count > blocks.Count) throw new ArgumentException($"{nameof(count)}: expected 0 to {blocks.Count} blocks, got {count}.", nameof(count));
        var pictures = x.Require([-1, Side * Side]).reshape(-1, 1, Side, Side);
        return blocks.Take(count).Aggregate(normalization?.Apply(pictures) ?? pictures, (below, block) => block.call(below));
    }

    /// <summary>The responses of all units of the last block: (B, side²) → (B, K).</summary>
    public override Tensor forward(Tensor x) => AfterBlocks(x, blocks.Count).flatten(1);

    /// <summary>What each sublayer costs, from below.</summary>
    public IReadOnlyList<SublayerCost> Costs => [.. Blocks.SelectMany((block, i) => SublayerCost.Of(block, i + 1))];
}
