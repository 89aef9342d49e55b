using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Messages that went wrong on their way, each in one of the ways that messages can: an endless row, the same for the same seed.</summary>
internal sealed class Mutations(int seed, string key)
{
    private static readonly string[] channels = ["Shell", "Control", "Stdin"];
    private static readonly string[] types =
    [
        "execute_reply", "kernel_info_reply", "status", "stream", "input_request", "dance_request", "", "request", "\u0007\u001b[2J", "Execute_Request",
        "debug_request", "connect_request", "create_subshell_request", "usage_request",
    ];

    // As JSON text: what may stand where something else is expected.
    private static readonly string[] odd =
    [
        "0", "-1", "17", "1e400", "-0.5", "9223372036854775808", "null", "true", "false", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[1],{\"a\":2}]", "{\"code\":\"1\"}",
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\ud83d\ude00\"", "\"\\u2028\"", "NaN", "Infinity", "01", "'x'", "\"\\q\"", "\"unterminated",
        Nested(10), Nested(62), Nested(63), Nested(64), Nested(1000), $"\"{new string('y', 5000)}\"",
    ];
    private readonly Random random = new(seed);
    private readonly Requests requests = new();
    private string lastId = "first";

    /// <summary>One message: where it goes, its frames, and what was done to it.</summary>
    internal sealed record Sent(Channel Channel, IReadOnlyList<byte[]> Frames, string Harm)
    {
        /// <summary>The frames to read: text where they are, cut where they are long.</summary>
        public override string ToString() => $"{Harm} on {Channel}: " + string.Join(" | ", Frames.Select(frame =>
            Encoding.Latin1.GetString(frame.AsSpan(0, Math.Min(frame.Length, 300))) + (frame.Length > 300 ? $"… ({frame.Length} bytes)" : "")));
    }

    /// <summary>The next message.</summary>
    public Sent Next()
    {
        var (channel, type, content) = requests.Any(random);
        var id = $"m{random.Next()}";
        string[] parts = [Header(id, type).ToJsonString(), "{}", "{}", content.ToJsonString()];
        var (frames, harm) = Harmed(parts, type, content);
        lastId = id;
        return new(channel, frames, $"{type}, {harm}");
    }

    private (IReadOnlyList<byte[]> Frames, string Harm) Harmed(string[] parts, string type, JsonObject content) => random.Next(14) switch
    {
        0 => ([.. Signed(parts).Take(random.Next(6))], "frames missing at the end"),
        1 => (Without(Signed(parts), random.Next(2)), "no delimiter, or no signature"),
        2 => (Misigned(parts), "signed with another key"),
        3 or 4 or 5 => (Signed(With(parts, 3, Odd(content))), "an odd value in the content"),
        6 => (Signed(With(parts, 0, Odd(Header("odd", type)))), "an odd value in the header"),
        7 => (Signed(With(parts, random.Next(4), odd[random.Next(odd.Length)])), "a part that is something else"),
        8 => (Signed(Bitten(parts)), "bytes changed"),
        9 => (Signed(With(parts, 0, Header("t", types[random.Next(types.Length)]).ToJsonString())), "an unknown type"),
        10 => ([.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Junk(random.Next(60)))], "binary junk"),
        11 => (Signed(With(parts, 0, Header(lastId, type).ToJsonString())), "an id that was used before"),
        12 => ([.. Enumerable.Range(0, random.Next(4)).Select(_ => Junk(20)), .. Signed(parts), Junk(100), []], "frames before and behind"),
        _ => (Signed(parts), "unharmed"),
    };

    private static JsonObject Header(string id, string type) => new()
    {
        ["msg_id"] = id,
        ["msg_type"] = type,
        ["session"] = "fuzz",
        ["username"] = "nobody",
        ["date"] = "2026-01-01T00:00:00.000000Z",
        ["version"] = "5.3",
    };

    // Some value of the object, at any depth, replaced, taken away, or written twice.
    private string Odd(JsonObject content)
    {
        const string mark = "\"@odd@\"";
        if (content.Count == 0) return $"{{\"a\":{odd[random.Next(odd.Length)]}}}";
        var place = content;
        var name = NameIn(place);
        while (place[name] is JsonObject { Count: > 0 } inner && random.Next(2) == 0) (place, name) = (inner, NameIn(inner));
        if (random.Next(8) == 0)
        {
            place.Remove(name);
            return content.ToJsonString();
        }
        place[name] = "@odd@";
        var value = odd[random.Next(odd.Length)];
        return content.ToJsonString().Replace(mark, random.Next(8) == 0 ? $"1,\"{name}\":{value}" : value);
    }

    private string NameIn(JsonObject place) => place.ElementAt(random.Next(place.Count)).Key;

    private byte[][] Bitten(string[] parts)
    {
        var bytes = Array.ConvertAll(parts, Encoding.UTF8.GetBytes);
        var bitten = bytes[random.Next(2) * 3];
        for (var bites = 1 + random.Next(3); bites > 0; bites--) bitten[random.Next(bitten.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private byte[] Junk(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string[] With(string[] parts, int at, string part) => [.. parts[..at], part, .. parts[(at + 1)..]];

    private static byte[][] Without(byte[][] frames, int at) => [.. frames[..at], .. frames[(at + 1)..]];

    private byte[][] Signed(string[] parts) => Signed(Array.ConvertAll(parts, Encoding.UTF8.GetBytes));

    private byte[][] Signed(byte[][] parts) => [.. Framed(key, parts)];

    private byte[][] Misigned(string[] parts)
    {
        var frames = Framed("another key", Array.ConvertAll(parts, Encoding.UTF8.GetBytes));
        frames[1] = random.Next(4) switch { 0 => [], 1 => Junk(64), 2 => Junk(10_000), _ => frames[1] };
        return frames;
    }

    /// <summary>A message's frames, signed whatever stands in them.</summary>
    internal static byte[][] Framed(string key, byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key));
        foreach (var part in parts) hash.AppendData(part);
        return ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset())), .. parts];
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
