using Workbook.Display;
using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every cell can call by its bare name.</summary>
public static class Kernel
{
    /// <summary>Shows a value; the handle replaces it in place. MIME types, if any, say in which formats.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Text that is HTML.</summary>
    public static Markup HTML(string content) => new("text/html", content);

    /// <summary>Text that is Markdown.</summary>
    public static Markup Markdown(string content) => new("text/markdown", content);

    /// <summary>Text that is LaTeX: <c>$$…$$</c>.</summary>
    public static Markup Latex(string content) => new("text/latex", content);

    /// <summary>Shows a picture made of SVG text.</summary>
    public static Markup SVG(string content) => new("image/svg+xml", content);

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string code) => display(new Markup("application/javascript", code));

    /// <summary>Adds style rules to the page.</summary>
    public static void CSS(string rules) => display(HTML($"<style>{rules}</style>"));

    /// <summary>Clears what this cell has shown: now, or when it shows something else, which does not flicker.</summary>
    public static void ClearOutput(bool wait = false) => (Screen.Current as ICellOutput)?.Clear(wait);

    /// <summary>Asks the person at the front end for a line.</summary>
    public static string Input(string prompt = "")
    {
        Console.Write(prompt);
        return Console.ReadLine() ?? "";
    }
}
