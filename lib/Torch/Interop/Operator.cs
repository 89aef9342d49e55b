using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One ATen operator, looked up by name and overload at its first call and called by handle ever after.</summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int ScratchOnStack = 512;
    private nint handle;

    internal string Name => overload.Length == 0 ? name : $"{name}.{overload}";

    /// <summary>Calls with the leading arguments given; the schema's defaults stand for the others.</summary>
    internal torch.Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        Value* results;
        Invoke(arguments, &results);
        return new torch.Tensor(results[0]);
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    internal (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Argument> arguments)
    {
        Value* results;
        Invoke(arguments, &results);
        var (first, second) = (results[0], results[1]);
        return (new torch.Tensor(first), new torch.Tensor(second));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    internal (torch.Tensor, torch.Tensor, torch.Tensor) Call3(params ReadOnlySpan<Argument> arguments)
    {
        Value* results;
        Invoke(arguments, &results);
        var (first, second, third) = (results[0], results[1], results[2]);
        return (new torch.Tensor(first), new torch.Tensor(second), new torch.Tensor(third));
    }

    /// <summary>Calls an operator that returns any number of tensors.</summary>
    internal torch.Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        Value* results;
        var tensors = new torch.Tensor[Invoke(arguments, &results)];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor(results[i]);
        return tensors;
    }

    /// <summary>Calls an operator that returns a number or a truth value.</summary>
    internal Value CallValue(params ReadOnlySpan<Argument> arguments)
    {
        Value* results;
        Invoke(arguments, &results);
        return results[0];
    }

    /// <summary>Calls an operator that changes its first argument, and returns that tensor itself.</summary>
    internal torch.Tensor In(params ReadOnlySpan<Argument> arguments)
    {
        Invoke(arguments, null);
        return (torch.Tensor)arguments[0].Reference!;
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Argument> arguments, Value** results)
    {
        var values = stackalloc Value[arguments.Length];
        var stackScratch = stackalloc byte[ScratchOnStack];
        var bytes = 0;
        foreach (ref readonly var argument in arguments) bytes += argument.ListBytes;
        var scratch = bytes <= ScratchOnStack ? stackScratch : (byte*)NativeMemory.Alloc((nuint)bytes);
        try
        {
            var free = scratch;
            for (var i = 0; i < arguments.Length; i++) arguments[i].Write(out values[i], ref free);
            var count = Native.door_call(handle != 0 ? handle : Find(), values, arguments.Length, results);
            foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
            return count >= 0 ? count : throw Native.Error(name);
        }
        finally
        {
            if (scratch != stackScratch) NativeMemory.Free(scratch);
        }
    }

    /// <summary>The operator's handle in this libtorch.</summary>
    /// <exception cref="ExternalException">This libtorch has no such operator.</exception>
    internal nint Find()
    {
        fixed (byte* qualified = Utf8($"aten::{name}"), which = Utf8(overload))
            return handle = Native.Check(Native.door_operator(qualified, which), Name);
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text + '\0');
}
