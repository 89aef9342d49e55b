using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>The text of every cell and loaded file, by the name that errors call it: <c>Cell 3</c>, <c>workbook.csx</c>.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, SourceText> texts = [];

    /// <summary>Keeps a text, in place of an earlier one of that name.</summary>
    public void Put(string name, string text)
    {
        lock (texts) texts[name] = SourceText.From(text);
    }

    /// <summary>The text of that name; a path is looked up by its last part, since the debug information may have made it absolute.</summary>
    public SourceText? Find(string? name)
    {
        if (name is null) return null;
        lock (texts) return texts.GetValueOrDefault(name) ?? texts.GetValueOrDefault(Path.GetFileName(name));
    }
}
