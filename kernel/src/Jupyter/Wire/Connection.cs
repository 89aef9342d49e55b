using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>The kernel's five sockets. One thread owns them; any thread may send; the heart beats on a thread of its own.</summary>
internal sealed unsafe class Connection : IDisposable
{
    private const int ReceivedAtOnce = 1000;
    private readonly nint context = Zmq.NewContext();
    private readonly Socket[] sockets;                         // by Channel
    private readonly Signature signature;
    private readonly Log log;
    private readonly Outbox<Action> outbox = new();
    private readonly AnonymousPipeServerStream woken = new(PipeDirection.In);
    private readonly AnonymousPipeClientStream waker;
    private readonly Thread heart;
    private Thread? owner;
    private volatile bool closing;
    private int awake, disposed;

    /// <summary>Binds the sockets.</summary>
    /// <exception cref="IOException">An address is taken.</exception>
    public Connection(ConnectionFile connection, Log log)
    {
        this.log = log;
        signature = new Signature(connection.Key);
        waker = new AnonymousPipeClientStream(PipeDirection.Out, woken.ClientSafePipeHandle);
        sockets =
        [
            Bound(Zmq.Router, connection.Address(connection.Shell)),
            Bound(Zmq.Router, connection.Address(connection.Control)),
            Bound(Zmq.Router, connection.Address(connection.Stdin)),
            Bound(Zmq.Pub, connection.Address(connection.IOPub)),
        ];
        var heartbeat = Bound(Zmq.Router, connection.Address(connection.Heartbeat));
        heart = new Thread(() => Beat(heartbeat)) { IsBackground = true, Name = "heartbeat" };
        heart.Start();
    }

    /// <summary>This kernel's name in the messages it sends.</summary>
    public string Session { get; } = Guid.NewGuid().ToString();

    /// <summary>Begins to listen: <paramref name="receive"/> is called on the wire's thread and must not block.</summary>
    public void Listen(Action<Channel, Message> receive)
    {
        owner = new Thread(() => Own(receive)) { IsBackground = true, Name = "wire" };
        owner.Start();
    }

    /// <summary>Sends a message; messages of one thread leave in the order they were sent. Never blocks.</summary>
    public void Send(Channel channel, Message message)
    {
        var frames = signature.Encode(message);
        Do(() => sockets[(int)channel].Send(frames));
    }

    /// <summary>Does something on the wire's thread once everything that has already come in was received.</summary>
    public void Do(Action action)
    {
        outbox.Add(action);
        if (Interlocked.Exchange(ref awake, 1) == 0) waker.WriteByte(1);
    }

    /// <summary>Sends what is waiting, then closes the sockets; what a task left behind sends later is dropped.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        Do(() => closing = true);
        owner?.Join();
        _ = Zmq.Shutdown(context);
        heart.Join();
        _ = Zmq.Terminate(context);
    }

    private Socket Bound(int type, string address)
    {
        var socket = new Socket(context, type);
        if (type == Zmq.Router) socket.Set(Zmq.RouterHandover, 1);   // a front end that reconnects takes its place back
        socket.Bind(address);
        return socket;
    }

    private void Own(Action<Channel, Message> receive)
    {
        while (!closing)
        {
            Wait();
            // Taken before receiving: what comes out of the outbox now may rely on all that had come in when it was put there.
            var actions = outbox.TakeAll();
            foreach (var channel in (Channel[])[Channel.Control, Channel.Shell, Channel.Stdin]) Receive(channel, receive);
            foreach (var action in actions) action();
        }
        foreach (var socket in sockets) socket.Dispose();
    }

    private void Wait()
    {
        var items = stackalloc Zmq.PollItem[4];
        for (var i = 0; i < 3; i++) items[i] = new Zmq.PollItem { Socket = sockets[i].Handle, Events = Zmq.PollIn };
        items[3] = new Zmq.PollItem { Descriptor = (int)woken.SafePipeHandle.DangerousGetHandle(), Events = Zmq.PollIn };
        const int interrupted = 4;
        while (Zmq.Poll(items, 4, -1) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != interrupted) throw new IOException($"Could not wait for messages: {Marshal.PtrToStringUTF8(Zmq.ErrorText(error))}.");
        }
        if (items[3].Ready == 0) return;
        woken.ReadByte();
        Volatile.Write(ref awake, 0);
        Interlocked.MemoryBarrier();
    }

    private void Receive(Channel channel, Action<Channel, Message> receive)
    {
        for (var i = 0; i < ReceivedAtOnce && sockets[(int)channel].Receive() is { } frames; i++)
        {
            try
            {
                receive(channel, signature.Decode(frames));
            }
            catch (Exception problem)      // nothing that comes in may end the listening
            {
                log.Tell($"dropped a message on {channel}: {problem.Message}.");
            }
        }
    }

    private static void Beat(Socket heartbeat)
    {
        _ = Zmq.Proxy(heartbeat.Handle, heartbeat.Handle, 0);   // returns when the context shuts down
        heartbeat.Dispose();
    }
}
