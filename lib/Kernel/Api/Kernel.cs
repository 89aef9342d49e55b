using Microsoft.AspNetCore.Html;
using Workbook.Display;
using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every cell can call by its bare name.</summary>
public static class Kernel
{
    /// <summary>Shows a value; the handle replaces it in place. MIME types, if any, say in which formats. What is shown already is not shown again.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value as DisplayedValue ?? DisplayedValue.Show(value, mimeTypes);

    /// <summary>Text that is HTML.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Text that is Markdown.</summary>
    public static Markup Markdown(string content) => new("text/markdown", content);

    /// <summary>Text that is LaTeX: <c>$$…$$</c>.</summary>
    public static Markup Latex(string content) => new("text/latex", content);

    /// <summary>Shows a picture made of SVG text.</summary>
    public static Markup SVG(string content) => new("image/svg+xml", content);

    /// <summary>Runs a script in the page, once: also where it is written <c>display(Javascript("…"))</c>.</summary>
    public static DisplayedValue Javascript(string code) => display(new Markup("application/javascript", code));

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

    /// <summary>Asks the person at the front end for a line, with the prompt at the box where it is typed.</summary>
    /// <exception cref="InvalidOperationException">Nobody is there to answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => Task.FromResult(Ask(prompt, typeHint == "password"));

    /// <summary>Asks for a line that is not seen while it is typed, nor when the value is shown.</summary>
    /// <exception cref="InvalidOperationException">Nobody is there to answer.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Ask(prompt, password: true)));

    private static string Ask(string prompt, bool password) => Screen.Current is ICellOutput output
        ? output.ReadLine(prompt, password)
        : throw new InvalidOperationException("No front end is there that could be asked for input.");
}
