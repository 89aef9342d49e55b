using static TorchSharp.torch;

namespace Workbook.Data;

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
        return new(Sources.FashionMnist.Title, 28, 28, train, test,
            ["T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]);
    }
}
