using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbook.Kernel.Jupyter.Wire;

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
    /// <exception cref="InvalidDataException">It is missing, no JSON, lacks a port, or asks for what this kernel does not do; one sentence says which.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllBytes(path)) ?? throw new JsonException("it says null");
            return file.Wrong() is { } wrong ? throw new InvalidDataException($"{path}: {wrong}.") : file;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{path}: there is no such connection file. Jupyter writes one for every kernel that it starts.", problem);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path}: not a connection file of Jupyter ({problem.Message}).", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: the connection file cannot be read ({problem.Message.TrimEnd('.')}).", problem);
        }
    }

    /// <summary>The address of one port: <c>tcp://127.0.0.1:5555</c>, or <c>ipc://name-1</c>.</summary>
    public string Address(int port) => Transport == "ipc" ? $"ipc://{Ip}-{port}" : $"{Transport}://{Ip}:{port}";

    private string? Wrong()
    {
        if (Scheme != "hmac-sha256") return $"the signature scheme is '{Scheme}'; this kernel knows hmac-sha256 only";
        if (Transport is not ("tcp" or "ipc")) return $"the transport is '{Transport}'; this kernel knows tcp and ipc";
        int[] ports = [Shell, Control, Stdin, IOPub, Heartbeat];
        if (ports.Any(port => port is < 1 or > ushort.MaxValue)) return $"a port lies between 1 and {ushort.MaxValue}, and these are {string.Join(", ", ports)}";
        return ports.Distinct().Count() == ports.Length ? null : $"each channel needs a port of its own, and these are {string.Join(", ", ports)}";
    }
}
