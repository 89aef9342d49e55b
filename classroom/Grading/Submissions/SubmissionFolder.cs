using System.Text.RegularExpressions;

namespace Workbook.Grading;

/// <summary>A folder of submissions: a sub-folder a student, notebooks whose names begin with the student's, or nbgrader's <c>submitted/STUDENT/ASSIGNMENT</c>.</summary>
/// <remarks>No link is followed: one may lead to another student's folder, or out of all of them.</remarks>
internal static partial class SubmissionFolder
{
    private const int Deepest = 3;
    private const long Largest = 20_000_000;

    /// <summary>All submissions, by student; what cannot be one comes with its reason.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="known">Names of the course's notebooks, which a file's name may end with.</param>
    public static IReadOnlyList<Submission> Read(string folder, IReadOnlyCollection<string> known)
    {
        var submitted = new DirectoryInfo(Path.Combine(folder, "submitted"));
        var home = submitted.Exists && submitted.LinkTarget is null ? submitted : new DirectoryInfo(folder);
        return [.. home.EnumerateFileSystemInfos().Where(entry => !IsHidden(entry)).OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(entry => Of(entry, known))];
    }

    private static IEnumerable<Submission> Of(FileSystemInfo entry, IReadOnlyCollection<string> known) => entry switch
    {
        { LinkTarget: not null } => [new(entry.Name, "", entry.FullName, "It is a symbolic link, and links are not followed.")],
        FileInfo file when IsNotebook(file) => [Opened(StudentOf(file, known), Path.GetFileNameWithoutExtension(file.Name), file)],
        FileInfo file => [new(file.Name, "", file.FullName, "It is no notebook: its name ends neither in .ipynb nor in .dib.")],
        _ => OfStudent((DirectoryInfo)entry),
    };

    private static List<Submission> OfStudent(DirectoryInfo folder)
    {
        var found = Below(folder, Deepest).Select(file => file.LinkTarget is not null
            ? new Submission(folder.Name, "", file.FullName, "It is a symbolic link, and links are not followed.")
            : Opened(folder.Name, AssignmentOf(folder, file), (FileInfo)file)).ToList();
        return found.Count > 0 ? found : [new(folder.Name, "", null, "There is no notebook in the folder.")];
    }

    // Notebooks, and links that pretend to be one or to be a folder.
    private static IEnumerable<FileSystemInfo> Below(DirectoryInfo folder, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !IsHidden(entry)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
            if (entry.LinkTarget is not null || entry is FileInfo file && IsNotebook(file)) yield return entry;
            else if (entry is DirectoryInfo deeper && depth > 1)
                foreach (var below in Below(deeper, depth - 1)) yield return below;
    }

    // An empty file is not opened: a pipe or a device has no length either, and reading one may never end.
    private static Submission Opened(string student, string assignment, FileInfo file) => new(student, assignment, file.FullName, file.Length switch
    {
        0 => "The file is empty.",
        > Largest => $"The file has {file.Length / 1_000_000:N0} MB, and at most {Largest / 1_000_000} are read.",
        _ => null,
    });

    private static string AssignmentOf(DirectoryInfo student, FileSystemInfo file) =>
        Path.GetRelativePath(student.FullName, file.FullName).Split(Path.DirectorySeparatorChar) is [var assignment, _, ..] ? assignment : Path.GetFileNameWithoutExtension(file.Name);

    private static string StudentOf(FileInfo file, IReadOnlyCollection<string> known)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var ending = known.Where(course => name.Length > course.Length && name.EndsWith(course, StringComparison.OrdinalIgnoreCase)).MaxBy(course => course.Length);
        var student = (ending is null ? NumberAtTheEnd().Replace(name, "") : name[..^ending.Length]).TrimEnd('-', '_', ' ', '.');
        return student == "" ? name : student;
    }

    private static bool IsNotebook(FileInfo file) => file.Extension.ToLowerInvariant() is ".ipynb" or ".dib";

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.');

    [GeneratedRegex(@"(?<=.)[-_ ]\d\d$")]
    private static partial Regex NumberAtTheEnd();
}
