namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class ErrorTests : IDisposable
{
    private readonly Session session = new();
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_compile_error_names_code_line_and_column_and_points_at_the_place()
    {
        var error = session.Error("var x = 1;\nvar y = x + unknown;");
        Assert.Equal("CompileError", error.Name);
        Assert.StartsWith("CS0103: ", error.Message);
        Assert.Equal("""
            CS0103: The name 'unknown' does not exist in the current context
              at Cell 1, line 2, column 13
                    1 var x = 1;
            ---->   2 var y = x + unknown;
                                  ^
            """, Session.Plain(error));
    }

    [Fact]
    public void A_warning_names_its_place_as_written_and_does_not_stop_the_cell()
    {
        Assert.Equal("3", session.Value("int Two() { while (true) return 2; return 9; }\nTwo() + 1"));
        Assert.Equal("""
            warning CS0162: Unreachable code detected
              at Cell 1, line 1, column 36
            ---->   1 int Two() { while (true) return 2; return 9; }
                                                         ^
                    2 Two() + 1

            """, Ansi.Without(string.Concat(session.Streams)));
    }

    [Theory]
    [InlineData("#pragma warning disable CS0162\nint Two() { return 2; return 9; }")]
    [InlineData("var unused = 1;\nfor (var i = 0; i < 3; i++) { var square = i * i; Console.Write(square > 9 ? \"\" : \"\"); }")]
    [InlineData("using System;\nusing System;\nstring? maybe = null;\nasync Task<int> Later() { await Task.Delay(1); return 1; }\nawait Later()")]
    [InlineData("while (true) { break; }\nFunc<int, int> f = x => x + 1;\nf(1)")]
    [InlineData("class Point { public double X, Y; }\nnew Point().X")]
    public void What_a_cell_may_well_say_is_not_warned_of(string code)
    {
        session.Value(code);
        Assert.Empty(string.Concat(session.Streams));
    }

    [Fact]
    public void Several_compile_errors_are_one_error_in_the_order_of_the_text()
    {
        var text = Session.Plain(session.Error("a();\nb();"));
        Assert.InRange(text.IndexOf("'a'"), 0, text.IndexOf("'b'"));
    }

    [Fact]
    public void A_thrown_exception_names_cell_and_line_and_shows_the_line()
    {
        session.Value("1");
        var error = session.Error("var x = 1;\nvar y = 0;\nConsole.Write(\"\");\nvar z = x / y;\nvar w = 2;");
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal("""
            DivideByZeroException: Attempted to divide by zero.
              at Cell 2, line 4
                    2 var y = 0;
                    3 Console.Write("");
            ---->   4 var z = x / y;
                    5 var w = 2;
            """, Session.Plain(error));
    }

    [Theory]
    [InlineData("void Fail()\n{\n    throw new InvalidOperationException(\"no\");\n}\nFail();", "line 3, in Fail", "line 5")]
    [InlineData("async Task Fail()\n{\n    await Task.Yield();\n    throw new InvalidOperationException(\"no\");\n}\nawait Fail();", "line 4, in Fail", "line 6")]
    [InlineData("var f = (int x) =>\n{\n    if (x > 0) throw new InvalidOperationException(\"no\");\n    return x;\n};\nf(1);", "line 3, in a lambda", "line 6")]
    [InlineData("class A\n{\n    public A() => throw new InvalidOperationException(\"no\");\n}\nnew A();", "line 3, in new A", "line 5")]
    public void The_frames_of_a_cell_are_shown_by_function_innermost_first(string code, string inner, string outer)
    {
        var text = Session.Plain(session.Error(code));
        Assert.Contains(inner, text);
        Assert.InRange(text.IndexOf(inner), 0, text.IndexOf(outer));
    }

    [Fact]
    public void A_function_of_an_earlier_cell_is_shown_with_its_own_source()
    {
        session.Value("\nint Half(int n)\n{\n    throw new ArgumentException(\"odd\");\n}");
        var text = Session.Plain(session.Error("\nHalf(3)"));
        Assert.Contains("---->   4     throw new ArgumentException(\"odd\");", text);
        Assert.Contains("at Cell 2, line 2", text);
    }

    [Fact]
    public void The_kernel_s_own_frames_and_async_plumbing_are_hidden()
    {
        var text = Session.Plain(session.Error("await Task.Run(async () => { await Task.Yield(); throw new Exception(\"deep\"); });"));
        Assert.DoesNotContain("Workbook.Kernel", text);
        Assert.DoesNotContain("TaskAwaiter", text);
        Assert.DoesNotContain("Submission", text);
        Assert.DoesNotContain("MoveNext", text);
    }

    [Fact]
    public void Causes_are_shown_and_wrappers_are_not()
    {
        var error = session.Error("try { throw new FormatException(\"inner\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Contains("Caused by:\nFormatException: inner", Session.Plain(error));
        Assert.Equal("FormatException", session.Error("Task.Run(() => { throw new FormatException(\"x\"); }).Wait();").Name);
    }

    [Fact]
    public void A_function_calling_itself_without_end_is_an_error_with_folded_frames()
    {
        session.Value("var kept = 7;");
        var error = session.Error("int Down(int n) => Down(n + 1) + 1;\nDown(0)");
        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.Matches(@"… \d+ more of the same", Session.Plain(error));
        Assert.Equal("7", session.Value("kept"));
    }

    [Fact]
    public void Lines_stay_right_below_magics_and_in_loaded_files()
    {
        var library = typeof(FactAttribute).Assembly.Location;
        File.WriteAllText(Path.Combine(folder, "helpers.csx"), $"#r \"{library}\"\nusing System.Diagnostics;\nint Fail(int n) => n > 0\n    ? throw new InvalidOperationException(\"loaded\")\n    : n;\n");
        session.Value($"#load \"{folder}/helpers.csx\"");
        var text = Session.Plain(session.Error($"#r \"{library}\"\n#!time\n\nFail(1)"));
        Assert.Contains("at helpers.csx, line 3", text);
        Assert.Contains("at Cell 2, line 4", text);
        Assert.Contains("line 3, column 9", Session.Plain(session.Error($"#r \"{library}\"\n\nvar x = y;")));
    }

    [Fact]
    public void A_compile_error_in_a_loaded_file_points_into_that_file()
    {
        File.WriteAllText(Path.Combine(folder, "bad.csx"), "var a = 1;\nvar b = nothing;\n");
        Assert.Contains("at bad.csx, line 2, column 9", Session.Plain(session.Error($"var x = 1;\n#load \"{folder}/bad.csx\"")));
    }

    [Theory]
    [InlineData("#!nothing", "There is no magic #!nothing.")]
    [InlineData("#r \"no-such.dll\"", "There is no file no-such.dll")]
    [InlineData("#load \"no-such.csx\"", "There is no file no-such.csx")]
    public void A_magic_that_cannot_be_done_is_an_error_at_its_line(string magic, string sentence)
    {
        var error = session.Error($"var x = 1;\n{magic}");
        Assert.StartsWith(sentence, error.Message);
        Assert.Contains("at Cell 1, line 2", Session.Plain(error));
    }
}
