using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Workbook.Kernel.Interactive;

/// <summary>A language of ours as a kernel of the interactive package: code, values and questions come in as commands, and what becomes of them goes out as events.</summary>
internal sealed class LanguageKernel : BaseKernel,
    IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>, IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>,
    IKernelCommandHandler<RequestCompletions>, IKernelCommandHandler<RequestHoverText>
{
    private readonly CSharpLanguage session;

    public LanguageKernel(CellLanguage language, string name, CSharpLanguage session) : base(name)
    {
        (Language, this.session) = (language, session);
        KernelInfo.LanguageName = language == CellLanguage.CSharp ? "C#" : "F#";
        KernelInfo.LanguageVersion = language == CellLanguage.CSharp ? LanguageInfo.CSharp.Version : "10.0";
        KernelInfo.DisplayName = $"{name} - {KernelInfo.LanguageName} Script";
    }

    /// <summary>Which it is.</summary>
    public CellLanguage Language { get; }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context) =>
        CellThread.Run(() => session.Submitted(command, command.Code, context, Language));

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (session.Variables.Find(Language, command.Name) is { } variable)
            context.Publish(new ValueProduced(variable.Value, command.Name, Formatted(variable.Value, command.MimeType), command));
        else context.Fail(command, message: $"{Name} has no variable {command.Name}.");
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        var infos = session.Variables.Of(Language).Select(variable => new KernelValueInfo(variable.Name, Formatted(variable.Value, command.MimeType), variable.Declared, variable.Type));
        context.Publish(new ValueInfosProduced([.. infos], command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
        SetValueAsync(command, context, (name, value, declared) =>
        {
            session.Variables.Declare(Language, name, value, declared ?? value?.GetType() ?? typeof(object));
            return Task.CompletedTask;
        });

    Task IKernelCommandHandler<RequestCompletions>.HandleAsync(RequestCompletions command, KernelInvocationContext context)
    {
        var found = session.Complete(Marked(command.Code), Cursor(command.Code, command.LinePosition));
        context.Publish(new CompletionsProduced([.. found.Items.Select(item => new CompletionItem(item.Text, item.Kind, documentation: item.Signature))], command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestHoverText>.HandleAsync(RequestHoverText command, KernelInvocationContext context)
    {
        if (session.Inspect(Marked(command.Code), Cursor(command.Code, command.LinePosition), detailed: false) is { } bundle)
            context.Publish(new HoverTextProduced(command, [.. bundle.ToFormattedValues()]));
        return Task.CompletedTask;
    }

    // Questions are asked of whole cells, which begin in C#.
    private string Marked(string code) => Language == CellLanguage.FSharp ? "#!fsharp\n" + code : code;

    private int Cursor(string code, LinePosition position)
    {
        var start = 0;
        for (var line = 0; line < position.Line; line++) start = code.IndexOf('\n', start) + 1;
        return Marked("").Length + Math.Min(start + position.Character, code.Length);
    }

    // A value that cannot be written in the format asked for is still a value.
    private static FormattedValue Formatted(object? value, string mimeType)
    {
        try
        {
            return new(mimeType, value.ToDisplayString(mimeType));
        }
        catch (Exception problem) when (problem is NotSupportedException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            return new("text/plain", ValueFormatter.ToMime(value).Text);
        }
    }
}
