using System.Text.Json.Nodes;
using Workbook.Grading;
using Workbook.Kernel.Notebooks;
using Workbook.Rooms.Tests;

namespace Workbook.Classroom.Tests;

/// <summary>The pieces of grading, without a sandbox.</summary>
public sealed class PiecesTests
{
    private static readonly HashSet<string> none = [];

    [Fact]
    public void A_cell_is_taken_apart_into_answer_and_check()
    {
        var code = new CellCode("int A() => throw new NotImplementedException();\nint B() => 1;\nCheck.Equal(\"t.A\", () => A(), B(), \"?\");\nB()");
        Assert.Equal(["int A() => throw new NotImplementedException();"], code.Scaffold.Select(member => member.ToString()));
        Assert.Equal(["t.A"], code.Judged);
        Assert.Equal("int A() => throw new NotImplementedException();\nint B() => 1;\n\nB()", code.Without(code.Checks));
        Assert.Contains("Check.Equal(\"other\", () => A()", CellCode.Renamed(code.Text, "t.A", "other"));
    }

    [Theory]
    [InlineData("class Check { }", "declares Check")]
    [InlineData("class C\\u0068eck { }", "declares Check")]
    [InlineData("using Check = System.Math;", "declares Check")]
    [InlineData("class Box { public class Check { } }", "declares Check")]
    [InlineData("var v = new Workbook.Course.Verdict(\"\", default, \"\", \"\");", "names Verdict")]
    [InlineData("int wanted = 7;", "declares wanted, which the check uses")]
    [InlineData("class Math { }", "declares Math, which the check uses")]
    [InlineData("display(null, \"application/vnd.workbook.check+json\");", "mentions vnd.workbook")]
    [InlineData("// my plan\nint Answer() { var wanted = 3; return wanted; }", null)]
    [InlineData("double tolerance = 1, x = 2; int Abs() => 1;", null)]
    [InlineData("int Own() => 1; Console.WriteLine(Own());", null)]
    public void What_means_the_judge_is_a_sign_and_what_means_the_exercise_is_none(string code, string? sign)
    {
        var check = new CellCode("Check.Close(\"t.A\", () => Answer(), Math.Abs(wanted), tolerance: 1, x => x);");
        Assert.Equal(sign is null ? [] : [sign], Tampering.Signs(new(code), check, new HashSet<string> { "Answer" }));
        if (sign is not null && !sign.Contains("uses", StringComparison.Ordinal)) Assert.Equal([sign], Tampering.Signs(new(code), null, none));
    }

    [Theory]
    [InlineData("../../etc", "__.._etc")]
    [InlineData("..", "_")]
    [InlineData(".hidden", "_hidden")]
    [InlineData("a/b\0c", "a_b_c")]
    [InlineData("Zoë Müller-猫", "Zoë Müller-猫")]
    [InlineData("", "_")]
    public void A_name_is_never_a_path(string name, string expected) => Assert.Equal(expected, Files.Safe(name));

    [Fact]
    public void Pages_hold_what_students_wrote_as_text_and_nothing_from_elsewhere()
    {
        var exercise = new ExerciseResult { Exercise = "t.A", Name = "t.A", Verdict = "failed", Worth = 1, Code = "<script>alert(1)</script>", Finding = "<img src=x onerror=y>", Printed = "</pre><script>" };
        var result = new SubmissionResult { Student = "<b>eve</b>", Assignment = "", File = "x", Notebook = "01", Exercises = [exercise], Remarks = ["<i>"] };
        foreach (var page in (string[])[Page.Of(result), Page.Index([(result, "a\"b/#.html")])])
        {
            Assert.DoesNotMatch("<script|<img|<b>eve|<i>|https?:|a\"b", page);
            Assert.Contains("&lt;b&gt;eve", page);
            Assert.Contains("viewport", page);
        }
    }

    [Fact]
    public void Tables_hold_no_formulas()
    {
        var result = new SubmissionResult { Student = "=1+1", Assignment = "", File = "@x", Problem = "-2, \"no\"" };
        Assert.Equal("student,notebook,exercise,verdict,points,finding,seconds\n\"'=1+1\",\"'@x\",,not graded,,\"'-2, \"\"no\"\"\",0\n", Tables.Grades([result]));
    }

    [Fact]
    public void A_summary_has_a_row_a_student_with_the_best_of_several_submissions()
    {
        SubmissionResult Of(string student, params string[] verdicts) => new()
        {
            Student = student,
            Assignment = "",
            File = "x",
            Notebook = "01",
            Exercises = [.. verdicts.Select((verdict, place) => new ExerciseResult { Exercise = $"e{place}", Name = $"e{place}", Verdict = verdict, Worth = 2 })],
        };
        Assert.Equal("student,e0,e1,total\nada,2,2,4\nbob,0,0,0\n", Tables.Summary([Of("ada", "passed", "failed"), Of("ada", "failed", "passed"), Of("bob", "tampered", "stopped")]));
    }

    [Fact]
    public void A_released_notebook_has_nbgrader_s_metadata_on_its_exercises_and_no_outputs()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.ipynb");
        File.WriteAllText(file, Release.Of(Notebook.Read(Repository.At("notebooks", "01-autoencoders.ipynb"))));
        var cells = Notebook.Read(file).Cells.Where(cell => cell.IsCode).ToList();
        File.Delete(file);
        Assert.All(cells, cell => Assert.Empty(cell.Outputs));
        var noted = cells.Select(cell => cell.Metadata["nbgrader"]).OfType<JsonObject>().ToList();
        Assert.Equal(cells.Count(cell => cell.Exercise is not null), noted.Count);
        Assert.Equal(noted.Count, noted.Select(note => (string)note["grade_id"]!).Distinct().Count());
        Assert.All(noted, note => Assert.Equal((true, true, false, 3, "code", 1.0),
            ((bool)note["grade"]!, (bool)note["solution"]!, (bool)note["locked"]!, (int)note["schema_version"]!, (string)note["cell_type"]!, (double)note["points"]!)));
    }

    [Theory]
    [InlineData("", "wants a folder")]
    [InlineData("FOLDER FOLDER", "one folder")]
    [InlineData("nowhere-at-all", "there is no folder")]
    [InlineData("FOLDER --nonsense", "takes no '--nonsense'")]
    [InlineData("FOLDER --out", "--out wants a folder")]
    [InlineData("FOLDER --jobs many", "--jobs wants a whole number")]
    [InlineData("FOLDER --jobs 1.5", "--jobs wants a whole number")]
    [InlineData("FOLDER --timeout 0", "--timeout wants seconds")]
    [InlineData("FOLDER --memory --again", "--memory wants gigabytes")]
    [InlineData("--release 01", "--out")]
    public void A_mistyped_call_is_told_what_was_wanted(string arguments, string wanted) =>
        Assert.Contains(wanted, Options.Parse([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "FOLDER" ? AppContext.BaseDirectory : word)], out _));
}
