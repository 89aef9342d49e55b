using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>The same computation as a recorded case of torch-operators.json, found by the case's name.</summary>
public static partial class Twins
{
    /// <summary>A computation on up to three inputs.</summary>
    public delegate Tensor?[] Twin(Tensor x, Tensor y, Tensor z);

    /// <summary>All twins by name.</summary>
    public static Dictionary<string, Twin> All() =>
        new[] { Pointwise, Pairs, Reductions, Shapes, Pieces, Brackets, LinearAlgebra, Creation }
            .SelectMany(family => family)
            .ToDictionary();

    private static Tensor?[] Two((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private static Tensor?[] Three((Tensor First, Tensor? Second, Tensor? Third) triple) => [triple.First, triple.Second, triple.Third];

    private static Tensor Assigned(Tensor x, Action<Tensor> assign)
    {
        var copy = x.clone();
        assign(copy);
        return copy;
    }

    private static Tensor Seeded(Func<Tensor> draw)
    {
        manual_seed(7);
        return draw();
    }
}
