namespace Workbook.Kernel.Tests;

/// <summary>F# blocks in a session of C#: state, values, places in errors. The expected values are F#'s own arithmetic, worked by hand.</summary>
[Collection("console")]
public sealed class FSharpCellTests
{
    private readonly Session session = new();

    [Fact]
    public void State_passes_from_cell_to_cell_and_the_last_expression_is_shown()
    {
        Assert.Null(session.Value("#!fsharp\nlet x = 3\nlet twice n = 2 * n"));
        Assert.Equal("[2, 4, 6]", session.Value("#!f#\n[1 .. x] |> List.map twice"));
        Assert.Null(session.Value("#!fsharp\nignore x"));
        Assert.Equal("Some 3", session.Value("#!fsharp\nSome x"));
        Assert.Equal("None", session.Value("#!fsharp\n(None: int option)"));
    }

    [Fact]
    public void A_text_that_throws_shows_why_in_its_own_place() =>
        Assert.Equal("[1, (FormatException)]", session.Value("#!fsharp\ntype Sour() =\n    override _.ToString() = raise (System.FormatException())\n[ box 1; box (Sour()) ]"));

    [Fact]
    public void The_console_s_terminators_do_not_end_a_cell()
    {
        Assert.Equal("2;;", session.Value("#!fsharp\nlet a = 2;;\nstring a + \";;\""));
    }

    [Fact]
    public void A_cell_mixes_languages_and_every_line_keeps_its_number()
    {
        Assert.Equal("9", session.Value("var c = 1;\n#!fsharp\nlet f = 7\n#!csharp\nc + 1\n#!fsharp\nf + 2"));
        Assert.Equal("2", Assert.Single(session.Shown).Bundle.Text);
        var error = session.Error("c + 1\n#!fsharp\nlet ok = 1\nlet bad : int = \"a\"");
        Assert.StartsWith("FS0001", error.Message, StringComparison.Ordinal);
        Assert.Contains("at Cell 2, line 4, column 17", Session.Plain(error), StringComparison.Ordinal);
        Assert.Contains("---->   4 let bad : int = \"a\"\n" + new string(' ', 26) + "^", Session.Plain(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_does_not_compile_does_nothing()
    {
        session.Error("#!fsharp\ndisplay(1) |> ignore\nnope");
        Assert.Empty(session.Shown);
    }

    [Fact]
    public void An_exception_names_cell_and_line_and_none_of_the_machinery()
    {
        session.Value("#!fsharp\nlet check n =\n    if n > 2 then\n        failwith \"too many\"\n    n");
        var error = session.Error("#!fsharp\n\ncheck 3");
        var text = Session.Plain(error);
        Assert.Equal(("Exception", "too many"), (error.Name, error.Message));
        Assert.Contains("at Cell 1, line 4, in check", text, StringComparison.Ordinal);
        Assert.Contains("at Cell 2, line 3\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FSI", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invoke", text, StringComparison.Ordinal);
        Assert.Equal("2", session.Value("#!fsharp\ncheck 2"));
    }

    [Fact]
    public void A_cell_that_throws_keeps_nothing_of_what_it_defined()
    {
        session.Value("#!fsharp\nlet kept = 1");
        session.Error("#!fsharp\nlet lost = 2\nlet kept = 3\nfailwith \"now\"");
        Assert.Equal("1", session.Value("#!fsharp\nkept"));
        Assert.StartsWith("FS0039", session.Error("#!fsharp\nlost").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_told_at_its_place_and_the_cell_runs()
    {
        Assert.Equal("1", session.Value("#!fsharp\nmatch [1] with\n| [1] -> 1"));
        var told = Ansi.Without(string.Concat(session.Streams));
        Assert.StartsWith("warning FS0025", told, StringComparison.Ordinal);
        Assert.Contains("at Cell 1, line 2, column 7", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_recursion_ends_in_an_exception()
    {
        var error = session.Error("#!fsharp\nlet rec down n = 1 + down (n + 1)\ndown 0");
        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.Contains("at Cell 1, line 2, in down", Session.Plain(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_is_completed_explained_and_known_to_be_whole_as_FSharp()
    {
        session.Value("#!fsharp\nlet counted = [1; 2]");
        const string names = "#!fsharp\ncoun", members = "#!fsharp\ncounted.";
        Assert.Equal("counted", session.Language.Complete(names, names.Length).Items[0].Text);
        Assert.Contains("Length", session.Language.Complete(members, members.Length).Items.Select(item => item.Text));
        Assert.Contains("counted", session.Language.Inspect("#!fsharp\ncounted", 12, detailed: false)!.Text, StringComparison.Ordinal);
        Assert.Equal(Completeness.Complete, session.Language.IsComplete("#!fsharp\nlet f x =\n    x"));
        Assert.Equal(Completeness.Incomplete, session.Language.IsComplete("#!fsharp\nlet f x ="));
        Assert.Equal(Completeness.Invalid, session.Language.IsComplete("#!fsharp\nlet = = 3\n\nlet y = 4\ny"));
    }
}
