using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Answers run in place of the scaffolds of exercises, under the notebook's own checks.</summary>
public sealed class SolutionsTests : IDisposable
{
    private const string Answer = "// %% 01.compute\nint Twice(int x) => 2 * x;";

    // What the library's checks are to a notebook of the course.
    private const string Checker = "static class Check { public static void That(object found) => display($\"found {found}\"); }";

    private const string Exercise = """
        int Twice(int x)
        {
            // 1. Double it.
            throw new NotImplementedException("Replace this line.");
        }
        var forty = 40;
        int Half(int x) => throw new NotImplementedException("Replace this line.");
        Check.That(Twice(forty + 2));
        """;

    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void An_answer_stands_where_the_scaffold_stood_and_all_else_stays() =>
        Assert.Equal("int Twice(int x) => 2 * x;\nvar forty = 40;\nCheck.That(Twice(forty + 2));", Of(Exercise, Answer).Replace("\r", ""));

    [Fact]
    public void Each_exercise_gets_its_own_answer_and_other_cells_none()
    {
        const string Answers = "// Answers.\n\n// %% 01.recall\nint A() => 1;\n\n// %% 01.compute  why\nint A() => 2;\n// done\n";
        Assert.Equal("int A() => 1; Check.That(A());", Of("int A() => throw new NotImplementedException(); Check.That(A());", Answers, "01.recall"));
        Assert.Equal("int A() => 2;\n// done Check.That(A());", Of("int A() => throw new NotImplementedException(); Check.That(A());", Answers));
        Assert.Equal(Exercise, Of(Exercise, Answers, "01.other"));
        Assert.Equal(Exercise, Of(Exercise, Answers, exercise: null));
    }

    [Fact]
    public void The_check_of_the_notebook_judges_and_the_source_is_kept()
    {
        var (code, said, cells) = Run(Answer, Exercise, "Twice(3)");
        Assert.True(code == 0, said);
        Assert.Equal(["found 84", "6"], cells.Skip(1).Select(cell => NotebookJson.Joined(cell.Outputs[0]!["data"]!["text/plain"])));
        Assert.Contains("Replace this line", cells[1].Source);
    }

    [Theory]
    [InlineData("1 + 1", Answer, "exercise 01.compute: nothing in its cell throws a NotImplementedException, so there is no place for an answer.")]
    [InlineData("int Twice(int x) => throw new NotImplementedException();", Answer, "exercise 01.compute: no statement of its cell begins with Check. outside the scaffold, so nothing would judge the answer.")]
    [InlineData(Exercise, Answer + "\nCheck.That(4);", "the solution of 01.compute has a Check. of its own; the check stands once, in the notebook.")]
    public void What_cannot_be_answered_or_judged_ends_the_run_with_a_sentence(string cell, string answers, string sentence)
    {
        var (code, said, _) = Run(answers, cell);
        Assert.Equal((1, $"workbook-kernel: {sentence}"), (code, said.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public void Every_answer_may_be_tried_in_one_session_the_one_that_is_not_on_trial_last()
    {
        const string Others = "\n\n// %% 01.compute wrong: adds\nint Twice(int x) => x + 2;\n\n// %% 01.compute wrong: does not compile\nint Twice(int x) => y;";
        var (code, said, cells) = Run(["--every-answer"], Answer + Others + "\n\n// %% 01.compute right\nint Twice(int x) => x + x;", Exercise, "Twice(3)");
        Assert.True(code == 0, said);
        Assert.Equal(
            ["// %% 01.compute wrong: adds", "found 44", "// %% 01.compute wrong: does not compile", "CompileError", "// %% 01.compute right", "found 84", "// %% 01.compute", "found 84"],
            cells[1].Outputs.Select(output => (string?)output!["ename"] ?? NotebookJson.Joined(output["text"] ?? output["data"]!["text/plain"]).Trim()));
        Assert.Equal("6", NotebookJson.Joined(cells[2].Outputs[0]!["data"]!["text/plain"]));
    }

    [Fact]
    public void Answers_on_trial_do_not_run_unless_they_are_asked_for() =>
        Assert.Equal("int Twice(int x) => 2 * x;\nvar forty = 40;\nCheck.That(Twice(forty + 2));", Of(Exercise, Answer + "\n\n// %% 01.compute wrong\nint Twice(int x) => x;"));

    private string Of(string source, string answers, string? exercise = "01.compute") =>
        Assert.Single(ExerciseCell.Attempts(Notebook.Read(example.Write(Example.Code(source, Named(exercise)))).Cells[0], Solutions.Parse(answers))).Source;

    private (int Code, string Said, IReadOnlyList<NotebookCell> Cells) Run(string answers, string exercise, params string[] after) => Run([], answers, exercise, after);

    private (int Code, string Said, IReadOnlyList<NotebookCell> Cells) Run(string[] options, string answers, string exercise, params string[] after)
    {
        var folder = Directory.CreateDirectory(Path.Combine(example.Folder, "solutions")).FullName;
        File.WriteAllText(Path.Combine(folder, "example.cs"), answers);
        var path = example.Write([Example.Code(Checker), Example.Code(exercise, Named("01.compute")), .. after.Select(source => Example.Code(source))]);
        var (code, said) = ChildKernel.Run("notebook", ["run", path, "--out", Path.Combine(example.Folder, "out"), "--solutions", folder, .. options]);
        var executed = Path.Combine(example.Folder, "out", "example.ipynb");
        return (code, said, File.Exists(executed) ? Notebook.Read(executed).Cells : []);
    }

    private static JsonObject Named(string? exercise) => new() { ["workbook"] = new JsonObject { ["exercise"] = exercise } };
}
