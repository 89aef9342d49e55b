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

        internal long Bytes => Shape.Aggregate((long)SizeOf(Type), (product, size) => checked(product * size));

        public override string ToString() => $"{Type} ({string.Join(", ", Shape)})";
    }

    /// <summary>Writes a tensor.</summary>
    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.shape.Length);
        foreach (var size in tensor.shape) writer.Write7BitEncodedInt64(size);
        var plain = tensor.detach().cpu().contiguous();
        writer.Write(plain.bytes);
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

    /// <summary>Reads a tensor.</summary>
    internal static Tensor Read(BinaryReader reader)
    {
        var header = Header.Read(reader);
        return Elements(reader, header);
    }

    /// <summary>Passes over a tensor.</summary>
    internal static void Skip(BinaryReader reader)
    {
        var header = Header.Read(reader);
        var left = header.Bytes;
        var buffer = new byte[Math.Min(left, 1 << 16)];
        while (left > 0)
        {
            var chunk = (int)Math.Min(left, buffer.Length);
            reader.BaseStream.ReadExactly(buffer, 0, chunk);
            left -= chunk;
        }
    }

    private static Tensor Elements(BinaryReader reader, Header header)
    {
        var elements = empty(header.Shape, dtype: header.Type);
        var bytes = new byte[header.Bytes];
        reader.BaseStream.ReadExactly(bytes);
        elements.bytes = bytes;
        return elements;
    }

    private static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new NotSupportedException($"Tensors of type {type} cannot be saved."),
    };
}
