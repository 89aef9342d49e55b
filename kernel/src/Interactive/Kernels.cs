using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Workbook.Kernel.Interactive;

/// <summary>The kernels of a session: our languages and what is shown as it stands, under the root that cells know as <c>Kernel.Root</c>.</summary>
internal sealed class Kernels
{
    private readonly CompositeKernel root = new(".NET");
    private readonly ConditionalWeakTable<KernelCommand, object?> unheard = [];

    static Kernels()
    {
        ConsolePlace.Keep();
        HouseFormatter.EnsureRegistered();
    }

    public Kernels(CSharpLanguage session, MagicSet magics)
    {
        foreach (var (language, name, alias) in ((CellLanguage, string, string)[])[(CellLanguage.CSharp, "csharp", "c#"), (CellLanguage.FSharp, "fsharp", "f#")])
        {
            var kernel = new LanguageKernel(language, name, session);
            DirectiveBridge.AddTo(kernel, magics, session);
            root.Add(kernel, [alias]);
        }
        root.Add(new MarkupKernel("html", "text/html"));
        root.Add(new MarkupKernel("javascript", "application/javascript"), ["js"]);
        root.Add(new MarkupKernel("markdown", "text/markdown"), ["md"]);
        root.Add(new MarkupKernel("mermaid", MarkupMagic.Mermaid));
        root.Add(new KeyValueStoreKernel());
        root.DefaultKernelName = "csharp";
        root.RegisterCommandHandler<RequestInput>(Ask);
        root.RegisterCommandHandler<RequestInputs>(Ask);
        var output = new EventOutput(session, unheard);
        root.KernelEvents.Subscribe(output.Receive);
    }

    /// <summary>The root.</summary>
    public CompositeKernel Root => root;

    /// <summary>The folders of extensions that have been loaded.</summary>
    public HashSet<string> Extended { get; } = [];

    /// <summary>Sends a command from the thread that cells run on and waits for what comes of it.</summary>
    public KernelCommandResult Send(KernelCommand command) => CellThread.Lend(() => root.SendAsync(command));

    /// <summary>The same; what it shows is not shown.</summary>
    public KernelCommandResult SendSilently(KernelCommand command)
    {
        unheard.Add(command, null);
        return Send(command);
    }

    /// <summary>What <c>#!name</c> means besides our magics: a kernel or a directive that was added to the session; null for neither.</summary>
    public Magic? Added(string name)
    {
        if (root.ChildKernels.FirstOrDefault(kernel => kernel.KernelInfo.Aliases.Append(kernel.Name).Any(known => "#!" + known == name)) is { } kernel) return new ForeignMagic(name, kernel.Name);
        var directives = root.ChildKernels.Append<BaseKernel>(root).SelectMany(any => any.KernelInfo.SupportedDirectives);
        return directives.Any(directive => directive is KernelActionDirective && directive.Name == name) ? new ForeignMagic(name, null) : null;
    }

    /// <summary>Something to do as if it were a cell: it has a context, and fails as a cell does.</summary>
    public KernelCommandResult Do(Action<KernelInvocationContext> action) => Send(new Doing { Handler = (_, context) => CellThread.Run(() => action(context)) });

    private Task Ask(RequestInput command, KernelInvocationContext context) =>
        Answered(command, context, () => new InputProduced(Answer(command.Prompt, command.IsPassword), command));

    private Task Ask(RequestInputs command, KernelInvocationContext context) => Answered(command, context, () =>
        new InputsProduced(command.Inputs.ToDictionary(input => input.Name, input => Answer(input.Prompt, input.TypeHint == "password")), command));

    // Whoever asked gets the error, and shows it: it is not told of twice.
    private Task Answered(KernelCommand command, KernelInvocationContext context, Func<KernelEvent> ask)
    {
        try
        {
            context.Publish(ask());
        }
        catch (InvalidOperationException nobody)
        {
            unheard.Add(command, null);
            context.Fail(command, message: nobody.Message);
        }
        return Task.CompletedTask;
    }

    private static string Answer(string prompt, bool password) => (CurrentOutput.Now
        ?? throw new InvalidOperationException("No front end is there that could be asked for input.")).ReadLine(prompt, password);

    private sealed class Doing : KernelCommand;
}

/// <summary>A kernel whose code is shown as what it is: HTML, JavaScript, Markdown, Mermaid.</summary>
internal sealed class MarkupKernel(string name, string mimeType) : BaseKernel(name), IKernelCommandHandler<SubmitCode>
{
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Display(new Markup(mimeType, command.Code), mimeType, "text/plain");
        return Task.CompletedTask;
    }
}
