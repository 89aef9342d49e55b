using System.Globalization;

namespace Workbook.Grading;

/// <summary>What a process and all that it started use, as the system tells it from outside.</summary>
/// <param name="Processes">How many there are beside bubblewrap's own two.</param>
/// <param name="Memory">Bytes in memory, all together.</param>
internal sealed record ProcessTree(int Processes, long Memory)
{
    /// <summary>Looks at all processes once.</summary>
    public static ProcessTree Of(int root)
    {
        var children = new Dictionary<int, List<int>>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id) && ParentOf(id) is { } parent)
                (children.TryGetValue(parent, out var known) ? known : children[parent] = []).Add(id);
        var (below, waiting) = (new List<int>(), new Stack<int>([root]));
        while (waiting.TryPop(out var next))
            foreach (var child in children.GetValueOrDefault(next, []))
            {
                below.Add(child);
                waiting.Push(child);
            }
        return new(Math.Max(0, below.Count - 1), below.Sum(Resident));
    }

    // "12 (name with) blanks) S 4 …": the name may hold anything, so what follows it is counted from its end.
    private static int? ParentOf(int id) => Text(id, "stat") is { } text && text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var parent, ..]
        ? int.Parse(parent, CultureInfo.InvariantCulture)
        : null;

    private static long Resident(int id) => Text(id, "statm")?.Split(' ') is [_, var pages, ..] ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    // A process may end while it is looked at.
    private static string? Text(int id, string file)
    {
        try { return File.ReadAllText($"/proc/{id}/{file}"); }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException) { return null; }
    }
}
