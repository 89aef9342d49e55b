using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>Grades submissions, each by itself.</summary>
/// <param name="course">The course's notebooks.</param>
/// <param name="place">What the sandbox shows.</param>
/// <param name="limits">What a submission may use.</param>
/// <param name="ownCells">Whether changed cells of the course run as the student has them.</param>
internal sealed class Grader(IReadOnlyList<CourseNotebook> course, Place place, Limits limits, bool ownCells)
{
    private readonly string settings = $"{limits} {ownCells} {place.Smoke} {place.Data} {Print(place.Kernel)} {Print(Path.Combine(place.Library, "Workbook.Course.dll"))} {typeof(Grader).Module.ModuleVersionId} "
        + string.Join(' ', course.Select(notebook => Print(notebook.Notebook.FilePath) + string.Join(' ', notebook.Exercises.Select(exercise => notebook.MarksOf(exercise.Name)))));

    /// <summary>What a result depends on, in 64 letters: the file, the course, the program, the limits.</summary>
    public string KeyOf(Submission submission) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings} {submission with { Path = null }} {(submission is { Problem: null, Path: { } path } ? Print(path) : "")}")));

    /// <summary>Grades one.</summary>
    /// <param name="submission">What was handed in.</param>
    /// <param name="file">What a lecturer calls the file.</param>
    /// <param name="executed">Receives the notebook with the outputs of answers and checks; null where nobody wants it.</param>
    public SubmissionResult Grade(Submission submission, string file, Action<CourseNotebook, Notebook>? executed = null)
    {
        var (watch, result) = (Stopwatch.StartNew(), new SubmissionResult { Student = submission.Student, Assignment = submission.Assignment, File = file });
        if (submission.Problem is not null) return result with { Problem = submission.Problem };
        try
        {
            var notebook = Notebook.Read(submission.Path!);
            if (CourseNotebook.AnsweredBy(notebook, course) is not { } answered) return result with { Problem = "It has no exercise of any notebook of this course." };
            var plan = new Plan(answered, notebook, ownCells);
            var trial = new Trial(plan, answered, () => new Session(place, limits), limits);
            var problem = trial.Run();
            executed?.Invoke(answered, WithOutputs(notebook, trial));
            return result with
            {
                Notebook = answered.Notebook.Name,
                Problem = problem,
                Exercises = problem is null ? [.. trial.Judgements.Select(pair => pair.Judgement.Result())] : [],
                Remarks = [.. trial.Remarks],
                Seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
                Gigabytes = Math.Round(trial.Peak / 1e9, 2),
            };
        }
        // Whatever is wrong with a file is its own affair: the next one is graded.
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            return result with { Problem = $"It cannot be read as a notebook. {wrong.Message.Replace(submission.Path!, Path.GetFileName(submission.Path), StringComparison.Ordinal)}" };
        }
    }

    private static Notebook WithOutputs(Notebook notebook, Trial trial)
    {
        var code = notebook.Cells.Where(cell => cell.IsCode).ToList();
        code.ForEach(cell => cell.Clear());
        foreach (var (exercise, judgement) in trial.Judgements.Where(pair => pair.Exercise.Place >= 0))
            code[exercise.Place].Add(new JsonArray([.. judgement.Outputs.Select(output => output.DeepClone())]));
        return notebook;
    }

    private static string Print(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
