namespace TorchSharp.Utils;

/// <summary>Names a module's field in its state dict, where the field's own name will not do.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The key in the state dict.</summary>
    public string? Name { get; set; }
}
