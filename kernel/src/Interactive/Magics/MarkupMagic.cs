using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!html</c>, <c>#!markdown</c>, <c>#!javascript</c>, <c>#!mermaid</c>: the lines below it are shown as what they are.</summary>
/// <param name="name">As it is written.</param>
/// <param name="alias">Its shorter name, or null.</param>
/// <param name="does">What it does, for the list.</param>
/// <param name="mimeType">What the lines are.</param>
internal sealed class MarkupMagic(string name, string? alias, string does, string mimeType) : Magic
{
    /// <summary>JupyterLab's own name for diagrams in Mermaid, from version 4.1 on.</summary>
    public const string Mermaid = "text/vnd.mermaid";

    /// <summary>One for each kind.</summary>
    public static MarkupMagic[] Each() =>
    [
        new("#!html", null, "shows the lines below it as HTML", "text/html"),
        new("#!markdown", "#!md", "shows the lines below it as Markdown", "text/markdown"),
        new("#!javascript", "#!js", "shows the lines below it as JavaScript", "application/javascript"),
        new("#!mermaid", null, "draws the diagram that the lines below it describe", Mermaid),
    ];

    public override string Name => name;
    public override string[] Aliases => alias is null ? [] : [alias];
    public override string Help => alias is null ? $"{name} {does}" : $"{name} ({alias}) {does}";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var text = mimeType == "text/markdown" ? call.Block.Text : string.Join('\n', call.Block.Text.Split('\n').Select((line, i) => Line(call, line, call.Block.Line + 1 + i)));
        return MimeBundle.Plain(text).With(mimeType, text);
    }

    // A script gets the value, as JSON, on the line of the magic; nothing else here has variables.
    private string Line(MagicCall call, string line, int number)
    {
        var sharing = Array.Find<Magic>([new ShareMagic(), new SetMagic()], magic => line.TrimStart().StartsWith(magic.Name + " ", StringComparison.Ordinal));
        if (sharing is null) return line;
        var there = call with { Block = new(sharing, line.TrimStart()[sharing.Name.Length..].Trim(), "", number, call.Block.Language) };
        if (mimeType != "application/javascript") throw there.Fail($"{name} has no variables: {sharing.Name} has nothing to declare there. A cell of code can put a value into a page, by HTML($\"…\").");
        var (variable, value) = sharing is ShareMagic ? ShareMagic.Find(there) : SetMagic.Find(there);
        return $"var {variable} = {Json(there, value.Value)};";
    }

    private static string Json(MagicCall call, object? value)
    {
        try
        {
            return value is null ? "null" : value.ToDisplayString("application/json").Replace("<", "\\u003c", StringComparison.Ordinal);          // a page may hold the script
        }
        catch (Exception problem) when (problem is NotSupportedException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            throw call.Fail($"The value cannot be written as JSON: {problem.Message}");
        }
    }
}
