using Workbook.Display;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>The digits that a notebook runs on: MNIST where it can be had, else <see cref="Handwriting"/>.</summary>
public static class Digits
{
    /// <summary>Loads MNIST, or says in one sentence why it cannot and draws 60,000 + 10,000 digits instead.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look for MNIST; <see cref="Store.Default"/> unless given. Without network the answer comes within <see cref="Store.Patience"/>.</param>
    /// <param name="drawn">The share of the 60,000 + 10,000 that is drawn where they have to be: less where a notebook is only to show that it runs. Default: all.</param>
    /// <exception cref="ArgumentException">The share is not above 0, or above 1.</exception>
    public static ImageSet Load(Device? device = null, Store? store = null, double drawn = 1)
    {
        if (drawn is not (> 0 and <= 1)) throw new ArgumentException($"{nameof(drawn)}: expected a share above 0, up to 1, got {drawn}.", nameof(drawn));
        try
        {
            return Mnist.Load(device, store);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            new Sentence($"Running on Handwriting, digits drawn by the workbook itself. {failure.Message}").Show();
            return Handwriting.Load(device, train: (int)(60_000 * drawn), test: (int)(10_000 * drawn));
        }
    }
}
