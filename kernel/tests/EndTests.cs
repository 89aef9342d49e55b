using System.Diagnostics;

namespace Workbook.Kernel.Tests;

/// <summary>How a kernel ends: by a cell, by a signal, by a crash; and what its front end hears of it.</summary>
[Collection("kernel process")]
public sealed class EndTests
{
    [Theory]
    [InlineData("Console.Write(\"bye\"); Environment.Exit(3);")]
    [InlineData("Console.Write(\"bye\"); await Task.Run(() => Environment.Exit(3));")]
    [InlineData("Console.Write(\"bye\"); new Thread(() => Environment.Exit(3)).Start(); while (true) { }")]
    public void A_cell_that_ends_the_process_is_answered_and_its_output_and_exit_code_arrive(string code)
    {
        using var kernel = new CSharpKernel();
        var (reply, published) = kernel.Client.Execute(code);
        Assert.Equal(["status busy", $"execute_input {code}", "stream bye", "status idle"], published.ConvertAll(HostTests.Brief));
        Assert.Equal("ok", (string)reply["status"]!);
        Assert.Equal("""[{"source":"ask_exit","keepkernel":false}]""", reply["payload"]!.ToJsonString());
        Assert.True(kernel.Process.WaitForExit(10_000));
        Assert.Equal(3, kernel.Process.ExitCode);
    }

    [SkippableTheory]
    [InlineData("1 + 1")]
    [InlineData("Console.Write(\"begun\"); while (true) { }")]
    [InlineData("Console.Write(\"begun\"); try { while (true) { } } finally { Console.Write(\"cleaned\"); }")]
    public void The_termination_signal_ends_the_session_as_a_shutdown_would(string code)
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no SIGTERM");
        using var kernel = new CSharpKernel();
        var id = kernel.Client.Run(code);
        while (kernel.Client.NextOf(id).Type is not ("stream" or "execute_result")) { }
        Process.Start("kill", ["-TERM", $"{kernel.Process.Id}"]).WaitForExit();
        Assert.True(kernel.Process.WaitForExit(10_000));
        Assert.Equal(143, kernel.Process.ExitCode);
        var published = new List<string>();
        while (published.LastOrDefault() != "status idle") published.Add(HostTests.Brief(kernel.Client.NextOf(id)));
        Assert.Equal(code.Contains("finally"), published.Contains("stream cleaned"));
    }

    [SkippableTheory]
    [InlineData("Environment.FailFast(\"on purpose\");", "")]
    [InlineData(DeepInALibrary, "Stack overflow")]
    [InlineData("System.Runtime.InteropServices.Marshal.ReadByte((nint)1 << 40)", "")]
    public void A_crash_ends_the_process_and_an_overflow_of_the_stack_says_so_in_the_log(string code, string words)
    {
        Skip.If(OperatingSystem.IsWindows(), "the descriptors are captured on Unix");
        using var kernel = new CSharpKernel();
        kernel.Client.Run(code);
        Assert.True(kernel.Process.WaitForExit(20_000), kernel.Said);
        kernel.Process.WaitForExit();
        Assert.NotEqual(0, kernel.Process.ExitCode);
        Assert.Contains(words, kernel.Said);
    }

    // A recursion that no guard is woven into: it goes through compiled expression trees only.
    internal const string DeepInALibrary = """
        using System.Linq.Expressions;
        var self = Expression.Variable(typeof(Func<int, int>));
        var n = Expression.Parameter(typeof(int));
        var deeper = Expression.Lambda<Func<int, int>>(Expression.Add(Expression.Invoke(self, Expression.Add(n, Expression.Constant(1))), Expression.Constant(1)), n);
        var whole = Expression.Lambda<Func<int>>(Expression.Block([self], Expression.Assign(self, deeper), Expression.Invoke(self, Expression.Constant(0))));
        whole.Compile()()
        """;
}
