using TorchSharp;
using Workbook.Data;

namespace Workbook.Sweeps;

/// <summary>What a sweep may learn from, by name.</summary>
internal static class ImageSets
{
    private static readonly Dictionary<string, Func<torch.Device, ImageSet>> all = new(StringComparer.OrdinalIgnoreCase)
    {
        ["digits"] = device => Digits.Load(device),
        ["mnist"] = device => Mnist.Load(device),
        ["fashion-mnist"] = device => FashionMnist.Load(device),
        ["handwriting"] = device => Handwriting.Load(device),
        ["handwriting-small"] = device => Handwriting.Load(device, train: 1000, test: 200),
        ["faces"] = device => Faces.Load(device),
    };

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => all.Keys;

    /// <summary>Loads a set.</summary>
    public static ImageSet Load(string name, torch.Device device) => all[name](device);
}
