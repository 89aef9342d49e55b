using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>Our twins of the recorded cases: pieces and what is put together from them.</summary>
public static partial class Twins
{
    private static readonly Dictionary<string, Twin> Pieces = new()
    {
        ["x.select(1, 2)"] = (x, _, _) => [x.select(1, 2)],
        ["x.slice(1, 0, 4, 2)"] = (x, _, _) => [x.slice(1, 0, 4, 2)],
        ["x.narrow(1, 1, 2)"] = (x, _, _) => [x.narrow(1, 1, 2)],
        ["x.index_select(1, y)"] = (x, y, _) => [x.index_select(1, y)],
        ["x.index_add(1, y, z)"] = (x, y, z) => [x.index_add(1, y, z, 1)],
        ["x.index_copy(1, y, z)"] = (x, y, z) => [x.index_copy(1, y, z)],
        ["x.index_fill(1, y, 7)"] = (x, y, _) => [x.index_fill(1, y, 7)],
        ["x.gather(1, y)"] = (x, y, _) => [x.gather(1, y)],
        ["x.take(y)"] = (x, y, _) => [x.take(y)],
        ["x.take_along_dim(y, 1)"] = (x, y, _) => [x.take_along_dim(y, 1)],
        ["x.scatter(1, y, z)"] = (x, y, z) => [x.scatter(1, y, z)],
        ["x.scatter_add(1, y, z)"] = (x, y, z) => [x.scatter_add(1, y, z)],
        ["x.masked_fill(y, -1)"] = (x, y, _) => [x.masked_fill(y, -1)],
        ["x.masked_select(y)"] = (x, y, _) => [x.masked_select(y)],
        ["x.masked_scatter(y, z)"] = (x, y, z) => [x.masked_scatter(y, z)],
        ["x.nonzero()"] = (x, _, _) => [x.nonzero()],
        ["x.argwhere()"] = (x, _, _) => [x.argwhere()],
        ["x.topk(2)"] = (x, _, _) => Two(x.topk(2)),
        ["x.topk(1, 0, smallest)"] = (x, _, _) => Two(x.topk(1, 0, largest: false)),
        ["x.kthvalue(2)"] = (x, _, _) => Two(x.kthvalue(2, null)),
        ["x.sort()"] = (x, _, _) => Two(x.sort()),
        ["x.sort(0, descending)"] = (x, _, _) => Two(x.sort(0, descending: true)),
        ["x.argsort(1, descending)"] = (x, _, _) => [x.argsort(1, descending: true)],
        ["x.msort()"] = (x, _, _) => [x.msort()],
        ["x.unique(inverse, counts)"] = (x, _, _) => Three(x.unique(return_inverse: true, return_counts: true)),
        ["x.unique_consecutive(inverse, counts)"] = (x, _, _) => Three(x.unique_consecutive(return_inverse: true, return_counts: true)),
        ["x.chunk(2, 1)"] = (x, _, _) => x.chunk(2, 1),
        ["x.split(2, 1)"] = (x, _, _) => x.split(2, dim: 1),
        ["x.split([1, 2], 1)"] = (x, _, _) => x.split([1, 2], dim: 1),
        ["x.tensor_split(2, 1)"] = (x, _, _) => x.tensor_split(2, 1),
        ["x.hsplit(3), x.vsplit(2)"] = (x, _, _) => [.. x.hsplit(3), .. x.vsplit(2)],
        ["x.unbind(1)"] = (x, _, _) => x.unbind(1),
        ["x.tril(), x.triu(1)"] = (x, _, _) => [x.tril(), x.triu(1)],
        ["x.diag() of a vector"] = (x, _, _) => [x.diag()],
        ["x.diag(1) of a matrix"] = (x, _, _) => [x.diag(1)],
        ["x.diag_embed()"] = (x, _, _) => [x.diag_embed()],
        ["x.diagonal()"] = (x, _, _) => [x.diagonal()],
        ["x.diagonal_scatter(y)"] = (x, y, _) => [x.diagonal_scatter(y)],
        ["x.select_scatter(y, 0, 1)"] = (x, y, _) => [x.select_scatter(y, 0, 1)],
        ["cat([x, y], 1)"] = (x, y, _) => [cat([x, y], 1)],
        ["stack([x, y], 1)"] = (x, y, _) => [stack([x, y], 1)],
        ["hstack, vstack, dstack"] = (x, y, _) => [hstack(x, y), vstack([x, y]), dstack(x, y)],
        ["block_diag(x, y)"] = (x, y, _) => [block_diag(x, y)],
        ["cartesian_prod(x, y)"] = (x, y, _) => [cartesian_prod(x, y)],
        ["meshgrid([x, y])"] = (x, y, _) => meshgrid([x, y]),
        ["broadcast_tensors(x, y)"] = (x, y, _) => [.. broadcast_tensors(x, y)],
        ["combinations(x)"] = (x, _, _) => [combinations(x)],
        ["x.vander()"] = (x, _, _) => [x.vander()],
    };
}
