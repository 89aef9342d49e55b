using System.Text.RegularExpressions;
using Workbook.Coverage;
using Workbook.Rooms.Tests;

namespace Workbook.Notebooks.Tests;

/// <summary>The notebooks as they are committed, their solutions and their references.</summary>
internal static partial class Course
{
    public static string Folder { get; } = Repository.At("notebooks");

    public static string Solutions { get; } = Path.Combine(Folder, "solutions");

    public static IReadOnlyList<Notebook> Notebooks { get; } = Notebook.All(Folder);

    /// <summary>The answers to a notebook's exercises, right and wrong ones, in the order of the file.</summary>
    public static IReadOnlyList<Kernel.Notebooks.Answer> AnswersTo(Notebook notebook) => Path.Combine(Solutions, notebook.Name + ".cs") is var file && File.Exists(file)
        ? Kernel.Notebooks.Solutions.Parse(File.ReadAllText(file)).Answers
        : [];

    /// <summary>The keys of references.bib.</summary>
    public static IReadOnlySet<string> Papers { get; } =
        Entry().Matches(File.ReadAllText(Path.Combine(Folder, "references.bib"))).Select(match => match.Groups[1].Value).ToHashSet();

    /// <summary>Fails with one line for each fault; a fault names its notebook and, where there is one, its cell.</summary>
    public static void MustBeEmpty(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [GeneratedRegex(@"^@\w+\{([^,\s]+)", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
