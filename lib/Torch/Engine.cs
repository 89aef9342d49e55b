using TorchSharp;
using TorchSharp.Interop;

namespace Workbook.Torch;

/// <summary>What lies under the torch dialect on this machine: for `./workbook doctor` and for a notebook's first page.</summary>
public static class Engine
{
    /// <summary>libtorch's version.</summary>
    public static string Version => torch.__version__;

    /// <summary>The file of the linear algebra that libtorch calls, or null where it is built into libtorch itself.</summary>
    /// <remarks>Debian's reference BLAS is some thirty times slower than OpenBLAS; its path has neither "openblas" nor "mkl" in it.</remarks>
    public static string? BlasLibrary
    {
        get
        {
            _ = Version;
            var loaded = File.ReadLines("/proc/self/maps")
                .Select(line => line.IndexOf('/') is var at and >= 0 ? line[at..] : "")
                .Where(path => path.Length > 0)
                .Distinct()
                .ToList();
            return new[] { "libopenblas", "libmkl", "libblis", "libblas.so" }
                .Select(name => loaded.Find(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)))
                .FirstOrDefault(path => path is not null);
        }
    }

    /// <summary>Threads the linear algebra uses, or 0 where it does not say.</summary>
    public static int BlasThreads => Native.door_blas_threads();

    /// <summary>One line a fact.</summary>
    public static string Describe() => string.Join(
        Environment.NewLine,
        $"libtorch {Version}",
        $"BLAS: {BlasLibrary ?? "built into libtorch"}{(BlasThreads > 0 ? $", {BlasThreads} threads" : "")}",
        $"threads: {torch.get_num_threads()}",
        $"CUDA devices: {torch.cuda.device_count()}");
}
