using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class WireTests : IDisposable
{
    private readonly EchoKernel kernel = new();

    public void Dispose() => kernel.Dispose();

    /// <summary>Frames, and what the log says of them.</summary>
    public static TheoryData<string[], string> Garbage => new()
    {
        { [""], "no signature and four parts" },
        { ["a", "b", "c", "d", "e", "f", "g"], "no signature and four parts" },
        { ["<IDS|MSG>"], "no signature and four parts" },
        { ["<IDS|MSG>", "", "{}", "{}"], "no signature and four parts" },
        { ["<IDS|MSG>", "0000", """{"msg_id":"1","msg_type":"kernel_info_request"}""", "{}", "{}", "{}"], "the signature is wrong" },
        { ["<IDS|MSG>", "", """{"msg_id":"1","msg_type":"shutdown_request"}""", "{}", "{}", "{}"], "the signature is wrong" },
        { ["<IDS|MSG>", "signed", "{", "{}", "{}", "{}"], "a part is no JSON" },
        { ["<IDS|MSG>", "signed", "\u00ff\u00fe", "{}", "{}", "{}"], "a part is no JSON" },
        { ["<IDS|MSG>", "signed", "[]", "{}", "{}", "{}"], "a part is no JSON object" },
        { ["<IDS|MSG>", "signed", """{"msg_id":"1"}""", "{}", "{}", "{}"], "the header lacks msg_type or msg_id" },
        { ["<IDS|MSG>", "signed", """{"msg_id":"1","msg_type":7}""", "{}", "{}", "{}"], "the header lacks msg_type or msg_id" },
        { ["<IDS|MSG>", "signed", """{"msg_id":"1","msg_type":"dance_request"}""", "{}", "{}", "{}"], "the unknown type dance_request" },
        { ["<IDS|MSG>", "signed", """{"msg_id":"1","msg_id":"2","msg_type":"x"}""", "{}", "{}", "{}"], "a part is no JSON" },
        { ["<IDS|MSG>", "signed", """{"msg_id":"1","msg_type":"kernel_info_request","date":"\ud800"}""", "{}", "{}", "{}"], "the header holds half a character" },
        { ["<IDS|MSG>", "signed", $$"""{"msg_id":"1","msg_type":"kernel_info_request","date":"{{new string('9', 100_000)}}"}""", "{}", "{}", "{}"], "the header has 100," },
        { ["<IDS|MSG>", "signed", new string('[', 1000), "{}", "{}", "{}"], "a part is no JSON" },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Garbage_is_dropped_and_logged_and_the_kernel_lives_on(string[] frames, string logged)
    {
        Channel[] channels = [Channel.Shell, Channel.Control, Channel.Stdin];
        foreach (var channel in channels) kernel.Client.Send(channel, Signed(frames));
        foreach (var channel in channels[..2]) kernel.Client.Ask("kernel_info_request", channel: channel);
        kernel.Client.Run("value alive");
        Assert.Equal("ok", (string)kernel.Client.Next(Channel.Shell).Content["status"]!);
        Assert.False(kernel.Host.Ended.IsCompleted);
        Assert.True(kernel.Log.Contains(logged), kernel.Log);
    }

    [Theory]
    [InlineData("execute_request", """{"code":17}""")]
    [InlineData("execute_request", """{"code":null,"silent":"yes","store_history":[],"stop_on_error":0}""")]
    [InlineData("execute_request", """{"user_expressions":[1]}""")]
    [InlineData("complete_request", """{"code":"ab","cursor_pos":-5}""")]
    [InlineData("complete_request", """{"code":"ab","cursor_pos":5000}""")]
    [InlineData("inspect_request", "{}")]
    [InlineData("is_complete_request", "{}")]
    [InlineData("history_request", """{"hist_access_type":"tail","n":-1}""")]
    [InlineData("history_request", "{}")]
    public void A_request_with_odd_content_still_gets_a_reply_and_an_idle(string type, string content)
    {
        var id = kernel.Client.Send(type, JsonNode.Parse(content)!.AsObject());
        var reply = kernel.Client.Next(Channel.Shell);
        Assert.Equal(id, (string)reply.Parent["msg_id"]!);
        Assert.Contains((string)reply.Content["status"]!, (string[])["ok", "complete"]);
        Assert.Equal("idle", (string)kernel.Client.Published(id)[^1].Content["execution_state"]!);
    }

    [Fact]
    public void The_heart_beats_back_what_it_is_sent()
    {
        var context = Zmq.NewContext();
        using (var heart = new Socket(context, Zmq.Request))
        {
            heart.Set(Zmq.ReceiveTimeout, 5000);
            heart.Connect(kernel.Connection.Address(kernel.Connection.Heartbeat));
            heart.Send([[1, 2, 3]]);
            Assert.Equal([1, 2, 3], Assert.Single(heart.Receive(wait: true)!));
        }
        _ = Zmq.Terminate(context);
    }

    [SkippableFact]
    public void A_front_end_may_speak_through_files_instead_of_ports()
    {
        Skip.If(OperatingSystem.IsWindows(), "ZeroMQ's ipc is Unix'");
        var folder = Directory.CreateTempSubdirectory("workbook-ipc-").FullName;
        using (var local = new EchoKernel(past: null, Client.FreePorts() with { Transport = "ipc", Ip = Path.Combine(folder, "kernel") }))
        {
            local.Client.Run("value alive");
            Assert.Equal("ok", (string)local.Client.Next(Channel.Shell).Content["status"]!);
            Assert.Contains(Path.Combine(folder, $"kernel-{local.Connection.Shell}"), Directory.GetFileSystemEntries(folder));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Requests_sent_by_a_thousand_at_once_are_answered_in_order()
    {
        var sent = Enumerable.Range(0, 1000).Select(i => kernel.Client.Run($"value {i}")).ToList();
        Assert.Equal(sent, sent.ConvertAll(_ => (string)kernel.Client.Next(Channel.Shell).Parent["msg_id"]!));
    }

    [Fact]
    public void Text_beyond_the_first_plane_and_broken_UTF16_survive_the_journey()
    {
        var whole = kernel.Client.Run("print 𝒳😀\0\u2028");
        Assert.Contains(kernel.Client.Published(whole), m => HostTests.Brief(m) == "stream 𝒳😀\0\u2028");
        var half = kernel.Client.Run("halve 😀");
        Assert.Contains(kernel.Client.Published(half), m => HostTests.Brief(m) == "stream \ufffd");
    }

    private static byte[][] Signed(string[] frames)
    {
        var bytes = Array.ConvertAll(frames, Encoding.Latin1.GetBytes);
        if (frames.Length > 1 && frames[1] == "signed")
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, "a key"u8);
            foreach (var part in bytes[2..6]) hash.AppendData(part);
            bytes[1] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        return bytes;
    }
}
