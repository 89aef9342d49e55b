using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves and converts every parameter and buffer, here and in the modules inside.</summary>
            /// <remarks>A parameter stays the same object, so an optimiser made before the move still holds it. Integer buffers keep their type.</remarks>
            /// <exception cref="ArgumentException">The type is neither floating point nor complex.</exception>
            protected internal virtual Module _to(Device? device, ScalarType? dtype, bool non_blocking)
            {
                if (dtype is { } wanted && !IsDifferentiable(wanted))
                    throw new ArgumentException($"A module can only be converted to a floating-point or complex type, not to {wanted}.", nameof(dtype));
                using var frozen = no_grad();
                foreach (var parameter in registeredParameters.Values) Convert(parameter, device, dtype, non_blocking);
                foreach (var buffer in registeredBuffers.Values) Convert(buffer.Tensor, device, dtype, non_blocking);
                foreach (var child in children()) child._to(device, dtype, non_blocking);
                return this;
            }

            private static void Convert(Tensor tensor, Device? device, ScalarType? dtype, bool non_blocking)
            {
                using var scope = NewDisposeScope();
                var type = dtype is { } wanted && IsDifferentiable(tensor.dtype) ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                var gradient = tensor.grad;
                var converted = tensor.to(type, place, non_blocking: non_blocking);
                Native.Check(Native.door_set_data(tensor.Handle, converted.Handle), nameof(_to));
                if (gradient is not null) tensor.grad = gradient.to(type, place, non_blocking: non_blocking);
            }

            private static bool IsDifferentiable(ScalarType type) => type is
                ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 or
                ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
        }
    }
}
