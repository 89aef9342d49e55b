using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workbook.Kernel.Tests;

/// <summary>What goes wrong on a wire: twenty thousand messages, each broken in some way, to a kernel that runs.</summary>
[Collection("kernel process")]
public sealed class FuzzTests
{
    private const int Seed = 20_260_501, Batch = 500, Batches = 40;
    private const double AllowedGrowth = 400;              // megabytes

    [Fact]
    public void Twenty_thousand_broken_messages_leave_a_kernel_that_answers_the_next_good_one()
    {
        using var kernel = new CSharpKernel();
        var mutations = new Mutations(Seed, kernel.Connection.Key);
        Assert.Null(Broken(kernel));
        var before = kernel.Megabytes;
        for (var batch = 0; batch < Batches; batch++)
        {
            var sent = Enumerable.Range(0, Batch).Select(_ => mutations.Next()).ToList();
            sent.ForEach(message => kernel.Client.Send(message.Channel, message.Frames));
            if (Broken(kernel) is { } trouble) Assert.Fail($"seed {Seed}, batch {batch}: {trouble}\n{Culprit(sent)}");
        }
        Assert.InRange(kernel.Megabytes - before, -before, AllowedGrowth);
        Assert.InRange(kernel.Said.Split('\n').Length, 10, 10 * Log.LinesInMinute);        // it told of them, not of each
    }

    [Fact]
    public void Messages_of_thirty_megabytes_are_borne()
    {
        using var kernel = new CSharpKernel();
        foreach (var where in (string[])["header", "content", "code", "buffer", "junk"])
        {
            kernel.Client.Send(Channel.Shell, Large(where, kernel.Connection.Key));
            Assert.Null(Broken(kernel));
        }
        Assert.Contains("the header has 30,000,0", kernel.Said);
    }

    private static byte[][] Large(string where, string key)
    {
        var large = new string('z', 30_000_000);
        string[] parts =
        [
            $$"""{"msg_id":"1","msg_type":"{{(where == "code" ? "execute" : "kernel_info")}}_request","more":"{{(where == "header" ? large : "")}}"}""",
            "{}", "{}",
            where == "code" ? $$"""{"code":"// {{large}}"}""" : $$"""{"more":"{{(where == "content" ? large : "")}}"}""",
        ];
        return where == "junk" ? [Encoding.ASCII.GetBytes(large)]
            : [.. Mutations.Framed(key, Array.ConvertAll(parts, Encoding.UTF8.GetBytes)), .. where == "buffer" ? (byte[][])[new byte[large.Length]] : []];
    }

    [Fact]
    public void Whoever_knocks_without_speaking_ZeroMQ_is_not_heard()
    {
        using var kernel = new CSharpKernel();
        var random = new Random(Seed);
        int[] ports = [kernel.Connection.Shell, kernel.Connection.Control, kernel.Connection.Stdin, kernel.Connection.IOPub, kernel.Connection.Heartbeat];
        for (var i = 0; i < 200; i++)
        {
            using var browser = new TcpClient();
            browser.Connect(IPAddress.Loopback, ports[i % ports.Length]);
            var said = i < 10 ? "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() : new byte[random.Next(200)];
            if (i >= 10) random.NextBytes(said);
            browser.GetStream().Write(said);
        }
        Assert.Null(Broken(kernel));
    }

    /// <summary>Null when the kernel answers on shell and control and runs a cell; else what is wrong.</summary>
    private static string? Broken(CSharpKernel kernel)
    {
        try
        {
            foreach (var channel in (Channel[])[Channel.Control, Channel.Shell])
                kernel.Client.ReplyTo(kernel.Client.Send("kernel_info_request", channel: channel), channel);
            kernel.Client.Execute("0");                    // may be aborted because of a broken cell before it; behind it, the queue is empty
            var (reply, published) = kernel.Client.Execute("6 * 7");
            return published.Select(HostTests.Brief).Contains("execute_result 42") ? null : $"6 * 7 gave {reply.ToJsonString()}";
        }
        catch (Exception problem)
        {
            return $"{problem.Message} {(kernel.Process.HasExited ? $"The process ended with {kernel.Process.ExitCode}. " : "")}{kernel.Said}";
        }
    }

    /// <summary>Finds, with a fresh kernel, the first message of a batch behind which a good one is not answered.</summary>
    private static string Culprit(List<Mutations.Sent> batch)
    {
        using var kernel = new CSharpKernel();
        foreach (var message in batch)
        {
            kernel.Client.Send(message.Channel, message.Frames);
            if (Broken(kernel) is not null) return $"The message that broke it: {message}";
        }
        return "No single message of the batch breaks a fresh kernel.";
    }
}
