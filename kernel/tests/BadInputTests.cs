namespace Workbook.Kernel.Tests;

/// <summary>What people do to a kernel, one after the other to the same one; each gets its sentence, and the session lives on.</summary>
[Collection("kernel process")]
public sealed class BadInputTests(CSharpKernel kernel) : IClassFixture<CSharpKernel>
{
    /// <summary>A cell, and the error it gets: its name and what its message says.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "#r \"nuget: No.Such.Package.Anywhere.At.All, 1.0.0\"", "MagicError", "The package No.Such.Package.Anywhere.At.All cannot be had. " },
        { "#r \"nuget: \"", "MagicError", "A package is written #r \"nuget: Name, 1.2.3\"." },
        { "#load \"missing.csx\"", "MagicError", "There is no file missing.csx in " },
        { "#r \"missing.dll\"", "MagicError", "There is no file missing.dll in " },
        { "System.IO.File.WriteAllText(\"text.dll\", \"hello\");\n#r \"text.dll\"", "MagicError", "text.dll is not a .NET assembly." },
        { "System.IO.File.WriteAllBytes(\"elf.dll\", System.IO.File.ReadAllBytes(\"/bin/true\"));\n#r \"elf.dll\"", "MagicError", "elf.dll is not a .NET assembly." },
        { "var whole = System.IO.File.ReadAllBytes(typeof(Enumerable).Assembly.Location); System.IO.File.WriteAllBytes(\"half.dll\", whole[..(whole.Length / 2)]);\n#r \"half.dll\"", "MagicError", "half.dll is not a .NET assembly." },
        { "System.IO.File.WriteAllBytes(\"empty.dll\", []);\n#r \"empty.dll\"", "MagicError", "empty.dll is not a .NET assembly." },
        { "System.IO.Directory.CreateDirectory(\"folder.dll\");\n#r \"folder.dll\"", "MagicError", "There is no file folder.dll in " },
        { "int Down(int n) => Down(n + 1) + 1; Down(0)", "InsufficientExecutionStackException", "a function calls itself without end" },
        { "Thread.CurrentThread.Abort();", "PlatformNotSupportedException", "" },
        { "Thread.CurrentThread.Interrupt(); Thread.Sleep(1);", "ThreadInterruptedException", "" },
        { "GC.KeepAlive(new long[1 << 30, 1 << 10]);", "OutOfMemoryException", "" },
        { "\u0000", "CompileError", "" },
        { "var half = \"\ud83d\"; throw new Exception(half);", "Exception", "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_cell_that_cannot_do_what_it_says_gets_a_sentence(string code, string name, string sentence)
    {
        if (code.IndexOf("\n#r", StringComparison.Ordinal) is var magic and > 0)          // a magic comes first in its cell
        {
            Assert.Equal("ok", (string)kernel.Client.Execute(code[..magic]).Reply["status"]!);
            code = code[(magic + 1)..];
        }
        var reply = kernel.Client.Execute(code).Reply;
        Assert.Equal("error", (string)reply["status"]!);
        Assert.Equal(name, (string)reply["ename"]!);
        Assert.Contains(sentence, (string)reply["evalue"]!);
        Assert.DoesNotContain('\n', ((string)reply["evalue"]!).TrimEnd('\n'));
        StillAnswers();
    }

    /// <summary>What a cell does to what it shares with the kernel.</summary>
    [Theory]
    [InlineData("Console.SetOut(new System.IO.StringWriter()); Console.SetError(System.IO.TextWriter.Null);")]
    [InlineData("Console.Out.Close(); Console.Error.Dispose();")]
    [InlineData("Console.OpenStandardOutput().Close(); new System.IO.StreamWriter(Console.OpenStandardOutput()).Dispose();")]
    [InlineData("new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle((nint)1, true), System.IO.FileAccess.Write).Dispose();")]
    [InlineData("var there = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone(); there.NumberFormat.NumberDecimalSeparator = \",\"; there.NumberFormat.NegativeSign = \"~\"; System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.CurrentCulture = there; Thread.CurrentThread.CurrentCulture = there;")]
    [InlineData("Environment.CurrentDirectory = System.IO.Path.GetTempPath();")]
    [InlineData("var gone = System.IO.Directory.CreateTempSubdirectory().FullName; Environment.CurrentDirectory = gone; System.IO.Directory.Delete(gone);")]
    [InlineData("new Thread(() => throw new Exception(\"on a thread\")).Start(); Thread.Sleep(200);")]
    [InlineData("async void Fail() { await Task.Yield(); throw new Exception(\"async void\"); } Fail(); Thread.Sleep(200);")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"pool\")); Thread.Sleep(200);")]
    [InlineData("_ = Task.Run(() => throw new Exception(\"nobody waits\")); GC.Collect();")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(100);")]
    [InlineData("Environment.SetEnvironmentVariable(\"PATH\", \"\");")]
    public void What_a_cell_does_to_the_process_leaves_the_next_one_as_it_was(string code)
    {
        using var own = new CSharpKernel();
        var reply = own.Client.Execute(code).Reply;
        Assert.True("ok" == (string?)reply["status"], reply.ToJsonString());
        var (next, published) = own.Client.Execute("Console.Write(\"heard\"); Console.Error.Write(\"too\"); 6 * 7");
        Assert.True("ok" == (string?)next["status"], next.ToJsonString());
        Assert.Equal(["status busy", "stream heard", "stream too", "execute_result 42", "status idle"], published.ConvertAll(HostTests.Brief).Where(brief => !brief.StartsWith("execute_input")));
    }

    /// <summary>∑ 2i for i below 20,000 is 399,980,000.</summary>
    [Fact]
    public void A_cell_of_a_megabyte_runs()
    {
        var statements = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"total += {i} * 2; // {new string('x', 30)}\n"));
        var id = kernel.Client.Run($"long total = 0;\n{statements}total");
        Assert.Equal("ok", (string)kernel.Client.ReplyTo(id, Channel.Shell)["status"]!);
        Assert.Contains(kernel.Client.Published(id), message => HostTests.Brief(message) == "execute_result 399980000");
        StillAnswers();
    }

    [Fact]
    public void A_hundred_megabytes_of_output_are_cut_and_counted_and_not_held()
    {
        StillAnswers();
        var before = kernel.Megabytes;
        var (reply, published) = kernel.Client.Execute("var line = new string('x', 99); for (var i = 0; i < 1_000_000; i++) Console.WriteLine(line);");
        Assert.Equal("ok", (string)reply["status"]!);
        var text = string.Concat(published.Where(message => message.Type == "stream").Select(message => (string)message.Content["text"]!));
        Assert.InRange(text.Length, 1_000_000, 1_000_500);
        Assert.EndsWith("[99,000,000 more characters were printed and are not shown.]\n", text);
        Assert.InRange(kernel.Megabytes - before, -1000, 100);
    }

    private void StillAnswers() => Assert.Contains("execute_result 42", kernel.Client.Execute("6 * 7").Published.ConvertAll(HostTests.Brief));
}
