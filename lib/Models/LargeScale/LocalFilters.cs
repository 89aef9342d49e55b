using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Untied local receptive fields: every place of the picture has filters of its own, a(m, p) = ⟨W(p, m), patch of x at p⟩.</summary>
/// <remarks>
/// A convolution whose kernels are not shared: with W(p, m) the same at every p it is one. Linear, without a bias.
/// Le, Ranzato, Monga, Devin, Chen, Corrado, Dean and Ng, "Building high-level features using large scale unsupervised learning"
/// (ICML 2012), the first sublayer of each of its three layers. Notebook 08.
/// </remarks>
public sealed class LocalFilters : Module<Tensor, Tensor>
{
    private readonly Parameter weight;                                              // W  (L, M, C·k²)

    /// <summary>Filters for square pictures.</summary>
    /// <param name="channels">C, maps of the input; 1 for grey pictures.</param>
    /// <param name="side">Rows, and columns, of the input.</param>
    /// <param name="field">k, rows and columns of a receptive field.</param>
    /// <param name="maps">M, filters at every place.</param>
    /// <param name="random">Where the first weights come from: unit vectors in directions drawn alike.</param>
    /// <exception cref="ArgumentException">A size is below 1, or the field is larger than the picture.</exception>
    public LocalFilters(int channels, int side, int field, int maps, Generator random) : base(nameof(LocalFilters))
    {
        if (field < 1 || field > side) throw new ArgumentException($"{nameof(field)}: expected 1 to {side}, the side of the image, got {field}.", nameof(field));
        (Channels, Side, Field, Maps, OutputSide) = (channels.RequireSize(), side, field, maps.RequireSize(), side - field + 1);
        weight = Parameter(functional.normalize(randn([OutputSide * OutputSide, maps, channels * field * field], generator: random), dim: 2));
        RegisterComponents();
    }

    /// <summary>C, maps of the input.</summary>
    public int Channels { get; }

    /// <summary>Rows, and columns, of the input.</summary>
    public int Side { get; }

    /// <summary>k, rows and columns of a receptive field.</summary>
    public int Field { get; }

    /// <summary>M, filters at every place, and maps of the output.</summary>
    public int Maps { get; }

    /// <summary>Rows, and columns, of the output: side − k + 1.</summary>
    public int OutputSide { get; }

    /// <summary>W, the filters of every place, place after place in rows: (L, M, C·k²) with L = (side − k + 1)².</summary>
    public Tensor Weight => weight;

    /// <summary>a = W x: (B, C, side, side) → (B, M, side − k + 1, side − k + 1).</summary>
    public override Tensor forward(Tensor x)
    {
        var patches = functional.unfold(x.Require([-1, Channels, Side, Side]), Field);      // (B, P, L)
        var responses = weight.bmm(patches.permute(2, 1, 0));                               // (L, M, P) (L, P, B) → (L, M, B)
        return responses.permute(2, 1, 0).reshape(x.shape[0], Maps, OutputSide, OutputSide);
    }

    /// <summary>x̂ = Wᵀ a, every filter painted back where it looked, overlaps added: (B, M, s, s) → (B, C, side, side).</summary>
    public Tensor Transposed(Tensor a)
    {
        var places = a.Require([-1, Maps, OutputSide, OutputSide]).flatten(2).permute(2, 1, 0);     // (L, M, B)
        var patches = weight.transpose(1, 2).bmm(places);                                           // (L, P, B)
        return functional.fold(patches.permute(2, 1, 0), Side, Field);
    }
}
