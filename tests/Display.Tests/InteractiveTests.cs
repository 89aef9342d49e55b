using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Display.Tests;

/// <summary>With the packages of .NET Interactive around us: its formatter finds our formats, its events carry what we show, its stop is ours.</summary>
[Collection("screen")]
public sealed class InteractiveTests
{
    [Fact]
    public void Its_formatter_finds_the_formats_of_a_thing_by_the_attribute_s_name()
    {
        var bar = new ProgressBar("Job", 0.5);
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(ProgressBar)));
        Assert.Contains("<progress value=\"0.500\">", bar.ToDisplayString("text/html"));
        Assert.Equal("Job [##########          ] 50 %", bar.ToDisplayString("text/plain"));
    }

    [Fact]
    public async Task What_is_shown_in_a_command_is_an_event_and_its_update_another_of_the_same_name()
    {
        var events = await Run(_ => new ProgressBar("Job", 0).Show().Update(new ProgressBar("Job", 1)));
        var (shown, updated) = (events.OfType<DisplayedValueProduced>().Single(), events.OfType<DisplayedValueUpdated>().Single());
        Assert.Equal(shown.ValueId, updated.ValueId);
        Assert.Equal(["text/html", "text/plain"], updated.FormattedValues.Select(format => format.MimeType));
        Assert.Contains("100 %", updated.FormattedValues.Last().Value);
    }

    [Fact]
    public async Task The_wish_to_stop_is_that_of_the_running_command()
    {
        var same = false;
        await Run(context => same = Stop.Token == context.CancellationToken);
        Assert.True(same);
        Assert.False(Stop.Token.CanBeCanceled);
    }

    private static async Task<List<KernelEvent>> Run(Action<KernelInvocationContext> action)
    {
        using var kernel = new Calling(action);
        var events = new List<KernelEvent>();
        using var listening = kernel.KernelEvents.Subscribe(events.Add);
        await kernel.SendAsync(new SubmitCode("call"));
        return events;
    }

    private sealed class Calling(Action<KernelInvocationContext> action) : Kernel("calling"), IKernelCommandHandler<SubmitCode>
    {
        public Task HandleAsync(SubmitCode command, KernelInvocationContext context)
        {
            action(context);
            return Task.CompletedTask;
        }
    }
}
