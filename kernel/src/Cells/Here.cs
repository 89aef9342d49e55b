using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Cells;

/// <summary>What every cell can call by its bare name, besides the interactive package's own.</summary>
/// <remarks>
/// <c>display(x)</c> and <c>x.Display()</c> are the package's, but theirs show one handle and return another, so that <c>Update</c> of what
/// they return never reaches what is on the screen. These have the same meaning and return the handle of what they show; the compiler prefers
/// them as they take exactly what they are given.
/// </remarks>
public static class Here
{
    static Here() => HouseFormatter.EnsureRegistered();

    /// <summary>Shows a value; the handle replaces it in place. What is shown already is not shown again.</summary>
    public static DisplayedValue display(object? value) => value as DisplayedValue ?? Show(value, []);

    /// <summary>Shows a value in one format.</summary>
    public static DisplayedValue display(object? value, string mimeType) => Show(value, [mimeType]);

    /// <summary>Shows a value in two formats.</summary>
    public static DisplayedValue display(object? value, string mimeType, string other) => Show(value, [mimeType, other]);

    /// <inheritdoc cref="display(object?)"/>
    public static DisplayedValue Display(this object? value) => display(value);

    /// <inheritdoc cref="display(object?, string)"/>
    public static DisplayedValue Display(this object? value, string mimeType) => display(value, mimeType);

    /// <inheritdoc cref="display(object?, string, string)"/>
    public static DisplayedValue Display(this object? value, string mimeType, string other) => display(value, mimeType, other);

    /// <summary>Text that is Markdown.</summary>
    public static Markup Markdown(string content) => new("text/markdown", content);

    /// <summary>Text that is LaTeX: <c>$$…$$</c>.</summary>
    public static Markup Latex(string content) => new("text/latex", content);

    /// <summary>A picture made of SVG text.</summary>
    public static Markup SVG(string content) => new("image/svg+xml", content);

    /// <summary>Clears what this cell has shown: now, or when it shows something else, which does not flicker.</summary>
    public static void ClearOutput(bool wait = false) => CurrentOutput.Now?.Clear(wait);

    /// <summary>Asks the person at the front end for a line.</summary>
    public static string Input(string prompt = "")
    {
        Console.Write(prompt);
        return Console.ReadLine() ?? "";
    }

    private static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var bundle = ValueFormatter.ToMime(value, mimeTypes);
        var formats = bundle.ToFormattedValues();
        var shown = new DisplayedValue(value, mimeTypes.Length == 0 ? formats : [.. formats.Where(format => mimeTypes.Contains(format.MimeType))]);
        if (mimeTypes.Length == 0) DisplayHandles.Free(shown.DisplayId);
        if (KernelInvocationContext.Current is { IsComplete: false } context)
            context.Publish(new Microsoft.DotNet.Interactive.Events.DisplayedValueProduced(value, context.Command, shown.FormattedValues, shown.DisplayId));
        else if (CurrentOutput.Now is { } output) output.Show(shown.DisplayId, bundle);
        else Console.WriteLine(bundle.Text);
        return shown;
    }
}

/// <summary>Text of a given MIME type, shown as what it is.</summary>
public sealed record Markup(string MimeType, string Content)
{
    /// <summary>The text itself.</summary>
    public override string ToString() => Content;
}
