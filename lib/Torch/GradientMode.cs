using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records nothing until disposed.</summary>
    public static IDisposable no_grad() => new GradientMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradientMode(mode);

    public static bool is_grad_enabled() => Native.door_grad_mode() != 0;

    /// <summary>Records nothing until disposed, and makes tensors that no recorded computation may ever use.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Native.door_inference_mode() != 0;

    private sealed class GradientMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();

        internal GradientMode(bool enabled) => Native.door_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Native.door_set_grad_mode(before ? 1 : 0);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = Native.door_enter_inference_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0) Native.door_leave_inference_mode(guard);
            guard = 0;
        }
    }
}
