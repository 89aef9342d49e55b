using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Pictures in one IDX file and their labels, if any, in another.</summary>
internal sealed record IdxPair(string Images, string? Labels)
{
    /// <summary>Reads both; without labels every picture is of class 0.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, does not hold pictures or labels, or the two do not belong together.</exception>
    public (LabelledImages Images, int Height, int Width, SourceFile[] Files) Read(Device? device)
    {
        var images = Idx.Read(Images);
        if (images.Dimensions.Length != 3) throw new InvalidDataException(
            $"{Images}: expected images, three sizes (count, height, width), found {Sizes(images)}{(images.Dimensions.Length == 1 ? "; these look like labels" : "")}.");
        if (images.Dimensions.Contains(0)) throw new InvalidDataException($"{Images}: expected at least one image of at least one pixel, found {Sizes(images)}.");
        var count = images.Dimensions[0];
        var labels = Labels is null ? new byte[count] : ReadLabels(Labels, count);
        var files = new[] { Images, Labels }.OfType<string>().Select(path => OwnFile.Read(path).Entry).ToArray();
        return (IdxImages.Labelled(images.Items, labels, images.Dimensions[1] * images.Dimensions[2], device), images.Dimensions[1], images.Dimensions[2], files);
    }

    private byte[] ReadLabels(string path, int count)
    {
        var labels = Idx.Read(path);
        if (labels.Dimensions.Length != 1) throw new InvalidDataException($"{path}: expected labels, one size (count), found {Sizes(labels)}.");
        if (labels.Dimensions[0] != count) throw new InvalidDataException($"{path}: expected {count} labels, one for each image of {Images}, found {labels.Dimensions[0]}.");
        return labels.Items;
    }

    private static string Sizes(IdxArray array) => string.Join(" × ", array.Dimensions);
}
