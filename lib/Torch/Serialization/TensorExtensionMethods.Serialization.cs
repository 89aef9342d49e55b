using TorchSharp.Serialization;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor: element type, sizes, elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorFormat.Write(writer, tensor);

    /// <summary>Writes a tensor to a stream, which stays open.</summary>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <summary>Writes a tensor to a file, aside first and then renamed.</summary>
    public static void Save(this Tensor tensor, string location) => StateFile.Write(location, tensor.Save);

    /// <summary>Reads a tensor's elements into this one.</summary>
    /// <exception cref="ArgumentException">The type or the shape differs.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip) TensorFormat.Skip(reader);
        else TensorFormat.ReadInto(reader, tensor, "tensor");
    }

    /// <summary>Reads a tensor; with <paramref name="skip"/>, passes over its elements and returns zeros.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false) => TensorFormat.Read(reader, skip);

    /// <summary>Reads a tensor into the given one, or into a new one where there is none.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null) tensor = Load(reader, skip);
        else tensor.Load(reader, skip);
    }
}
