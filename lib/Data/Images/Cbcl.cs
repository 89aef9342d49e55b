using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>The CBCL faces: 2,429 faces (class 1) and 4,548 patches without one (class 0), 19 by 19 pixels.</summary>
/// <remarks>
/// MIT Center for Biological and Computational Learning; Sung and Poggio, "Example-based learning for view-based human face detection" (1998).
/// Only its training part is had, so the split is ours: all pictures are shuffled by the seed, and so many are held out.
/// </remarks>
public static class Cbcl
{
    /// <summary>Rows, and columns, of a picture in pixels.</summary>
    public const int Side = 19;

    /// <summary>Finds the faces, shuffles and splits them, and brings them to a device.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given. There is no public mirror.</param>
    /// <param name="test">How many pictures are held out, faces and others as they come.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <exception cref="MissingDataException">They are not on this machine.</exception>
    /// <exception cref="InvalidDataException">A file has the wrong hash.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Nothing would be left to learn from, or to test on.</exception>
    public static ImageSet Load(Device? device = null, Store? store = null, int test = 3000, long seed = 1)
    {
        store ??= Store.Default;
        var paths = Sources.CbclFaces.Files.Select(file => store.Fetch(Sources.CbclFaces, file)).ToArray();
        using var scope = NewDisposeScope();
        var all = IdxImages.Labelled(Idx.Read(paths[0]).Items, Idx.Read(paths[1]).Items, Side * Side, device);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(test);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(test, all.Count);
        var drawn = new long[all.Count];
        new SplitMix(seed, 0).Permute(drawn);
        var order = tensor(drawn, device: device);
        return new(Sources.CbclFaces.Title, Side, Side, Part(0, all.Count - test), Part(all.Count - test, test), FaceSets.Classes) { Source = Sources.CbclFaces };

        LabelledImages Part(long first, long count)
        {
            var rows = order.narrow(0, first, count);
            return new(all.Images.index_select(0, rows).MoveToOuterDisposeScope(), all.Labels.index_select(0, rows).MoveToOuterDisposeScope());
        }
    }
}
