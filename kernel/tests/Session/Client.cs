using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Socket = Workbook.Kernel.Jupyter.Wire.Socket;

namespace Workbook.Kernel.Tests;

/// <summary>A front end as small as can be: raw sockets, signed messages, and the patience of two minutes, as a busy machine may need.</summary>
internal sealed class Client : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly nint context = Zmq.NewContext();
    private readonly Dictionary<Channel, Socket> sockets = [];
    private readonly Queue<Message> heard = new();
    private readonly Signature signature;
    private readonly string session = Guid.NewGuid().ToString();

    public Client(ConnectionFile connection)
    {
        signature = new Signature(connection.Key);
        var identity = Guid.NewGuid().ToByteArray();
        identity[0] = 1;                                             // a leading zero is ZeroMQ's own
        Open(Channel.Shell, Zmq.Dealer, connection.Address(connection.Shell), identity);
        Open(Channel.Control, Zmq.Dealer, connection.Address(connection.Control), identity);
        Open(Channel.Stdin, Zmq.Dealer, connection.Address(connection.Stdin), identity);
        Open(Channel.IOPub, Zmq.Sub, connection.Address(connection.IOPub), []);
        WaitUntilHeard();
    }

    /// <summary>A connection to free ports on loopback, with a key.</summary>
    public static ConnectionFile FreePorts()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Stop());
        return new ConnectionFile { Shell = ports[0], Control = ports[1], Stdin = ports[2], IOPub = ports[3], Heartbeat = ports[4], Key = "a key" };
    }

    /// <summary>Sends a request and returns its id.</summary>
    public string Send(string type, JsonObject? content = null, Channel channel = Channel.Shell, JsonObject? metadata = null)
    {
        var message = Message.New(type, session, content ?? []) with { Metadata = metadata ?? [] };
        Send(channel, signature.Encode(message));
        return message.Id;
    }

    /// <summary>Runs a cell to its idle; the content of its reply, and what it published. What belongs to earlier requests is passed over.</summary>
    public (JsonObject Reply, List<Message> Published) Execute(string code, bool silent = false)
    {
        heard.Clear();
        var id = Run(code, silent);
        List<Message> published = [];
        do
        {
            var message = Next(Channel.IOPub);
            if ((string?)message.Parent["msg_id"] == id) published.Add(message);
        }
        while (published.Count == 0 || published[^1].Type != "status" || (string)published[^1].Content["execution_state"]! != "idle");
        return (ReplyTo(id, Channel.Shell), published);
    }

    /// <summary>The content of the reply to one request; replies to others that come before it are passed over.</summary>
    public JsonObject ReplyTo(string id, Channel channel)
    {
        while (true)
        {
            var message = Next(channel);
            if ((string?)message.Parent["msg_id"] == id) return message.Content;
        }
    }

    /// <summary>Sends frames as they are.</summary>
    public void Send(Channel channel, IReadOnlyList<byte[]> frames) => sockets[channel].Send(frames);

    /// <summary>Sends a cell and returns its id.</summary>
    public string Run(string code, bool silent = false, bool stopOnError = true, bool allowStdin = true, JsonObject? expressions = null, string? cell = null) =>
        Send("execute_request", new JsonObject
        {
            ["code"] = code,
            ["silent"] = silent,
            ["store_history"] = !silent,
            ["user_expressions"] = expressions ?? [],
            ["allow_stdin"] = allowStdin,
            ["stop_on_error"] = stopOnError,
        }, metadata: cell is null ? null : new JsonObject { ["cellId"] = cell });

    /// <summary>The next message on a channel.</summary>
    public Message Next(Channel channel) =>
        signature.Decode(sockets[channel].Receive(wait: true) ?? throw new TimeoutException($"Nothing came on {channel} within {Patience.TotalSeconds} s."));

    /// <summary>Asks and returns the reply's content.</summary>
    public JsonObject Ask(string type, JsonObject? content = null, Channel channel = Channel.Shell)
    {
        var id = Send(type, content, channel);
        var reply = Next(channel);
        Assert.Equal(id, (string)reply.Parent["msg_id"]!);
        return reply.Content;
    }

    /// <summary>What was published because of one request, from busy to idle; what belongs to others waits its turn.</summary>
    public List<Message> Published(string id)
    {
        List<Message> mine = [];
        while (mine.Count == 0 || mine[^1] is not { Type: "status" } || (string)mine[^1].Content["execution_state"]! != "idle") mine.Add(NextOf(id));
        return mine;
    }

    /// <summary>The next message published because of one request.</summary>
    public Message NextOf(string id)
    {
        for (var waiting = heard.Count; waiting > 0; waiting--)
        {
            var early = heard.Dequeue();
            if ((string?)early.Parent["msg_id"] == id) return early;
            heard.Enqueue(early);
        }
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience;)
        {
            var message = Next(Channel.IOPub);
            if ((string?)message.Parent["msg_id"] == id) return message;
            heard.Enqueue(message);
        }
        throw new TimeoutException($"Nothing was published for {id}.");
    }

    public void Dispose()
    {
        foreach (var socket in sockets.Values) socket.Dispose();
        _ = Zmq.Terminate(context);
    }

    private void Open(Channel channel, int type, string address, byte[] identity)
    {
        var socket = new Socket(context, type);
        if (type == Zmq.Dealer) socket.Set(Zmq.Identity, identity);
        else socket.Set(Zmq.Subscribe, []);
        socket.Set(Zmq.ReceiveTimeout, (int)Patience.TotalMilliseconds);
        socket.Connect(address);
        sockets[channel] = socket;
    }

    /// <summary>A subscription takes a moment to reach the publisher: asks until the answer is also heard, then forgets.</summary>
    private void WaitUntilHeard()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience;)
        {
            var id = Send("kernel_info_request");
            Next(Channel.Shell);
            Thread.Sleep(5);
            if (sockets[Channel.IOPub].Receive() is not { } first) continue;
            while (signature.Decode(first) is var message && ((string)message.Parent["msg_id"]! != id || (string)message.Content["execution_state"]! != "idle"))
            {
                first = sockets[Channel.IOPub].Receive(wait: true) ?? throw new TimeoutException("The kernel fell silent.");
            }
            return;
        }
        throw new TimeoutException("The kernel publishes nothing.");
    }
}
