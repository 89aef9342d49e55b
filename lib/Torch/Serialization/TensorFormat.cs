using static TorchSharp.torch;

namespace TorchSharp.Serialization;

/// <summary>One tensor as bytes, in TorchSharp's format: element type, number of dimensions and sizes in LEB128, then the elements row by row.</summary>
internal static class TensorFormat
{
    private readonly record struct Header(ScalarType Type, long[] Shape)
    {
        internal static Header Read(BinaryReader reader)
        {
            var type = (ScalarType)reader.Read7BitEncodedInt64();
            if (!Enum.IsDefined(type)) throw new InvalidDataException($"{(int)type} is not an element type: this is not a saved tensor.");
            var dimensions = reader.Read7BitEncodedInt64();
            if (dimensions is < 0 or > 64) throw new InvalidDataException($"A tensor cannot have {dimensions} dimensions: this is not a saved tensor.");
            var shape = new long[dimensions];
            for (var i = 0; i < shape.Length; i++) shape[i] = reader.Read7BitEncodedInt64();
            return new(type, shape);
        }

        public override string ToString() => $"{Type} ({string.Join(", ", Shape)})";
    }

    /// <summary>Writes a tensor.</summary>
    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.shape.Length);
        foreach (var size in tensor.shape) writer.Write7BitEncodedInt64(size);
        writer.Flush();
        tensor.detach().cpu().contiguous().WriteBytesToStream(writer.BaseStream);
    }

    /// <summary>Reads a tensor's elements into one of the same type and shape.</summary>
    /// <exception cref="ArgumentException">The type or the shape differs.</exception>
    internal static void ReadInto(BinaryReader reader, Tensor target, string name)
    {
        var header = Header.Read(reader);
        if (header.Type != target.dtype || !header.Shape.SequenceEqual(target.shape))
            throw new ArgumentException($"'{name}': this module has {new Header(target.dtype, target.shape)}, the file {header}.");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        target.copy_(Elements(reader, header));
    }

    /// <summary>Reads a tensor; with <paramref name="skip"/>, passes over its elements and returns zeros.</summary>
    internal static Tensor Read(BinaryReader reader, bool skip)
    {
        var header = Header.Read(reader);
        if (!skip) return Elements(reader, header);
        Pass(reader, header);
        return zeros(header.Shape, dtype: header.Type);
    }

    /// <summary>Passes over a tensor.</summary>
    internal static void Skip(BinaryReader reader) => Pass(reader, Header.Read(reader));

    private static void Pass(BinaryReader reader, Header header)
    {
        var left = header.Shape.Aggregate((long)header.Type.ElementSize(), (product, size) => checked(product * size));
        var buffer = new byte[Math.Min(left, 1 << 16)];
        for (int chunk; left > 0; left -= chunk)
            reader.BaseStream.ReadExactly(buffer, 0, chunk = (int)Math.Min(left, buffer.Length));
    }

    private static Tensor Elements(BinaryReader reader, Header header)
    {
        var elements = empty(header.Shape, dtype: header.Type);
        elements.ReadBytesFromStream(reader.BaseStream);
        return elements;
    }
}
