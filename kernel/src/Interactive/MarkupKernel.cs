using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Workbook.Kernel.Interactive;

/// <summary>A kernel whose code is shown as what it is: HTML, JavaScript, Markdown, Mermaid.</summary>
internal sealed class MarkupKernel(string name, string mimeType) : BaseKernel(name), IKernelCommandHandler<SubmitCode>
{
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Display(new Markup(mimeType, command.Code), mimeType, "text/plain");
        return Task.CompletedTask;
    }
}
