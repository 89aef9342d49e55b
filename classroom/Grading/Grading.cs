using System.Collections.Concurrent;
using System.Globalization;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>The command: a folder of submissions becomes tables and pages.</summary>
internal sealed class Grading(Options options)
{
    private readonly Files files = new(options.Out ?? Path.GetFullPath("grades"));
    private readonly Lock gate = new();

    /// <summary>0 when every submission was graded, 1 when one could not be.</summary>
    public int Run()
    {
        var course = CourseNotebook.All(options.Notebooks, Copies());
        var submissions = SubmissionFolder.Read(options.Folder, [.. course.Select(notebook => notebook.Notebook.Name)]);
        if (submissions.Count == 0) return Failed("there is no submission in the folder.");
        if (Bubblewrap.Problem() is { } problem) return Failed(problem);
        files.Name(submissions);
        var grader = new Grader(course, new(options.Root, options.Kernel, options.Notebooks, !options.Full), options.Limits, options.OwnCells);
        var results = new ConcurrentDictionary<Submission, SubmissionResult>();
        Parallel.ForEach(Partitioner.Create(submissions, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, submission =>
        {
            var (result, isKnown) = Grade(grader, submission);
            results[submission] = result;
            lock (gate)
            {
                Console.WriteLine($"[{results.Count}/{submissions.Count}] {Line(result)}{(isKnown ? "  (graded before)" : "")}");
                Write([.. submissions.Where(results.ContainsKey).Select(done => (done, results[done]))]);
            }
        });
        Console.WriteLine(Path.Combine(files.Folder, "index.html"));
        return results.Values.All(result => result.Problem is null) ? 0 : 1;
    }

    /// <summary>Writes a notebook for students, with nbgrader's metadata.</summary>
    public int WriteRelease()
    {
        var found = Directory.EnumerateFiles(options.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).FirstOrDefault(file =>
            Path.GetFileNameWithoutExtension(file) is var name && (name == options.Release || name.StartsWith($"{options.Release!.PadLeft(2, '0')}-", StringComparison.Ordinal)));
        if (found is null) return Failed($"there is no notebook {options.Release}.");
        files.Write(Path.GetFileName(found), Release.Of(Notebook.Read(found)));
        Console.WriteLine(Path.Combine(files.Folder, Path.GetFileName(found)));
        return 0;
    }

    private (SubmissionResult Result, bool IsKnown) Grade(Grader grader, Submission submission)
    {
        var key = grader.KeyOf(submission) + (options.Nbgrader ? " executed" : "");
        if (!options.Again && files.Known(submission, key) is { } known) return (known, true);
        var file = submission.Path is { } path ? Path.GetRelativePath(options.Folder, path) : "";
        var result = grader.Grade(submission, file, options.Nbgrader ? (_, notebook) => files.Write(files.ExecutedOf(submission), notebook.ToText()) : null);
        files.Write(files.PageOf(submission), Page.Of(result));
        files.Keep(submission, key, result);
        return (result, false);
    }

    // After every submission: whoever breaks off has the tables of those that were graded.
    private void Write(IReadOnlyList<(Submission Submission, SubmissionResult Result)> results)
    {
        files.Write("grades.csv", Tables.Grades(results.Select(row => row.Result)));
        files.Write("summary.csv", Tables.Summary([.. results.Select(row => row.Result)]));
        files.Write("index.html", Page.Index([.. results.Select(row => (row.Result, files.PageOf(row.Submission)))]));
    }

    // nbgrader keeps the lecturer's own copies beside what was submitted.
    private IEnumerable<string> Copies() => from name in (string[])["source", "release"]
                                            let folder = Path.Combine(options.Folder, name)
                                            where Directory.Exists(folder)
                                            from file in Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
                                            select file;

    private static string Line(SubmissionResult result) => Clean(result.Problem is { } problem
        ? $"{result.Student}: not graded. {problem}"
        : string.Create(CultureInfo.InvariantCulture, $"{result.Student}: {result.Notebook}, {result.Points:0.##} of {result.Worth:0.##} points, {result.Seconds:0.0} s, {result.Gigabytes:0.0} GB{Marked(result)}"));

    private static string Marked(SubmissionResult result) =>
        string.Concat(result.Exercises.Where(exercise => exercise.Verdict is Outcomes.Tampered or Outcomes.Stopped).Select(exercise => $", {exercise.Name} {exercise.Verdict}"));

    // Names of files may hold what moves a terminal's cursor.
    private static string Clean(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? '?' : sign));

    private static int Failed(string sentence)
    {
        Console.Error.WriteLine($"workbook: {sentence}");
        return 1;
    }
}
