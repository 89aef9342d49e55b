using System.Numerics;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements for reading and writing from C#, in logical order; a copy where the tensor is not on the CPU.</summary>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            if (device_type == DeviceType.CPU && HasMemory) return new TensorAccessor<T>(this);
            using var copy = device_type == DeviceType.CPU ? clone() : cpu();
            return new TensorAccessor<T>(copy);
        }

        // A gradient that is zero everywhere may come without memory; a clone has it.
        private unsafe bool HasMemory => NumberOfElements == 0 || Native.door_data(Handle) != null;

        /// <summary>The value of a tensor of one element.</summary>
        /// <exception cref="ArgumentException">There is not exactly one element, or it is of another type.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException($"item() reads a tensor of one element; this one has shape ({string.Join(", ", shape)}).");
            RequireType<T>();
            if (device_type != DeviceType.CPU)
            {
                using var here = cpu();
                return here.item<T>();
            }
            return Kept(*(T*)DataPointer);
        }

        /// <summary>The address of the first element, on the CPU.</summary>
        internal unsafe void* DataPointer
        {
            get
            {
                var pointer = Native.door_data(Handle);
                return pointer != null || NumberOfElements == 0 ? pointer : throw Native.Error("data");
            }
        }

        internal void RequireType<T>()
        {
            if (ToScalarType(typeof(T)) != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}; convert with to({ToScalarType(typeof(T))}) first.");
        }

        /// <summary>The elements' bytes, of a contiguous tensor on the CPU.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                RequireContiguous();
                return new Span<byte>(DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }
            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                    throw new ArgumentException($"bytes: expected {NumberOfElements * ElementSize} of them, got {value.Length}.");
                value.CopyTo(bytes);
            }
        }

        /// <summary>Writes the elements' bytes, of a contiguous tensor on the CPU, in memory order.</summary>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            RequireContiguous();
            var left = NumberOfElements * ElementSize;
            for (var at = (byte*)DataPointer; left > 0;)
            {
                var piece = (int)Math.Min(left, 1 << 20);
                stream.Write(new ReadOnlySpan<byte>(at, piece));
                at += piece;
                left -= piece;
            }
            GC.KeepAlive(this);
        }

        /// <summary>Overwrites the elements with bytes from a stream.</summary>
        /// <exception cref="EndOfStreamException">The stream ends too soon.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            RequireContiguous();
            var left = NumberOfElements * ElementSize;
            for (var at = (byte*)DataPointer; left > 0;)
            {
                var piece = (int)Math.Min(left, 1 << 20);
                stream.ReadExactly(new Span<byte>(at, piece));
                at += piece;
                left -= piece;
            }
            GC.KeepAlive(this);
        }

        private void RequireContiguous()
        {
            if (!is_contiguous()) throw new InvalidOperationException("The bytes of a tensor that is not contiguous are not in order; call contiguous() first.");
            if (device_type != DeviceType.CPU) throw new InvalidOperationException($"The bytes lie on {device}; call cpu() first.");
        }

        public T ReadCpuValue<T>(long i) where T : unmanaged => data<T>().AtFlat(i);
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <summary>The value of a tensor of one element, of whatever type.</summary>
        public Scalar ToScalar()
        {
            var value = Operators._local_scalar_dense.CallValue(this);
            return value.Tag switch
            {
                Tag.Double => value.Number,
                Tag.Int => value.Integer,
                Tag.Bool => value.Integer != 0,
                _ => dtype == ScalarType.ComplexFloat32
                    ? item<(float, float)>()
                    : item<Complex>(),
            };
        }

        public static explicit operator float(Tensor value) => value.ToSingle();
        public static explicit operator double(Tensor value) => value.ToDouble();
        public static explicit operator sbyte(Tensor value) => value.ToSByte();
        public static explicit operator byte(Tensor value) => value.ToByte();
        public static explicit operator short(Tensor value) => value.ToInt16();
        public static explicit operator int(Tensor value) => value.ToInt32();
        public static explicit operator long(Tensor value) => value.ToInt64();
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        public static implicit operator Tensor(byte value) => tensor(value);
        public static implicit operator Tensor(sbyte value) => tensor(value);
        public static implicit operator Tensor(short value) => tensor(value);
        public static implicit operator Tensor(int value) => tensor(value);
        public static implicit operator Tensor(long value) => tensor(value);
        public static implicit operator Tensor(float value) => tensor(value);
        public static implicit operator Tensor(double value) => tensor(value);
        public static implicit operator Tensor(bool value) => tensor(value);
        public static implicit operator Tensor(byte[] value) => tensor(value);
        public static implicit operator Tensor(sbyte[] value) => tensor(value);
        public static implicit operator Tensor(short[] value) => tensor(value);
        public static implicit operator Tensor(int[] value) => tensor(value);
        public static implicit operator Tensor(long[] value) => tensor(value);
        public static implicit operator Tensor(float[] value) => tensor(value);
        public static implicit operator Tensor(double[] value) => tensor(value);
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A tensor of no dimensions holding the scalar.</summary>
        public static implicit operator Tensor(Scalar scalar) => Operators.scalar_tensor.Call(scalar, scalar.Type);
    }
}
