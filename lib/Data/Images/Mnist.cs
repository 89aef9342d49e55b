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

/// <summary>MNIST: 60,000 handwritten digits to learn from and 10,000 held out, 28 by 28 pixels.</summary>
/// <remarks>LeCun, Cortes and Burges, "The MNIST database of handwritten digits" (1998).</remarks>
public static class Mnist
{
    /// <summary>Finds or downloads MNIST and brings it to a device.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    /// <exception cref="MissingDataException">It is not on this machine and could not be downloaded.</exception>
    /// <exception cref="InvalidDataException">A file has the wrong hash.</exception>
    public static ImageSet Load(Device? device = null, Store? store = null)
    {
        var (train, test) = IdxImages.Load(Sources.Mnist, device, store);
        return new(Sources.Mnist.Title, 28, 28, train, test) { Source = Sources.Mnist };
    }
}

/// <summary>Fashion-MNIST: 60,000 pictures of clothes to learn from and 10,000 held out, 28 by 28 pixels, in ten classes.</summary>
/// <remarks>Xiao, Rasul and Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms" (2017), arXiv:1708.07747.</remarks>
public static class FashionMnist
{
    /// <summary>Finds or downloads Fashion-MNIST and brings it to a device.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    /// <exception cref="MissingDataException">It is not on this machine and could not be downloaded.</exception>
    /// <exception cref="InvalidDataException">A file has the wrong hash.</exception>
    public static ImageSet Load(Device? device = null, Store? store = null)
    {
        var (train, test) = IdxImages.Load(Sources.FashionMnist, device, store);
        return new(Sources.FashionMnist.Title, 28, 28, train, test, ["T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"])
        {
            Source = Sources.FashionMnist,
        };
    }
}
