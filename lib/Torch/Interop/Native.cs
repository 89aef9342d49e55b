using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Interop;

/// <summary>The door's C functions (native/door.cpp). Handles are TensorImpl and GeneratorImpl pointers with a reference held.</summary>
internal static unsafe partial class Native
{
    private const string Door = "workbook-torch";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, DoorLoader.Resolve);

    [LibraryImport(Door)] internal static partial nint door_operator(byte* name, byte* overload);
    [LibraryImport(Door)] internal static partial int door_call(nint operation, Value* arguments, int count, Value** results);
    [LibraryImport(Door)] internal static partial byte* door_error();

    [LibraryImport(Door)] internal static partial void door_release(nint tensor);
    [LibraryImport(Door)] internal static partial nint door_share(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial long door_live_handles();
    [LibraryImport(Door), SuppressGCTransition] internal static partial int door_dim(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial long door_numel(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial void door_sizes(nint tensor, long* sizes);
    [LibraryImport(Door), SuppressGCTransition] internal static partial void door_strides(nint tensor, long* strides);
    [LibraryImport(Door), SuppressGCTransition] internal static partial int door_dtype(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial long door_device(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial int door_is_contiguous(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial long door_storage_offset(nint tensor);
    [LibraryImport(Door), SuppressGCTransition] internal static partial int door_is_sparse(nint tensor);
    [LibraryImport(Door)] internal static partial void* door_data(nint tensor);
    [LibraryImport(Door)] internal static partial nint door_from_bytes(void* data, long* sizes, int dim, int dtype);
    [LibraryImport(Door)] internal static partial int door_element_size(int dtype);
    [LibraryImport(Door)] internal static partial int door_default_dtype();
    [LibraryImport(Door)] internal static partial int door_set_default_dtype(int dtype);
    [LibraryImport(Door)] internal static partial int door_promote(int left, int right);

    [LibraryImport(Door)] internal static partial int door_requires_grad(nint tensor);
    [LibraryImport(Door)] internal static partial int door_set_requires_grad(nint tensor, int value);
    [LibraryImport(Door)] internal static partial int door_is_leaf(nint tensor);
    [LibraryImport(Door)] internal static partial int door_retain_grad(nint tensor);
    [LibraryImport(Door)] internal static partial nint door_grad(nint tensor);
    [LibraryImport(Door)] internal static partial int door_set_grad(nint tensor, nint grad);
    [LibraryImport(Door)] internal static partial int door_set_data(nint tensor, nint other);
    [LibraryImport(Door)]
    internal static partial int door_backward(
        nint* tensors, int count, nint* grads, int gradCount, nint* inputs, int inputCount, int retainGraph, int createGraph);
    [LibraryImport(Door)]
    internal static partial int door_gradients(
        nint* outputs, int count, nint* inputs, int inputCount, nint* grads, int gradCount,
        int retainGraph, int createGraph, int allowUnused, Value** results);
    [LibraryImport(Door), SuppressGCTransition] internal static partial int door_grad_mode();
    [LibraryImport(Door), SuppressGCTransition] internal static partial void door_set_grad_mode(int enabled);
    [LibraryImport(Door)] internal static partial int door_inference_mode();
    [LibraryImport(Door)] internal static partial nint door_enter_inference_mode(int enabled);
    [LibraryImport(Door)] internal static partial void door_leave_inference_mode(nint guard);

    [LibraryImport(Door)] internal static partial nint door_new_generator(ulong seed, long device);
    [LibraryImport(Door)] internal static partial nint door_default_generator(long device);
    [LibraryImport(Door)] internal static partial void door_release_generator(nint generator);
    [LibraryImport(Door)] internal static partial void door_seed_generator(nint generator, ulong seed);
    [LibraryImport(Door)] internal static partial ulong door_reseed_generator(nint generator);
    [LibraryImport(Door)] internal static partial ulong door_initial_seed(nint generator);
    [LibraryImport(Door)] internal static partial nint door_generator_state(nint generator);
    [LibraryImport(Door)] internal static partial int door_set_generator_state(nint generator, nint state);
    [LibraryImport(Door)] internal static partial void door_manual_seed(ulong seed);

    [LibraryImport(Door)] internal static partial int door_cuda_count();
    [LibraryImport(Door)] internal static partial int door_cuda_synchronize(long device);
    [LibraryImport(Door)] internal static partial int door_threads();
    [LibraryImport(Door)] internal static partial void door_set_threads(int count);
    [LibraryImport(Door)] internal static partial int door_blas_threads();
    [LibraryImport(Door)] internal static partial int door_interop_threads();
    [LibraryImport(Door)] internal static partial int door_set_interop_threads(int count);
    [LibraryImport(Door)] internal static partial byte* door_version();

    /// <summary>The thread's last error as an exception, its C++ stack trace cut off.</summary>
    internal static ExternalException Error(string where)
    {
        var text = Marshal.PtrToStringUTF8((nint)door_error()) ?? "";
        foreach (var end in new[] { "\nException raised from", " If reserved but unallocated memory" })
            if (text.IndexOf(end, StringComparison.Ordinal) is var at and >= 0) text = text[..at];
        text = text.Trim();
        if (text.Contains("out of memory") || text.Contains("can't allocate memory"))
            text += "\nMake the batch smaller, or dispose of what is no longer needed.";
        // Some operators begin with their own name; the others are told which they were.
        return new ExternalException(text.StartsWith(where, StringComparison.Ordinal) ? text : $"{where}: {text}");
    }

    internal static int Check(int result, string where) => result >= 0 ? result : throw Error(where);

    internal static nint Check(nint handle, string where) => handle != 0 ? handle : throw Error(where);
}
