using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>Messages to signed frames and back: identities, delimiter, HMAC-SHA256, header, parent, metadata, content, buffers.</summary>
internal sealed class Signature(string key)
{
    private const int LongestHeader = 100_000;          // it comes back in every message that this one causes
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly byte[] secret = Encoding.UTF8.GetBytes(key);

    /// <summary>The frames to send.</summary>
    public IReadOnlyList<byte[]> Encode(Message message)
    {
        byte[][] parts = [Bytes(message.Header), Bytes(message.Parent), Bytes(message.Metadata), Bytes(message.Content)];
        return [.. message.Identities, Delimiter, Encoding.ASCII.GetBytes(Sign(parts)), .. parts, .. message.Buffers];
    }

    /// <summary>The message in the frames.</summary>
    /// <exception cref="InvalidDataException">They are no message, or signed with another key; the text says which.</exception>
    public Message Decode(IReadOnlyList<byte[]> frames)
    {
        var at = frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(Delimiter)).Count();
        if (frames.Count < at + 6) throw new InvalidDataException("there are no signature and four parts behind a delimiter");
        byte[][] parts = [.. frames.Skip(at + 2).Take(4)];
        if (!CryptographicOperations.FixedTimeEquals(frames[at + 1], Encoding.ASCII.GetBytes(Sign(parts)))) throw new InvalidDataException("the signature is wrong");
        if (parts[0].Length > LongestHeader) throw new InvalidDataException($"the header has {parts[0].Length:N0} bytes");
        var message = new Message(Parse(parts[0]), Parse(parts[1]), Parse(parts[2]), Parse(parts[3]))
        {
            Identities = [.. frames.Take(at)],
            Buffers = [.. frames.Skip(at + 6)],
        };
        if (!IsText(message.Header["msg_type"]) || !IsText(message.Header["msg_id"])) throw new InvalidDataException("the header lacks msg_type or msg_id");
        RequireAnswerable(message.Header);
        return message;
    }

    private string Sign(IEnumerable<byte[]> parts)
    {
        if (secret.Length == 0) return "";
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        foreach (var part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);

    private static JsonObject Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject ?? throw new InvalidDataException("a part is no JSON object");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"a part is no JSON ({problem.Message})", problem);
        }
    }

    // "\ud800" is JSON and no text: what cannot be written back cannot be answered.
    private static void RequireAnswerable(JsonObject header)
    {
        try
        {
            Bytes(header);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("the header holds half a character", problem);
        }
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
