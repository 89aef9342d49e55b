namespace Workbook.Grading;

/// <summary>A file that somebody handed in.</summary>
/// <param name="Student">Whose it is, as the folder or the file says.</param>
/// <param name="Assignment">The folder that it lies in below the student's, as nbgrader has it; else its own name.</param>
/// <param name="Path">Where it lies; null where there is no file.</param>
/// <param name="Problem">Why it is not even opened; null where it may be.</param>
internal sealed record Submission(string Student, string Assignment, string? Path, string? Problem = null)
{
    /// <summary>The file's name without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path) ?? "";
}
