using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>A notebook of the course, as the lecturer has it: whose checks judge, and whose points count.</summary>
internal sealed class CourseNotebook
{
    private readonly Dictionary<string, (string Name, double Points)> marks;
    private readonly HashSet<string> ids;

    private CourseNotebook(Notebook notebook, IEnumerable<Notebook> copies)
    {
        Notebook = notebook;
        Cells = [.. notebook.Cells.Where(cell => cell.IsCode)];
        Exercises = [.. Cells.Where(cell => cell.Exercise is not null).Select(cell => new CourseExercise(cell.Exercise!, cell))];
        ids = [.. notebook.Cells.Select(cell => cell.Id).OfType<string>()];
        marks = Marks(copies.Append(notebook));
    }

    public Notebook Notebook { get; }
    public IReadOnlyList<NotebookCell> Cells { get; }
    public IReadOnlyList<CourseExercise> Exercises { get; }

    /// <summary>What the tables call the exercise and what it is worth: as nbgrader's metadata says, else its own name and one point.</summary>
    public (string Name, double Points) MarksOf(string exercise) => marks.GetValueOrDefault(exercise, (exercise, 1));

    /// <summary>The notebooks of a folder that have exercises.</summary>
    /// <param name="folder">The course's notebooks.</param>
    /// <param name="copies">Copies of them that the lecturer keeps with nbgrader's metadata: <c>source/</c> and <c>release/</c> beside what was submitted.</param>
    public static IReadOnlyList<CourseNotebook> All(string folder, IEnumerable<string> copies)
    {
        var released = copies.Where(File.Exists).Select(Notebook.Read).ToList();
        return [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Notebook.Read)
            .Select(notebook => new CourseNotebook(notebook, released.Where(copy => copy.Name == notebook.Name)))
            .Where(notebook => notebook.Exercises.Count > 0)];
    }

    /// <summary>The one that a submission answers: most exercises in common, and then most cells; null where it has no exercise of any.</summary>
    public static CourseNotebook? AnsweredBy(Notebook submission, IEnumerable<CourseNotebook> all)
    {
        var code = submission.Cells.Where(cell => cell.IsCode).ToList();
        var exercises = code.Select(cell => cell.Exercise).Concat(code.SelectMany(cell => new CellCode(cell.Source).Judged)).OfType<string>().ToHashSet();
        var cells = submission.Cells.Select(cell => cell.Id).OfType<string>().ToHashSet();
        return all.Select(course => (course, shared: course.Exercises.Count(exercise => exercises.Contains(exercise.Name) || exercise.Cell.Id is { } id && cells.Contains(id))))
            .Where(found => found.shared > 0)
            .OrderByDescending(found => found.shared).ThenByDescending(found => found.course.ids.Count(cells.Contains)).ThenByDescending(found => found.course.Notebook.Name == submission.Name)
            .Select(found => found.course).FirstOrDefault();
    }

    private static Dictionary<string, (string, double)> Marks(IEnumerable<Notebook> notebooks)
    {
        var marks = new Dictionary<string, (string, double)>();
        foreach (var cell in notebooks.SelectMany(notebook => notebook.Cells).Where(cell => cell.Exercise is not null))
            if (cell.Metadata["nbgrader"] is JsonObject noted && !marks.ContainsKey(cell.Exercise!))
                marks[cell.Exercise!] = ((string?)noted["grade_id"] is { Length: > 0 } name ? name : cell.Exercise!, (double?)noted["points"] ?? 1);
        return marks;
    }
}

/// <summary>An exercise of the course.</summary>
/// <param name="Name">Such as <c>01.compute</c>.</param>
/// <param name="Cell">Its cell: scaffold and check.</param>
internal sealed record CourseExercise(string Name, NotebookCell Cell)
{
    /// <summary>Its code.</summary>
    public CellCode Code { get; } = new(Cell.Source);
}
