using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Commands;

namespace Workbook.Kernel.Interactive;

/// <summary>A submission that the interactive package leaves in one piece.</summary>
/// <remarks>
/// It takes code apart where a line begins with <c>#!</c> or <c>#r</c>, also inside a string or a comment, and forgets which line a piece
/// began at. Cells are taken apart by <see cref="CellText"/>. What the package has taken apart carries a syntax node and is not
/// taken apart again: an empty one says that of a whole cell.
/// </remarks>
internal static class WholeSubmission
{
    private static readonly FieldInfo? node = typeof(SubmitCode).GetField("<SyntaxNode>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
    private static readonly object? empty = typeof(SubmitCode).Assembly.GetType("Microsoft.DotNet.Interactive.Parsing.LanguageNode") is { } type ? RuntimeHelpers.GetUninitializedObject(type) : null;

    /// <summary>Code for one kernel.</summary>
    public static SubmitCode Of(string code, string kernel)
    {
        var command = new SubmitCode(code, kernel);
        node?.SetValue(command, empty);
        return command;
    }
}
