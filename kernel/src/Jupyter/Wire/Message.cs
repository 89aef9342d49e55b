using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>The protocol's message channels.</summary>
internal enum Channel
{
    /// <summary>Requests from the front end: cells and questions about the language.</summary>
    Shell,

    /// <summary>Requests that must not wait for a cell: interrupt, shutdown.</summary>
    Control,

    /// <summary>Questions from the kernel to the person.</summary>
    Stdin,

    /// <summary>What everyone may hear: output and status.</summary>
    IOPub,
}

/// <summary>One message of the Jupyter protocol. A message begets its replies and children; it is never changed.</summary>
/// <remarks>https://jupyter-client.readthedocs.io/en/stable/messaging.html, protocol 5.3.</remarks>
internal sealed record Message(JsonObject Header, JsonObject Parent, JsonObject Metadata, JsonObject Content)
{
    /// <summary>The version of the protocol spoken here.</summary>
    public const string Protocol = "5.3";

    /// <summary>Whom a router socket got it from and should answer to; for a broadcast, its topic.</summary>
    public IReadOnlyList<byte[]> Identities { get; init; } = [];

    /// <summary>Binary attachments.</summary>
    public IReadOnlyList<byte[]> Buffers { get; init; } = [];

    /// <summary><c>execute_request</c> and the like.</summary>
    public string Type => (string)Header["msg_type"]!;

    /// <summary>The sender's name for this message.</summary>
    public string Id => (string)Header["msg_id"]!;

    /// <summary>A message that answers none.</summary>
    public static Message New(string type, string session, JsonObject content) => new(NewHeader(type, session), [], [], content);

    /// <summary>The answer to a request, to whoever sent it.</summary>
    public Message Reply(string session, JsonObject content) =>
        Child(Type.Replace("_request", "_reply", StringComparison.Ordinal), session, content) with { Identities = Identities };

    /// <summary>A message caused by this one.</summary>
    public Message Child(string type, string session, JsonObject content) => new(NewHeader(type, session), Header, [], content);

    private static JsonObject NewHeader(string type, string session) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),   // Jupyter reads six digits, not .NET's seven
        ["msg_type"] = type,
        ["version"] = Protocol,
    };
}
