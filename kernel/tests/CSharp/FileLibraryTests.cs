namespace Workbook.Kernel.Tests;

/// <summary>What C# allows at the top of a file and not in a script: it stands beside the cells as a library.</summary>
[Collection("console")]
public sealed class FileLibraryTests : IDisposable
{
    private const string Person = "using System.Collections.Generic;\n\nnamespace Entities\n{\n    public class Person { public string Name { get; set; } = \"\"; public static Person Of(string name) => new() { Name = name }; }\n    class Helper { public int N => 3; }\n}\n";
    private const string Pet = "namespace Entities;\n\n/// <summary>Not a person.</summary>\npublic record Pet(string Name, int Legs = 4);\npublic enum Kind { Cat, Dog }\npublic delegate int Count(Pet pet);\n";
    private readonly Session session = new();
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Theory]
    [InlineData("#!import")]
    [InlineData("#load")]
    public void A_file_with_a_namespace_is_usable(string magic)
    {
        Assert.Equal("Ada", session.Value($"{magic} \"{Write("Person.cs", Person)}\"\nnew Entities.Person {{ Name = \"Ada\" }}.Name"));
        Assert.Equal("3", session.Value("new Entities.Helper().N"));
        session.Value($"{magic} \"{Write("Pet.cs", Pet)}\"");
        Assert.Equal("Pet { Name = \"Rex\", Legs = 4 }", session.Value("using Entities;\nnew Pet(\"Rex\")"));
        Assert.Equal("nut Dog 2", session.Value("Count legs = pet => pet.Legs; $\"{Person.Of(\"nut\").Name} {Kind.Dog} {legs(new Pet(\"x\", 2))}\""));
    }

    [Theory]
    [InlineData("public static class Words { public static string Shout(this string text) => text.ToUpper() + \"!\"; }", "\"hello\".Shout()", "HELLO!")]
    [InlineData("static class Words<T> { }\nstatic class Words { internal static int Half<T>(this ICollection<T> all) => all.Count / 2; }", "new[] { 1, 2, 3, 4 }.Half()", "2")]
    [InlineData("static class More { extension(string text) { public string Twice => text + text; public static string None => \"-\"; } }", "\"ab\".Twice + string.None", "abab-")]
    [InlineData("namespace Shapes { namespace Flat { class Round(int r) { public int R => r; } } }", "new Shapes.Flat.Round(2).R", "2")]
    [InlineData("namespace Shapes;\ninterface IShape { int N => 5; }\nsealed class Dot : IShape { }", "((Shapes.IShape)new Shapes.Dot()).N", "5")]
    [InlineData("[Obsolete]\nstatic class Old { public static int Plus(this int n) => n + 1; }", "1.Plus()", "2")]
    public void A_cell_of_types_serves_the_cells_after_it(string declaration, string use, string value)
    {
        Assert.Null(session.Value(declaration));
        Assert.Equal(value, session.Value(use));
        Assert.Equal(value, session.Value(use));
    }

    [Theory]
    [InlineData("static class More { extension(string text) { public string Twice => text + text; } }\n\"ab\".Twice", "abab")]
    [InlineData("var before = 1;\nfile class Hidden { public int N => 4; }\nnew Hidden().N + before", "5")]
    [InlineData("using System.Text.RegularExpressions;\nstatic class Digits { public static int First(this Regex digits, string text) => int.Parse(digits.Match(text).Value); }\nnew Regex(\"[0-9]+\").First(\"a12b\")", "12")]
    public void Types_and_statements_may_stand_in_one_cell(string code, string value)
    {
        Assert.Equal(value, session.Value(code));
        Assert.Equal(value, session.Value(code));
    }

    [Fact]
    public void A_cell_run_again_replaces_its_types_and_old_values_keep_theirs()
    {
        session.Value("namespace N { public class A { public int V => 1; } }\nvar first = new N.A();");
        session.Value("namespace N { public class A { public int V => 2; public int W => 3; } public class B { } }");
        Assert.Equal("(1, 2, 3)", session.Value("var second = new N.A(); (first.V, second.V, second.W)"));
        Assert.Equal("(1, 2)", session.Value("(first.V, second.V)"));
        session.Value("namespace N { public class A { public int V => 4; } }");
        Assert.Equal("4", session.Value("using N;\nnew A().V"));
    }

    [Fact]
    public void Its_first_cell_may_be_one_and_packages_and_usings_of_cells_before_are_known()
    {
        session.Value("using System.Net;\nusing static System.Math;");
        session.Value("namespace Web { public class Page { public HttpStatusCode Code => HttpStatusCode.OK; public int Least => Min(1, 2); public System.Xml.Linq.XName Name => \"a\"; } }");
        Assert.Equal("OK 1 a", session.Value("var page = new Web.Page(); $\"{page.Code} {page.Least} {page.Name}\""));
    }

    [Fact]
    public void Its_loops_and_recursions_have_the_checks_and_its_lines_their_numbers()
    {
        session.Value("namespace Deep;\n\npublic static class Well\n{\n    public static int Down(int n) => Down(n + 1) + 1;\n    public static int Fail(int n)\n    {\n        return 1 / n;\n    }\n}");
        Assert.Equal("InsufficientExecutionStackException", session.Error("Deep.Well.Down(0)").Name);
        Assert.Contains("line 8", Session.Plain(session.Error("Deep.Well.Fail(0)")));
    }

    [Fact]
    public void What_does_not_compile_says_where_and_what_such_a_cell_may_use_and_changes_nothing()
    {
        session.Value("record Mine(int N);");
        var error = session.Error("static class Of\n{\n    extension(Mine m) { public int Two => 2 * m.N; }\n}");
        Assert.StartsWith("CS0246: ", error.Message);
        Assert.Contains("line 3, column 15", Session.Plain(error));
        Assert.Contains("compiled beside the cells", Session.Plain(error));
        session.Error("namespace N { public class A { } }\nnonsense();");
        Assert.StartsWith("CS0246: ", session.Error("new N.A()").Message);
        Assert.Equal("4", session.Value("static int Two(this Mine m) => 2 * m.N;\nnew Mine(2).Two()"));
    }

    [Fact]
    public void FSharp_may_have_a_value_of_such_a_type()
    {
        session.Value("namespace Given { public class Box { public int Size => 6; } }\nvar box = new Given.Box();");
        Assert.Equal("7", session.Value("#!fsharp\n#!share --from csharp box\nbox.Size + 1"));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(example.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
