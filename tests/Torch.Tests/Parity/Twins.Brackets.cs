using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>Our twins of the recorded cases: Python's brackets.</summary>
public static partial class Twins
{
    private static readonly Dictionary<string, Twin> Brackets = new()
    {
        ["x[1]"] = (x, _, _) => [x[1]],
        ["x[1, 2]"] = (x, _, _) => [x[1, 2]],
        ["x[1..]"] = (x, _, _) => [x[1..]],
        ["x[.., 1]"] = (x, _, _) => [x[.., 1]],
        ["x[..., -1]"] = (x, _, _) => [x[TensorIndex.Ellipsis, -1]],
        ["x[:, None, ::2]"] = (x, _, _) => [x[TensorIndex.Colon, TensorIndex.None, TensorIndex.Slice(step: 2)]],
        ["x[0, ..., 1:3]"] = (x, _, _) => [x[0, TensorIndex.Ellipsis, 1..3]],
        ["x[y] by mask"] = (x, y, _) => [x[y]],
        ["x[y] by numbers"] = (x, y, _) => [x[y]],
        ["x[:, y]"] = (x, y, _) => [x[TensorIndex.Colon, TensorIndex.Tensor(y)]],
        ["x[y, :, z]"] = (x, y, z) => [x[TensorIndex.Tensor(y), TensorIndex.Colon, TensorIndex.Tensor(z)]],
        ["x[..., y]"] = (x, y, _) => [x[TensorIndex.Ellipsis, TensorIndex.Tensor(y)]],
        ["x[0] = y"] = (x, y, _) => [Assigned(x, copy => copy[0] = y)],
        ["x[.., 1..] = y"] = (x, y, _) => [Assigned(x, copy => copy[.., 1..] = y)],
        ["x[z] = y by mask"] = (x, y, z) => [Assigned(x, copy => copy[z] = y)],
        ["x.index_put_(y, z, accumulate)"] = (x, y, z) => [Assigned(x, copy => copy.index_put_(y, [z], accumulate: true))],
    };
}
