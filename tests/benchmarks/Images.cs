using System.IO.Compression;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>MNIST's training images where this machine has them, else noise of the same shape: the pace is the same.</summary>
internal static class Images
{
    private const int Header = 16;

    /// <summary>(60,000, 784) in [0, 1].</summary>
    public static Tensor Read(Generator random)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("WORKBOOK_DATA") ?? "data", "mnist", "train-images-idx3-ubyte.gz");
        if (!File.Exists(file)) return rand(60_000, 784, generator: random);
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        packed.CopyTo(memory);
        return tensor(memory.ToArray()[Header..]).reshape(-1, 784).to_type(ScalarType.Float32) / 255;
    }
}
