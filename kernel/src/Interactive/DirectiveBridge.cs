using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Directives;

namespace Workbook.Kernel.Interactive;

/// <summary>Makes our magics known to the interactive package, so that code that a program submits may use them as a cell does.</summary>
/// <remarks>Cells are taken apart by <see cref="CellText"/> instead: it knows strings and comments, and keeps lines and columns.</remarks>
internal static class DirectiveBridge
{
    private const string Head = "Directive: ";          // how the package's command for a directive writes itself

    /// <summary>Adds the magics of one line, and the package's own for values.</summary>
    public static void AddTo(LanguageKernel kernel, MagicSet magics, CSharpLanguage session)
    {
        kernel.UseValueSharing();
        foreach (var magic in magics.All.Where(magic => magic is not (LanguageMagic or ShareMagic or SetMagic or FilePragmaMagic) && !magic.TakesBody))
        {
            var directive = new KernelActionDirective(magic.Name) { Description = magic.Help, Parameters = { new("--argument") { AllowImplicitName = true } } };
            kernel.AddDirective(directive, (command, context) => CellThread.Run(() => session.Submitted(command, command.ToString()![Head.Length..], context, kernel.Language)));
        }
        kernel.AddDirective(new KernelActionDirective("#!nuget-restore") { Description = "Packages are restored where they are asked for." }, (_, _) => Task.CompletedTask);
    }
}
