using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>A message that came in as the <paramref name="Number"/>th, with the means to answer it.</summary>
internal sealed record Request(Connection Connection, Channel Channel, Message Message, long Number)
{
    /// <summary>What is asked.</summary>
    public JsonObject Content => Message.Content;

    /// <summary>A text of the content, or what stands for it when it is missing.</summary>
    public string Text(string name, string otherwise = "") => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : otherwise;

    /// <summary>A number of the content, or what stands for it when it is missing.</summary>
    public int Count(string name, int otherwise = 0) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;

    /// <summary>A truth of the content, or what stands for it when it is missing.</summary>
    public bool Flag(string name, bool otherwise = false) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    /// <summary>Answers whoever asked, on the channel it was asked on.</summary>
    public void Reply(JsonObject content) => Connection.Send(Channel, Message.Reply(Connection.Session, content));

    /// <summary>Answers with an error, that of a cell with its number.</summary>
    public void Fail(CellError error, int? executionCount = null)
    {
        var content = ErrorReply(error);
        if (executionCount is { } count) content["execution_count"] = count;
        Reply(content);
    }

    /// <summary>Tells everyone something that happened because of this request.</summary>
    public void Publish(string type, JsonObject content, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null)
    {
        var child = Message.Child(type, Connection.Session, content) with { Metadata = metadata ?? [], Buffers = buffers ?? [] };
        Connection.Send(Channel.IOPub, child with { Identities = [Encoding.UTF8.GetBytes($"kernel.{Connection.Session}.{type}")] });
    }

    /// <summary>Tells everyone about an error.</summary>
    public void PublishError(CellError error) => Publish("error", ErrorContent(error));

    /// <summary>Tells everyone what the kernel does: busy, idle.</summary>
    public void PublishState(string state) => Publish("status", new JsonObject { ["execution_state"] = state });

    /// <summary>The content of a reply that tells of an error.</summary>
    public static JsonObject ErrorReply(CellError error)
    {
        var content = ErrorContent(error);
        content["status"] = "error";
        return content;
    }

    /// <summary>An error as front ends take it.</summary>
    public static JsonObject ErrorContent(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };
}
