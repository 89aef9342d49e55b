using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Random numbers that a generator decides, on whatever device they are wanted.</summary>
/// <remarks>
/// TorchSharp has no generators for a GPU: <c>new Generator(seed, CUDA)</c> is one for the CPU, and a draw on the GPU with it ends the process.
/// There, the generator draws one number, and torch's own generator of that device starts anew from it: the same seed gives the same numbers on
/// the same kind of device, a generator's state is all that a checkpoint has to keep, and nothing is copied to the GPU.
/// </remarks>
public static class Draws
{
    private static readonly Lock device = new();                                    // between seeding a device's generator and drawing from it

    /// <summary>ε ~ N(0, 1), in the shape, type and place of a tensor.</summary>
    public static Tensor NormalLike(Tensor tensor, Generator random) => Normal(tensor.shape, random, tensor.dtype, tensor.device);

    /// <summary>ε ~ N(0, 1).</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="random">What decides them.</param>
    /// <param name="dtype">The type; float32 unless given.</param>
    /// <param name="device">Where; the CPU unless given.</param>
    public static Tensor Normal(long[] shape, Generator random, ScalarType dtype = ScalarType.Float32, Device? device = null) =>
        OnCpu(device) ? randn(shape, dtype: dtype, generator: random) : Seeded(random, () => randn(shape, dtype: dtype, device: device));

    /// <summary>Numbers between 0 and 1, in the shape, type and place of a tensor.</summary>
    public static Tensor UniformLike(Tensor tensor, Generator random) => Uniform(tensor.shape, random, tensor.dtype, tensor.device);

    /// <summary>Numbers from 0 to below 1.</summary>
    /// <inheritdoc cref="Normal"/>
    public static Tensor Uniform(long[] shape, Generator random, ScalarType dtype = ScalarType.Float32, Device? device = null) =>
        OnCpu(device) ? rand(shape, dtype: dtype, generator: random) : Seeded(random, () => rand(shape, dtype: dtype, device: device));

    /// <summary>x ⊙ m / (1 − p), each number of m being 0 with probability p and else 1: the mean is x, and no part can be relied upon.</summary>
    /// <remarks>Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout" (2014). Torch's own layer of this name asks no generator.</remarks>
    /// <param name="x">Of any shape.</param>
    /// <param name="rate">p, in [0, 1); 0 asks the generator nothing.</param>
    /// <param name="random">What decides m.</param>
    /// <exception cref="ArgumentException">The rate is out of [0, 1).</exception>
    public static Tensor Dropout(Tensor x, double rate, Generator random) => rate.RequireShare() == 0 ? x.alias() : x * UniformLike(x, random).ge(rate) / (1 - rate);

    private static bool OnCpu(Device? device) => device is null || device.type == DeviceType.CPU;

    private static Tensor Seeded(Generator random, Func<Tensor> draw)
    {
        using var seed = randint(0, long.MaxValue, [1], dtype: ScalarType.Int64, generator: random);
        lock (device)
        {
            cuda.manual_seed(seed.ToInt64());
            return draw();
        }
    }
}
