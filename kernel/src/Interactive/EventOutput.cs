using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Interactive;

/// <summary>Turns the events of a session's kernels into output of the cell because of which they come.</summary>
/// <remarks>An event arrives on the flow of control that published it, so the output is that of the cell, or handler, which did.</remarks>
internal sealed class EventOutput(CSharpLanguage session, ConditionalWeakTable<KernelCommand, object?> unheard)
{
    // A value shown or updated when its cell has come to its end has no context any more that would publish it.
    static EventOutput() => Formatter.SubscribeToDisplayedValues(shown =>
    {
        if (KernelInvocationContext.Current is not { IsComplete: true } || CurrentOutput.Now is not { } output) return;
        var bundle = FormattedBundles.Of(shown.FormattedValues, shown.Value);
        if (shown.IsUpdated) output.Update(shown.DisplayId, bundle);
        else output.Show(shown.DisplayId, bundle);
    });

    /// <summary>Shows, prints, or passes over.</summary>
    public void Receive(KernelEvent happened)
    {
        if (happened is not DisplayEvent || unheard.TryGetValue(happened.Command, out _) || CurrentOutput.Now is not { } output) return;
        switch (happened)
        {
            case StandardOutputValueProduced printed:
                output.Stream("stdout", Text(printed));
                break;
            case StandardErrorValueProduced printed:
                output.Stream("stderr", Text(printed));
                break;
            case ErrorProduced error:
                output.Stream("stderr", error.Message.TrimEnd() + "\n");
                break;
            case DisplayedValueUpdated updated:
                output.Update(updated.ValueId, DisplayHandles.IsFree(updated.ValueId) ? ValueFormatter.ToMime(updated.Value) : FormattedBundles.Of(updated.FormattedValues, updated.Value));
                break;
            case ReturnValueProduced result when session.IsOwn(result.Command):          // whoever sent it shows it
                break;
            case DisplayEvent shown:
                output.Show(shown.ValueId ?? Guid.NewGuid().ToString("N"), FormattedBundles.Of(shown.FormattedValues, shown.Value));
                break;
        }
    }

    private static string Text(DisplayEvent printed) => printed.FormattedValues.FirstOrDefault()?.Value ?? printed.Value?.ToString() ?? "";
}
