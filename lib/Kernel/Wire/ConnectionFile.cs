using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbook.Kernel;

/// <summary>Where a front end expects the kernel's five sockets, and the key both sides sign with.</summary>
internal sealed record ConnectionFile
{
    [JsonPropertyName("transport")] public string Transport { get; init; } = "tcp";
    [JsonPropertyName("ip")] public string Ip { get; init; } = "127.0.0.1";
    [JsonPropertyName("shell_port")] public required int Shell { get; init; }
    [JsonPropertyName("control_port")] public required int Control { get; init; }
    [JsonPropertyName("stdin_port")] public required int Stdin { get; init; }
    [JsonPropertyName("iopub_port")] public required int IOPub { get; init; }
    [JsonPropertyName("hb_port")] public required int Heartbeat { get; init; }
    [JsonPropertyName("key")] public string Key { get; init; } = "";
    [JsonPropertyName("signature_scheme")] public string Scheme { get; init; } = "hmac-sha256";

    /// <summary>Reads the file that a front end wrote.</summary>
    /// <exception cref="InvalidDataException">It is missing, no JSON, lacks a port, or asks for another signature than hmac-sha256.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllBytes(path))!;
            return file.Scheme == "hmac-sha256" ? file
                : throw new InvalidDataException($"{path}: the signature scheme is '{file.Scheme}'; this kernel knows hmac-sha256 only.");
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: not a connection file of Jupyter ({problem.Message})", problem);
        }
    }

    /// <summary>The address of one port: <c>tcp://127.0.0.1:5555</c>, or <c>ipc://name-1</c>.</summary>
    public string Address(int port) => Transport == "ipc" ? $"ipc://{Ip}-{port}" : $"{Transport}://{Ip}:{port}";
}
