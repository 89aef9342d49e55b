using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Data sets laid out like MNIST: four IDX files, pictures and labels, to learn from and held out.</summary>
internal static class IdxImages
{
    public static (LabelledImages Train, LabelledImages Test) Load(Source source, Device? device, Store? store)
    {
        store ??= Store.Default;
        var paths = source.Files.ToDictionary(file => file.Name, file => store.Fetch(source, file));
        return (Read("train"), Read("t10k"));

        LabelledImages Read(string part)
        {
            var images = Idx.Read(paths[$"{part}-images-idx3-ubyte.gz"]);
            var labels = Idx.Read(paths[$"{part}-labels-idx1-ubyte.gz"]);
            return Labelled(images.Items, labels.Items, images.Dimensions[1] * images.Dimensions[2], device);
        }
    }

    /// <summary>Brings bytes to the device as they are and turns them into numbers there: pixels in [0, 1], labels as int64.</summary>
    public static LabelledImages Labelled(byte[] pixels, byte[] labels, int size, Device? device)
    {
        using var scope = NewDisposeScope();
        var images = tensor(pixels, [labels.Length, size], device: device).to(ScalarType.Float32).div_(255);
        var classes = tensor(labels, [labels.Length], device: device).to(ScalarType.Int64);
        return new(images.MoveToOuterDisposeScope(), classes.MoveToOuterDisposeScope());
    }
}
