using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>libtorch's version.</summary>
    public static unsafe string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)Native.door_version())!;

    /// <summary>Threads that one operator may use.</summary>
    public static int get_num_threads() => Native.door_threads();

    public static void set_num_threads(int num) => Native.door_set_threads(num);

    public static int get_num_interop_threads() => Native.door_interop_threads();

    public static void set_num_interop_threads(int num) =>
        Native.Check(Native.door_set_interop_threads(num), nameof(set_num_interop_threads));

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => false;

    /// <summary>NVIDIA's GPUs.</summary>
    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Native.door_cuda_count();

        public static void manual_seed(long seed) => random.manual_seed(seed);

        public static void manual_seed_all(long seed) => random.manual_seed(seed);

        /// <summary>Waits until the device has done what was asked of it.</summary>
        public static void synchronize(Device? device = null)
        {
            device = InitializeDevice(device ?? CUDA);
            Native.Check(Native.door_cuda_synchronize(device.Packed), "cuda.synchronize");
        }
    }
}
