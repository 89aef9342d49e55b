using System.Reflection;

namespace TorchSharp;

/// <summary>Moving and converting modules: each returns the same module, so that calls can be chained.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the parameters and the floating-point buffers.</summary>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(null, type, non_blocking);

    /// <summary>Moves and converts the parameters and buffers.</summary>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(device, type, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(new torch.Device(deviceType, deviceIndex), null, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(device, null, non_blocking);

    /// <summary>Moves the parameters and buffers to a device such as <c>"cuda:0"</c>.</summary>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(new torch.Device(device), null, non_blocking);

    /// <summary>Gives the parameters and buffers the device and type of a tensor.</summary>
    public static T to<T>(this T module, torch.Tensor other, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(other.device, other.dtype, non_blocking);

    /// <summary>Moves the parameters and buffers to the CPU.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module.to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves the parameters and buffers to a GPU.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts to 16-bit floating point.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module.to(torch.ScalarType.Float16, non_blocking);

    /// <summary>Converts to bfloat16.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module.to(torch.ScalarType.BFloat16, non_blocking);

    /// <summary>Converts to 32-bit floating point.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module.to(torch.ScalarType.Float32, non_blocking);

    /// <summary>Converts to 64-bit floating point.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module.to(torch.ScalarType.Float64, non_blocking);
}

/// <summary>The name under which a field's content is registered.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name given by <see cref="Utils.ComponentNameAttribute"/>, or the field's own.</summary>
    public static string ComponentName(this FieldInfo field) => field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
}
