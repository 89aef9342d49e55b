using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Kept(Native.door_dim(Handle));
        public long ndim => Dimensions;
        public long dim() => Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Kept(Native.door_numel(Handle));
        public long numel() => NumberOfElements;

        /// <summary>Bytes per element.</summary>
        public long ElementSize => Native.door_element_size((int)dtype);
        public long element_size() => ElementSize;

        /// <summary>The size of each dimension.</summary>
        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* first = sizes) Native.door_sizes(Handle, first);
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long[] size() => shape;

        /// <summary>The size of one dimension; negative ones count from the last.</summary>
        public long size(int dim) => At(shape, dim);

        /// <summary>How many elements lie between neighbours along each dimension.</summary>
        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* first = strides) Native.door_strides(Handle, first);
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => At(stride(), dim);

        public long storage_offset() => Kept(Native.door_storage_offset(Handle));

        public ScalarType dtype => (ScalarType)Kept(Native.door_dtype(Handle));

        public Device device => Device.FromPacked(Kept(Native.door_device(Handle)));
        public DeviceType device_type => (DeviceType)(sbyte)Kept(Native.door_device(Handle));
        public int device_index => (int)(Kept(Native.door_device(Handle)) >> 32);
        public bool is_cuda => device_type == DeviceType.CUDA;
        public bool is_meta => device_type == DeviceType.META;
        public bool is_cpu() => device_type == DeviceType.CPU;
        public bool is_sparse => Kept(Native.door_is_sparse(Handle)) != 0;
        public bool is_contiguous() => Kept(Native.door_is_contiguous(Handle)) != 0;

        public bool is_integral() => torch.is_integral(dtype);
        public bool is_floating_point() => torch.is_floating_point(dtype);
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the one element is not zero.</summary>
        public bool is_nonzero() => Operators.is_nonzero.CallValue(this).Integer != 0;

        /// <summary>A value read through the handle, with the tensor alive until it was.</summary>
        private T Kept<T>(T value)
        {
            GC.KeepAlive(this);
            return value;
        }

        private static long At(long[] values, int dim) => dim >= -values.Length && dim < values.Length
            ? values[dim < 0 ? dim + values.Length : dim]
            : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {values.Length} dimensions.");
    }
}
