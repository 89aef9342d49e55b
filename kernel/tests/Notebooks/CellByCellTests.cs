using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Cells that are sent one at a time to a process of their own: each gets an answer, and what one does costs no other.</summary>
public sealed class CellByCellTests : IDisposable
{
    private readonly Process process = Process.Start(new ProcessStartInfo("dotnet", [JupyterFolder.Program, "cells"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [Fact]
    public void A_session_goes_on_after_an_error_and_after_a_stop_and_keeps_its_variables()
    {
        var (shown, failed) = (Send("var x = 41; Console.Write(\"printed\"); x + 1"), Send("throw new Exception(\"no\");"));
        Assert.Equal("done", (string?)shown["outcome"]);
        Assert.Equal(["stream", "execute_result"], shown["outputs"]!.AsArray().Select(output => (string?)output!["output_type"]));
        Assert.Equal(("failed", "no"), ((string?)failed["outcome"], (string?)failed["outputs"]![0]!["evalue"]));
        foreach (var endless in (string[])["while (true) { }", "Thread.Sleep(-1);", "await Task.Delay(-1);"])
            Assert.Equal("stopped", (string?)Send(endless, seconds: 0.5)["outcome"]);
        Assert.Equal("41", (string?)Send("x")["outputs"]![0]!["data"]!["text/plain"]![0]);
    }

    [Fact]
    public void A_child_process_finds_the_input_at_its_end_and_takes_no_cell_away()
    {
        Assert.Equal("done", (string?)Send("System.Diagnostics.Process.Start(\"cat\").WaitForExit();", seconds: 20)["outcome"]);
        Assert.Equal("done", (string?)Send("1")["outcome"]);
    }

    [Fact]
    public void An_output_of_many_megabytes_is_left_out_with_a_sentence()
    {
        var reply = Send("new string('x', 5_000_000).DisplayAs(\"text/html\"); display(\"small\");");
        Assert.InRange(reply.ToJsonString().Length, 0, 100_000);
        Assert.Contains("not kept", reply["outputs"]![0]!.ToJsonString());
        Assert.Contains("small", reply["outputs"]![1]!.ToJsonString());
    }

    [Fact]
    public void What_is_no_cell_ends_the_session_with_code_2()
    {
        process.StandardInput.WriteLine("{ \"source\": 3 }");
        Assert.True(process.WaitForExit(30_000));
        Assert.Equal(2, process.ExitCode);
    }

    private JsonNode Send(string source, double seconds = 60)
    {
        var name = Guid.NewGuid().ToString("n");
        process.StandardInput.WriteLine(new JsonObject { ["id"] = name, ["source"] = source, ["seconds"] = seconds }.ToJsonString());
        var reply = JsonNode.Parse(process.StandardOutput.ReadLine() ?? throw new EndOfStreamException("The process has ended."))!;
        Assert.Equal(name, (string?)reply["id"]);
        return reply;
    }
}
