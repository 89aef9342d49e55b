using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private nint handle;

        /// <param name="seed">Equal seeds give equal numbers.</param>
        /// <param name="device">Where the numbers are drawn.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device);
            handle = Native.Check(Native.door_new_generator(seed, this.device.Packed), nameof(Generator));
        }

        private Generator(nint handle, Device device) => (this.handle, this.device) = (handle, device);

        ~Generator() => Free();

        /// <summary>The generator that operators use when none is given.</summary>
        public static Generator Default { get; } =
            new(Native.Check(Native.door_default_generator(CPU.Packed), nameof(Generator)), CPU);

        public IntPtr Handle => handle != 0 ? handle : throw new InvalidOperationException("This generator has been disposed.");

        public Device device { get; }

        public Tensor get_state() => new(Native.Check(Native.door_generator_state(Handle), nameof(get_state)));

        public void set_state(Tensor value)
        {
            Native.Check(Native.door_set_generator_state(Handle, value.Handle), nameof(set_state));
            GC.KeepAlive(value);
        }

        public Generator manual_seed(long seed)
        {
            Native.door_seed_generator(Handle, (ulong)seed);
            return this;
        }

        /// <summary>Seeds from the machine's own noise and says with what.</summary>
        public long seed() => (long)Native.door_reseed_generator(Handle);

        public long initial_seed() => (long)Native.door_initial_seed(Handle);

        /// <summary>Frees the native generator; the default one stays.</summary>
        public void Dispose()
        {
            if (ReferenceEquals(this, Default)) return;
            Free();
            GC.SuppressFinalize(this);
        }

        private void Free()
        {
            if (handle != 0) Native.door_release_generator(handle);
            handle = 0;
        }
    }

    /// <summary>Seeds the generators of every device.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);
    public static long seed() => random.seed();
    public static long initial_seed() => random.initial_seed();
    public static Tensor get_rng_state() => random.get_rng_state();
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>The default generator.</summary>
    public static partial class random
    {
        public static Generator manual_seed(long seed)
        {
            Native.door_manual_seed((ulong)seed);
            return Generator.Default;
        }

        public static long seed() => Generator.Default.seed();
        public static long initial_seed() => Generator.Default.initial_seed();
        public static Tensor get_rng_state() => Generator.Default.get_state();
        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }
}
