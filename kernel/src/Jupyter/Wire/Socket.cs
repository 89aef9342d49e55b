using System.Runtime.InteropServices;

namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>A ZeroMQ socket that sends and receives whole multipart messages; used by one thread at a time.</summary>
internal sealed unsafe class Socket : IDisposable
{
    private const int Interrupted = 4, WouldBlock = 11, WouldBlockOnMac = 35;

    /// <summary>Opens a socket without limits on waiting messages: a front end that lags must not lose output.</summary>
    public Socket(nint context, int type)
    {
        Handle = Zmq.Socket(context, type);
        if (Handle == 0) throw Failure("open a socket");
        Set(Zmq.SendHighWater, 0);
        Set(Zmq.ReceiveHighWater, 0);
        Set(Zmq.Linger, 1000);
    }

    /// <summary>libzmq's handle.</summary>
    public nint Handle { get; }

    /// <summary>Sets an option that is a number.</summary>
    public void Set(int option, int value)
    {
        if (Zmq.SetOption(Handle, option, &value, sizeof(int)) != 0) throw Failure($"set option {option}");
    }

    /// <summary>Sets an option that is bytes.</summary>
    public void Set(int option, ReadOnlySpan<byte> value)
    {
        fixed (byte* start = value)
        {
            if (Zmq.SetOption(Handle, option, start, (nuint)value.Length) != 0) throw Failure($"set option {option}");
        }
    }

    /// <summary>Takes the address for this socket.</summary>
    public void Bind(string address)
    {
        if (Zmq.Bind(Handle, address) != 0) throw Failure($"bind {address}");
    }

    /// <summary>Connects to an address another socket has taken, now or later.</summary>
    public void Connect(string address)
    {
        if (Zmq.Connect(Handle, address) != 0) throw Failure($"connect to {address}");
    }

    /// <summary>Sends one message of several frames.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var flags = i < frames.Count - 1 ? Zmq.SendMore : 0;
            fixed (byte* bytes = frames[i])
            {
                while (Zmq.Send(Handle, bytes, (nuint)frames[i].Length, flags) < 0)
                {
                    if (Marshal.GetLastPInvokeError() != Interrupted) throw Failure("send");
                }
            }
        }
    }

    /// <summary>The next message, or null when none is waiting (or none came within the receive timeout).</summary>
    public List<byte[]>? Receive(bool wait = false)
    {
        List<byte[]> frames = [];
        bool more;
        do
        {
            if (ReceiveFrame(wait ? 0 : Zmq.DontWait, out more) is not { } frame) return null;
            frames.Add(frame);
        }
        while (more);
        return frames;
    }

    /// <summary>Closes the socket; what has been sent is still delivered for up to a second.</summary>
    public void Dispose() => _ = Zmq.Close(Handle);

    private byte[]? ReceiveFrame(int flags, out bool more)
    {
        Zmq.Frame frame;
        _ = Zmq.InitFrame(&frame);
        try
        {
            while (Zmq.ReceiveFrame(&frame, Handle, flags) < 0)
            {
                more = false;
                var error = Marshal.GetLastPInvokeError();
                if (error is WouldBlock or WouldBlockOnMac) return null;
                if (error != Interrupted) throw Failure("receive");
            }
            more = Zmq.More(&frame) != 0;
            return new ReadOnlySpan<byte>(Zmq.Data(&frame), (int)Zmq.Size(&frame)).ToArray();
        }
        finally
        {
            _ = Zmq.CloseFrame(&frame);
        }
    }

    private static IOException Failure(string attempt)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"Could not {attempt}: {Marshal.PtrToStringUTF8(Zmq.ErrorText(error))}.");
    }
}
