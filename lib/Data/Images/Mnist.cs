using static TorchSharp.torch;

namespace Workbook.Data;

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
        return new(Sources.Mnist.Title, 28, 28, train, test);
    }
}
