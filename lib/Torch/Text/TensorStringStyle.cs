namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    /// <summary>As <see cref="torch.TensorStringStyle"/> says.</summary>
    Default,

    /// <summary>Shape, type and device.</summary>
    Metadata,

    /// <summary>Shape, type and device, then the numbers.</summary>
    Julia,

    /// <summary>Nested brackets, columns aligned.</summary>
    Numpy,

    /// <summary>Nested braces with commas, as C# would read it.</summary>
    CSharp,
}
