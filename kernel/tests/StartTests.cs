using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Workbook.Kernel.Tests;

/// <summary>A kernel that cannot start says why in one sentence, and its exit code says that it failed.</summary>
[Collection("kernel process")]
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-start-").FullName;

    private string Connection => Path.Combine(folder, "connection.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_connection_file_that_is_not_there_is_named() =>
        Assert.Equal($"workbook-kernel: {Connection}: there is no such connection file. Jupyter writes one for every kernel that it starts.\n", Refused());

    [Theory]
    [InlineData("", "not a connection file of Jupyter (The input does not contain any JSON tokens.")]
    [InlineData("{", "not a connection file of Jupyter (Expected depth to be zero")]
    [InlineData("null", "not a connection file of Jupyter (it says null).")]
    [InlineData("[]", "not a connection file of Jupyter (The JSON value could not be converted")]
    [InlineData("{}", "not a connection file of Jupyter (JSON deserialization for type 'Workbook.Kernel.Jupyter.Wire.ConnectionFile' was missing required properties including: 'shell_port'")]
    [InlineData("""{"shell_port":"1","control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5}""", "not a connection file of Jupyter (The JSON value could not be converted to System.Int32. Path: $.shell_port")]
    [InlineData("""{"shell_port":0,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":70000}""", "a port lies between 1 and 65535, and these are 0, 2, 3, 4, 70000.\n")]
    [InlineData("""{"shell_port":2,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5}""", "each channel needs a port of its own, and these are 2, 2, 3, 4, 5.\n")]
    [InlineData("""{"transport":"udp","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5}""", "the transport is 'udp'; this kernel knows tcp and ipc.\n")]
    [InlineData("""{"signature_scheme":"rot13","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5}""", "the signature scheme is 'rot13'; this kernel knows hmac-sha256 only.\n")]
    [InlineData("""{"ip":"nowhere.invalid","shell_port":40001,"control_port":40002,"stdin_port":40003,"iopub_port":40004,"hb_port":40005}""", "Could not bind tcp://nowhere.invalid:40001: No such device.\n")]
    public void A_connection_file_that_is_none_is_told_what_is_wrong_with_it(string text, string sentence)
    {
        File.WriteAllText(Connection, text);
        var said = Refused();
        Assert.Contains(sentence, said);
        Assert.Single(said.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_folder_is_no_connection_file()
    {
        Directory.CreateDirectory(Connection);
        Assert.StartsWith($"workbook-kernel: {Connection}: the connection file cannot be read (Access to the path", Refused());
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        var connection = Client.FreePorts();
        using var other = new TcpListener(IPAddress.Loopback, connection.IOPub);
        other.Start();
        File.WriteAllText(Connection, JsonSerializer.Serialize(connection));
        Assert.Equal($"workbook-kernel: Could not bind tcp://127.0.0.1:{connection.IOPub}: Address already in use.\n", Refused());
    }

    [Fact]
    public void A_connection_file_that_vanishes_once_it_was_read_is_not_missed()
    {
        using var kernel = new CSharpKernel();
        File.Delete(kernel.ConnectionPath);
        Assert.Equal("ok", (string)kernel.Client.Execute("1 + 1").Reply["status"]!);
    }

    private string Refused()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [JupyterFolder.Program, "run", Connection]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
        return said;
    }
}
