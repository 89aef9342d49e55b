using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!csharp</c>, <c>#!fsharp</c>: the lines below are in that language, up to the next block.</summary>
internal sealed class LanguageMagic(CellLanguage language, string name, string alias) : Magic
{
    public CellLanguage Language { get; } = language;

    public override string Name => name;
    public override string[] Aliases => [alias];
    public override string Help => $"{name} ({alias}) begins a block of {name[2..3].ToUpperInvariant()}#";

    public override MimeBundle? Run(MagicCall call) => null;
}

/// <summary>A language or a directive that a package, or a cell, has added to the session's kernels: handed to them as it stands.</summary>
/// <param name="name">As it is written.</param>
/// <param name="kernel">The kernel that the lines below are for; null for a directive, which is a line.</param>
internal sealed class ForeignMagic(string name, string? kernel) : Magic
{
    public override string Name => name;
    public override string Help => kernel is null ? $"{name} was added to the session" : $"{name} begins a block of {kernel}, which was added to the session";
    public override bool TakesBody => kernel is not null;

    public override MimeBundle? Run(MagicCall call)
    {
        var language = call.Block.Language == CellLanguage.FSharp ? "fsharp" : "csharp";
        var command = kernel is not null ? WholeSubmission.Of(call.Block.Text, kernel) : new SubmitCode($"{name} {call.Argument}".TrimEnd(), language);
        var failed = call.Cell.Kernels.Send(command).Events.OfType<CommandFailed>().LastOrDefault();
        return failed is null ? null : throw call.Fail(failed.Exception is { } cause ? Traceback.Unwrap(cause).Message : failed.Message);
    }
}
