using System.IO.Compression;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>The real images, where this machine has them.</summary>
internal static class Mnist
{
    private const int Header = 16;

    public const string Absent = "MNIST is not here: set WORKBOOK_DATA to the folder that holds mnist/.";

    private static string Folder => Path.Combine(Environment.GetEnvironmentVariable("WORKBOOK_DATA") ?? "", "mnist");

    public static bool IsHere => File.Exists(Path.Combine(Folder, "train-images-idx3-ubyte.gz"));

    /// <summary>The training images: (60,000, 784) in [0, 1].</summary>
    public static Tensor Training => Images("train-images-idx3-ubyte.gz");

    /// <summary>The test images: (10,000, 784) in [0, 1].</summary>
    public static Tensor Test => Images("t10k-images-idx3-ubyte.gz");

    private static Tensor Images(string name)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, name)), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        packed.CopyTo(memory);
        using var pixels = tensor(memory.ToArray()[Header..]);
        return pixels.reshape(-1, 784).to_type(ScalarType.Float32) / 255;
    }
}
