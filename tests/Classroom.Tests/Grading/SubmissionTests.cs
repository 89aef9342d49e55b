using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Classroom.Tests;

/// <summary>What people hand in: odd folders, odd names, odd notebooks. Each gets its row, and nothing outside is touched or followed.</summary>
public sealed class SubmissionTests : IDisposable
{
    private static readonly string[] exercises = ["Half", "Fix", "Last"];
    private readonly GradingRun run = new();

    public void Dispose() => run.Dispose();

    [SkippableFact]
    public void Every_submission_gets_its_row_and_what_cannot_be_graded_a_reason()
    {
        Needs.Sandbox();
        run.Put(run.Course, "01-small.ipynb", Course());
        run.Put(run.Course, "02-other.ipynb", SmallCourse.Notebook("Another"));
        run.Put(run.Submissions, "ada-01-small.ipynb", SmallCourse.Answered(("Half", "42"), ("Fix", "41"), ("Last", "static int Last() => 42;")));
        run.Put(run.Submissions, "Bücher & 猫/my work.ipynb", SmallCourse.Answered(("Another", "42")));
        run.Put(run.Submissions, "=cmd|' -x'!A1/01-small.ipynb", SmallCourse.Answered(("Half", "Missing")));
        run.Put(run.Submissions, "broken.ipynb", "{ \"cells\": [ ");
        run.Put(run.Submissions, "strange.ipynb", "{ \"cells\": [ 1, { \"source\": 3 } ], \"nbformat\": 4 }");
        run.Put(run.Submissions, "elsewhere/x.ipynb", SmallCourse.Whole([SmallCourse.Code("a", "1 + 1")]));
        run.Put(run.Submissions, "essay.txt", "no notebook");
        run.Put(run.Submissions, "nothing.ipynb", "");
        Directory.CreateDirectory(Path.Combine(run.Submissions, "empty"));
        var secret = run.Put(Path.Combine(run.Submissions, "..", "outside"), "secret.ipynb", SmallCourse.Answered(("Half", "42")));
        File.CreateSymbolicLink(Path.Combine(run.Submissions, "eve.ipynb"), secret);
        Directory.CreateSymbolicLink(Path.Combine(run.Submissions, "ada-01-small.ipynb-folder"), Path.GetDirectoryName(secret)!);

        Assert.True(run.Grade() == 1, run.Said);

        var lines = File.ReadAllLines(Path.Combine(run.Out, "grades.csv"));
        Assert.Contains("ada,01-small,t.Half,passed,1,,", string.Join('\n', lines));
        Assert.Contains(lines, line => line.StartsWith("ada,01-small,t.Fix,failed,0,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("ada,01-small,t.Last,passed,1,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Bücher & 猫,02-other,t.Another,passed,1,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("\"'=cmd|' -x'!A1\",01-small,t.Half,failed,0,", StringComparison.Ordinal) && line.Contains("CS0103"));
        foreach (var (file, reason) in ((string, string)[])[("broken", "not JSON"), ("strange", "cannot be read"), ("elsewhere", "no exercise"), ("essay.txt", "no notebook"), ("nothing", "empty"), ("empty", "no notebook in the folder"), ("eve.ipynb", "not followed"), ("ada-01-small.ipynb-folder", "not followed")])
            Assert.Contains(lines, line => line.StartsWith($"{file},", StringComparison.Ordinal) && line.Contains("not graded") && line.Contains(reason));
        Assert.All(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(run.Out)!).Select(Path.GetFileName), name => Assert.Contains(name, (string[])["submissions", "grades", "course", "outside"]));
        Assert.Contains("student,t.Half,t.Fix,t.Last,t.Another,total", File.ReadAllText(Path.Combine(run.Out, "summary.csv")));
    }

    [SkippableFact]
    public void A_student_s_cells_are_found_by_what_they_are_and_changed_cells_of_the_course_run_as_the_course_has_them()
    {
        Needs.Sandbox();
        run.Put(run.Course, "01-small.ipynb", Course());
        var (lost, twice, mask) = (SmallCourse.Cells(("Half", "Twenty() + 22"), ("Fix", "wanted"), ("Last", "42")), SmallCourse.Cells(("Half", "1")), SmallCourse.Cells(("Half", "42"), ("Fix", "42")));
        lost[0]["source"] = (string)lost[0]["source"]! + "\nwanted = 7;\nint Twenty() => 20;";
        foreach (var cell in lost)
        {
            cell.Remove("id");
            cell["metadata"] = new JsonObject();
        }
        twice.Insert(1, SmallCourse.Code("own", "int Helper() => 21;"));
        twice.Add(SmallCourse.Exercise("Half", "int Half() => 2 * Helper();"));
        twice.Add(SmallCourse.Exercise("Half", "int Half() => throw new NotImplementedException();"));
        twice.Add(SmallCourse.Exercise("Fix", "let Fix () = 42"));
        twice[^1]["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = "fsharp" };
        mask.Insert(1, SmallCourse.Code("mask", "static class Check { public static void Equal(string name, params object[] rest) => Console.WriteLine(name); }"));
        run.Put(run.Submissions, "lost.ipynb", SmallCourse.Whole(lost));
        run.Put(run.Submissions, "twice.ipynb", SmallCourse.Whole(twice));
        run.Put(run.Submissions, "mask.ipynb", SmallCourse.Whole(mask));

        Assert.True(run.Grade() == 0, run.Said);

        Assert.Equal(["passed", "passed", "passed"], exercises.Select(name => run.Of("lost/lost", name).Verdict));
        Assert.Contains("cell 1 was changed", run.Result("lost/lost")["Remarks"]!.ToJsonString());
        Assert.Equal(["passed", "not judged", "missing"], exercises.Select(name => run.Of("twice/twice", name).Verdict));
        Assert.Contains("3 cells answer this exercise", run.Result("twice/twice").ToJsonString());
        Assert.Equal("tampered", run.Of("mask/mask", "Half").Verdict);
        Assert.Contains("declares Check (the student's cell 2)", run.Of("mask/mask", "Half").Finding.Replace("\u0027", "'", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_second_run_grades_only_what_is_new_or_changed_and_nbgrader_s_folders_give_points_and_executed_notebooks()
    {
        Needs.Sandbox();
        run.Put(run.Course, "01-small.ipynb", Course());
        var (release, answer) = (SmallCourse.Cells(("Half", "0"), ("Fix", "0"), ("Last", "0")), SmallCourse.Cells(("Half", "42")));
        release[1]["metadata"]!["nbgrader"] = new JsonObject { ["grade_id"] = "half", ["points"] = 2.5, ["grade"] = true, ["solution"] = true, ["locked"] = false, ["schema_version"] = 3 };
        run.Put(run.Submissions, "release/week1/01-small.ipynb", SmallCourse.Whole(release));
        answer[1]["metadata"]!["nbgrader"] = new JsonObject { ["grade_id"] = "mine", ["points"] = 1000 };
        run.Put(run.Submissions, "submitted/ada/week1/01-small.ipynb", SmallCourse.Whole(answer));
        Assert.True(run.Grade("--nbgrader") == 0, run.Said);
        Assert.Contains("ada,01-small,half,passed,2.5,", File.ReadAllText(Path.Combine(run.Out, "grades.csv")));
        var executed = Notebook.Read(Path.Combine(run.Out, "autograded", "ada", "week1", "01-small.ipynb")).Cells[1];
        Assert.Equal("mine", (string?)executed.Metadata["nbgrader"]!["grade_id"]);
        Assert.Contains("passed", executed.Outputs.ToJsonString());

        run.Put(run.Submissions, "submitted/bob/week1/01-small.ipynb", SmallCourse.Answered(("Half", "41")));
        Assert.True(run.Grade("--nbgrader") == 0, run.Said);
        Assert.Equal([true, false], run.Said.Split('\n')[..2].Select(line => line.Contains("graded before", StringComparison.Ordinal)));
        run.Put(run.Submissions, "submitted/ada/week1/01-small.ipynb", SmallCourse.Answered(("Half", "40")));
        Assert.True(run.Grade("--nbgrader") == 0, run.Said);
        Assert.Equal([false, true], run.Said.Split('\n')[..2].Select(line => line.Contains("graded before", StringComparison.Ordinal)));
        Assert.Equal("failed", run.Of("ada/01-small", "Half").Verdict);
    }

    private static JsonObject Course() => SmallCourse.Notebook(exercises);
}
