namespace Workbook.Kernel.Tests;

/// <summary>The interactive package's own API in cells: commands in, events out.</summary>
[Collection("console")]
public sealed class CommandTests
{
    private readonly Session session = new();

    [Fact]
    public void A_cell_submits_code_of_another_language_and_reads_what_came()
    {
        session.Value("using Microsoft.DotNet.Interactive.Commands; using Microsoft.DotNet.Interactive.Events;");
        session.Value("await Kernel.Root.SendAsync(new SubmitCode(\"#!fsharp\\n1 + 1\"));");
        Assert.Equal("2", session.Shown.Single().Bundle.Text);
        Assert.Equal("3", session.Value("(await Kernel.Root.SendAsync(new SubmitCode(\"1 + 2\", \"fsharp\"))).Events.OfType<ReturnValueProduced>().Single().Value"));
    }

    [Fact]
    public void Code_that_a_cell_submits_to_its_own_language_declares_variables_and_fails_without_ending_the_cell()
    {
        session.Value("using Microsoft.DotNet.Interactive.Commands; using Microsoft.DotNet.Interactive.Events;");
        session.Value("var a = 1; await Kernel.Root.SendAsync(new SubmitCode(\"var b = a + 1;\", \"csharp\")); var c = 3;");
        Assert.Equal("6", session.Value("a + b + c"));
        Assert.Equal("true", session.Value("(await Kernel.Root.SendAsync(new SubmitCode(\"nowhere\"))).Events.Last() is CommandFailed { Message: var m } && m.Contains(\"CS0103\")"));
        Assert.Contains("CS0103", string.Concat(session.Streams));
        Assert.Equal("6", session.Value("a + b + c"));
    }

    [Fact]
    public void A_program_may_use_magics_in_what_it_submits()
    {
        session.Value("using Microsoft.DotNet.Interactive.Commands; var x = 5;");
        session.Value("await Kernel.Root.SendAsync(new SubmitCode(\"#!time\\nvar y = x + 1;\")); await Kernel.Root.SendAsync(new SubmitCode(\"#!fsharp\\n#!share --from csharp x\\nlet z = x + 2\"));");
        Assert.Equal("6", session.Value("y"));
        Assert.Equal("7", session.Value("#!share --from fsharp z\nz"));
    }

    [Fact]
    public void The_running_cell_is_the_context_s_command_and_the_language_its_kernel()
    {
        Assert.Equal("csharp", session.Value("Kernel.Current.Name"));
        Assert.Equal("true", session.Value("KernelInvocationContext.Current.Command is Microsoft.DotNet.Interactive.Commands.SubmitCode { Code: var code } && code.Contains(\"is this\") // is this"));
        Assert.Equal(".NET", session.Value("Kernel.Root.Name"));
    }

    [Fact]
    public void Values_are_asked_for_and_sent_by_commands()
    {
        session.Value("using Microsoft.DotNet.Interactive.Commands; using Microsoft.DotNet.Interactive.Events; var n = 42;");
        Assert.Equal("42", session.Value("(await Kernel.Root.SendAsync(new RequestValue(\"n\", targetKernelName: \"csharp\"))).Events.OfType<ValueProduced>().Single().Value"));
        Assert.Equal("[\"n\"]", session.Value("(await Kernel.Root.SendAsync(new RequestValueInfos(\"csharp\"))).Events.OfType<ValueInfosProduced>().Single().ValueInfos.Select(info => info.Name)"));
        session.Value("await Kernel.Root.SendAsync(new SendValue(\"sent\", new List<int> { 1, 2 }, targetKernelName: \"fsharp\"));");
        Assert.Equal("3", session.Value("#!fsharp\nSeq.sum sent"));
    }

    [Fact]
    public void Middleware_sees_a_cell_before_it_runs()
    {
        session.Value("using Microsoft.DotNet.Interactive.Commands; var seen = new List<string>(); Kernel.Root.AddMiddleware(async (command, context, next) => { if (command is SubmitCode code) seen.Add(code.Code); await next(command, context); });");
        session.Value("1 + 1");
        Assert.Equal("1 + 1", session.Value("seen[0]"));
    }

    [Fact]
    public async Task A_stop_cancels_the_context_s_token()
    {
        var stopper = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => session.Shown.Count > 0);                      // the cell runs, however long its compilation took
            session.Language.Interrupt();
        });
        Assert.Equal("Interrupted", session.Error("display(\"begun\"); try { await Task.Delay(60_000, KernelInvocationContext.Current.CancellationToken); } finally { display(KernelInvocationContext.Current.CancellationToken.IsCancellationRequested); }").Name);
        await stopper;
        Assert.Equal(["begun", "true"], session.Shown.Select(shown => shown.Bundle.Text));
    }

    [Fact]
    public void A_kernel_of_the_cell_s_own_is_a_language_from_then_on()
    {
        session.Value("""
            using Microsoft.DotNet.Interactive.Commands;
            public class Shouting() : Kernel("shout"), IKernelCommandHandler<SubmitCode>
            {
                public Task HandleAsync(SubmitCode command, KernelInvocationContext context) { context.DisplayAs(command.Code.Trim().ToUpperInvariant(), "text/plain"); return Task.CompletedTask; }
            }
            ((CompositeKernel)Kernel.Root).Add(new Shouting());
            """);
        session.Value("#!shout\nhello");
        Assert.Equal("HELLO", session.Shown.Single().Bundle.Text);
    }
}
