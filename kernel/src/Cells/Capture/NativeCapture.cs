using System.IO.Pipes;
using System.Text;

namespace Workbook.Kernel.Cells.Capture;

/// <summary>Text that native code and child processes write to a file descriptor (1 or 2), read from a pipe put in its place.</summary>
internal sealed class NativeCapture : IDisposable
{
    private readonly int descriptor, saved;
    private readonly Action<string> receive;
    private readonly AnonymousPipeServerStream reader = new(PipeDirection.In);
    private readonly AnonymousPipeClientStream writer;
    private readonly byte[] marker = [0, .. "workbook"u8, .. Guid.NewGuid().ToByteArray()];
    private readonly Lock asking = new();
    private readonly object arrival = new();
    private long asked, seen;

    /// <summary>Puts the pipe in the descriptor's place; text goes to <paramref name="receive"/> on a thread of its own.</summary>
    public NativeCapture(int descriptor, Action<string> receive)
    {
        this.descriptor = descriptor;
        this.receive = receive;
        writer = new AnonymousPipeClientStream(PipeDirection.Out, reader.ClientSafePipeHandle);
        saved = Posix.Dup(descriptor);
        Posix.Dup2((int)writer.SafePipeHandle.DangerousGetHandle(), descriptor);
        new Thread(Read) { IsBackground = true, Name = $"descriptor {descriptor}" }.Start();
    }

    /// <summary>Waits until everything written so far has been received: a marker is sent through the pipe behind it.</summary>
    public void Drain()
    {
        long ticket;
        lock (asking)
        {
            ticket = ++asked;
            writer.Write(marker);
        }
        lock (arrival)
        {
            while (seen < ticket && Monitor.Wait(arrival, TimeSpan.FromSeconds(1))) { }
        }
    }

    /// <summary>What is written from now on goes where it went before.</summary>
    public void LetGo() => Posix.Dup2(saved, descriptor);

    /// <summary>Gives the descriptor back.</summary>
    public void Dispose()
    {
        Drain();
        LetGo();
        Posix.Close(saved);
        writer.Dispose();
    }

    private void Read()
    {
        var buffer = new byte[1 << 16];
        var decoder = Encoding.UTF8.GetDecoder();
        for (int held = 0, read; (read = reader.Read(buffer, held, buffer.Length - held)) > 0;)
        {
            var bytes = buffer.AsSpan(0, held + read);
            for (int at; (at = bytes.IndexOf(marker)) >= 0; bytes = bytes[(at + marker.Length)..])
            {
                Deliver(decoder, bytes[..at]);
                Arrived();
            }
            held = StartOfMarker(bytes);
            Deliver(decoder, bytes[..^held]);
            bytes[^held..].CopyTo(buffer);
        }
    }

    private void Deliver(Decoder decoder, ReadOnlySpan<byte> bytes)
    {
        var characters = new char[decoder.GetCharCount(bytes, flush: false)];
        if (decoder.GetChars(bytes, characters, flush: false) > 0) receive(new string(characters));
    }

    private void Arrived()
    {
        lock (arrival)
        {
            seen++;
            Monitor.PulseAll(arrival);
        }
    }

    /// <summary>How many of the last bytes could be the beginning of a marker whose rest is still in the pipe.</summary>
    private int StartOfMarker(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min(bytes.Length, marker.Length - 1);
        while (!bytes[^length..].SequenceEqual(marker.AsSpan(0, length))) length--;
        return length;
    }
}
