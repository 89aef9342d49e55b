using System.Text.RegularExpressions;

namespace Workbook.Kernel.Notebooks;

/// <summary>What runs in place of the exercises of one notebook: sections of a C# file that begin with <c>// %% 01.compute</c>.</summary>
public sealed partial class Solutions
{
    private readonly Dictionary<string, string> sections = [];

    /// <summary>No solutions: every cell runs as it is.</summary>
    public static Solutions None { get; } = new();

    /// <summary>The solutions of a notebook: the file of its name in the folder; none where there is no such file.</summary>
    public static Solutions For(Notebook notebook, string folder)
    {
        var file = Path.Combine(folder, notebook.Name + ".cs");
        return File.Exists(file) ? Parse(File.ReadAllText(file)) : None;
    }

    /// <summary>Takes a file apart at its headings.</summary>
    public static Solutions Parse(string text)
    {
        var solutions = new Solutions();
        var headings = Heading().Matches(text);
        for (var i = 0; i < headings.Count; i++)
        {
            var start = headings[i].Index + headings[i].Length;
            var end = i + 1 < headings.Count ? headings[i + 1].Index : text.Length;
            solutions.sections[headings[i].Groups[1].Value] = text[start..end].Trim('\n', '\r');
        }
        return solutions;
    }

    /// <summary>The exercises that have a section.</summary>
    public IEnumerable<string> Exercises => sections.Keys;

    /// <summary>The section of an exercise, or null.</summary>
    public string? For(string? exercise) => exercise is null ? null : sections.GetValueOrDefault(exercise);

    [GeneratedRegex(@"^// %% (\S+)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
