namespace Workbook.Torch.Tests;

/// <summary>Our twins of the recorded cases: shapes.</summary>
public static partial class Twins
{
    private static readonly Dictionary<string, Twin> Shapes = new()
    {
        ["x.reshape(4, -1)"] = (x, _, _) => [x.reshape(4, -1)],
        ["x.view(6, 4)"] = (x, _, _) => [x.view(6, 4)],
        ["x.flatten(1)"] = (x, _, _) => [x.flatten(1)],
        ["x.ravel()"] = (x, _, _) => [x.ravel()],
        ["x.unflatten(2, 2, 2)"] = (x, _, _) => [x.unflatten(2, 2, 2)],
        ["x.unsqueeze(1)"] = (x, _, _) => [x.unsqueeze(1)],
        ["x.squeeze()"] = (x, _, _) => [x.squeeze()],
        ["x.squeeze(0)"] = (x, _, _) => [x.squeeze(0)],
        ["x.transpose(0, 2)"] = (x, _, _) => [x.transpose(0, 2)],
        ["x.t()"] = (x, _, _) => [x.t()],
        ["x.T"] = (x, _, _) => [x.T],
        ["x.mT"] = (x, _, _) => [x.mT],
        ["x.permute(2, 0, 1)"] = (x, _, _) => [x.permute(2, 0, 1)],
        ["x.movedim([0], [2])"] = (x, _, _) => [x.movedim([0], [2])],
        ["x.expand(2, -1)"] = (x, _, _) => [x.expand(2, -1)],
        ["x.broadcast_to(2, 3)"] = (x, _, _) => [x.broadcast_to(2, 3)],
        ["x.repeat(2, 2)"] = (x, _, _) => [x.repeat(2, 2)],
        ["x.tile([2])"] = (x, _, _) => [x.tile([2])],
        ["x.repeat_interleave(2, 1)"] = (x, _, _) => [x.repeat_interleave(2, 1)],
        ["x.repeat_interleave(y, 0)"] = (x, y, _) => [x.repeat_interleave(y, 0)],
        ["x.flip(0, 1)"] = (x, _, _) => [x.flip(0, 1)],
        ["x.fliplr(), x.flipud()"] = (x, _, _) => [x.fliplr(), x.flipud()],
        ["x.roll(1, 1)"] = (x, _, _) => [x.roll(1, 1)],
        ["x.rot90()"] = (x, _, _) => [x.rot90()],
        ["x.unfold(1, 2, 1)"] = (x, _, _) => [x.unfold(1, 2, 1)],
        ["x.as_strided([2, 2], [1, 2], 1)"] = (x, _, _) => [x.as_strided([2, 2], [1, 2], 1)],
        ["x.contiguous() of a transpose"] = (x, _, _) => [x.t().contiguous()],
        ["x.view_as_real()"] = (x, _, _) => [x.view_as_real()],
        ["x.atleast_1d(), x.atleast_2d(), x.atleast_3d()"] = (x, _, _) => [x.atleast_1d(), x.atleast_2d(), x.atleast_3d()],
    };
}
