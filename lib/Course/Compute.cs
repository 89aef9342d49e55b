using Workbook.Engine;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>The device that notebooks train on: the GPU when there is one, else the CPU.</summary>
public static class Compute
{
    /// <summary>Whether there is a GPU that the engine can use.</summary>
    public static bool HasGpu { get; } = cuda.is_available();

    /// <summary>Where to put models and data.</summary>
    public static Device Device { get; } = HasGpu ? CUDA : CPU;

    /// <summary>The device in one sentence, for the first cell of a notebook.</summary>
    public static string Sentence => HasGpu
        ? "Training on the GPU."
        : $"{(Natives.AreForGpu ? "The engine is one for a GPU, and no GPU answers. " : "")}Training on the CPU with {get_num_threads()} {(get_num_threads() == 1 ? "thread" : "threads")}; a GPU would be used if there were one.";
}
