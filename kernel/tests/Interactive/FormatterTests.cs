namespace Workbook.Kernel.Tests;

/// <summary>What a notebook registers for its own types.</summary>
[Collection("console")]
public sealed class FormatterTests : IDisposable
{
    private readonly Session session = new();

    public FormatterTests() => session.Value("""
        using Microsoft.DotNet.Interactive.Formatting;
        class Person { public string Name = ""; public int Age; }
        class Student : Person { }
        var ann = new Person { Name = "Ann", Age = 3 };
        """);

    public void Dispose() => Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();

    [Theory]
    [InlineData("Formatter.Register<Person>(p => \"<i>\" + p.Name + \"</i>\", \"text/html\");")]
    [InlineData("Formatter.Register<Person>((p, writer) => { writer.Write(\"<i>\" + p.Name + \"</i>\"); }, mimeType: \"text/html\");")]
    [InlineData("Formatter.Register<Person>((p, context) => { context.Writer.Write($\"<i>{p.Name}</i>\"); return true; }, \"text/html\");")]
    [InlineData("Formatter.Register(typeof(Person), (p, writer) => writer.Write($\"<i>{((Person)p).Name}</i>\"), \"text/html\");")]
    public void A_formatter_may_be_written_in_any_of_four_ways(string code)
    {
        session.Value(code);
        Assert.Equal("<i>Ann</i>", session.Html("ann"));
        Assert.Equal("Person { Name = \"Ann\", Age = 3 }", session.Value("ann"));
    }

    [Fact]
    public void It_speaks_for_what_derives_from_its_type_and_inside_other_things()
    {
        session.Value("Formatter.Register<Person>(p => $\"<i>{p.Name}</i>\", \"text/html\"); Formatter.Register<Person>(p => p.Name);");
        Assert.Equal("Bo", session.Value("new Student { Name = \"Bo\" }"));
        Assert.Equal("[Ann]", session.Value("new[] { ann }"));
        Assert.Equal("<table><thead><tr><th class=\"wb-number\"></th><th>value</th></tr></thead><tbody><tr><th>0</th><td><i>Ann</i></td></tr></tbody></table>", session.Html("new[] { ann }"));
    }

    [Fact]
    public void The_nearest_type_speaks_first_and_one_that_declines_leaves_it_to_the_next()
    {
        session.Value("Formatter.Register<object>(o => \"object\"); Formatter.Register<Person>(p => \"person\"); Formatter.Register<Student>((s, context) => false);");
        Assert.Equal(["person", "person", "object"], new[] { "ann", "new Student()", "1" }.Select(session.Value));
    }

    [Fact]
    public void An_interface_and_an_open_generic_type_stand_for_all_that_are_made_from_them()
    {
        session.Value("Formatter.Register<IEnumerable<Person>>(all => $\"{all.Count()} people\"); Formatter.Register(typeof(List<>), (list, writer) => writer.Write(\"quack\"), \"text/html\");");
        Assert.Equal("1 people", session.Value("new[] { ann }"));
        Assert.Equal("quack", session.Html("new List<int>()"));
    }

    [Fact]
    public void Preferred_formats_are_the_only_ones_shown()
    {
        session.Value("Formatter.SetPreferredMimeTypesFor(typeof(object), \"text/plain\");");
        Assert.Null(session.Html("ann"));
        session.Value("Formatter.ResetToDefault();");
        Assert.NotNull(session.Html("ann"));
    }

    [Theory]
    [InlineData("text/plain", "Person { Name = \"Ann\", Age = 3 }")]
    [InlineData("text/html", "<table><tbody><tr><th>Name</th><td>Ann</td></tr><tr><th>Age</th><td>3</td></tr></tbody></table>")]
    public void A_value_is_turned_into_text_in_a_format(string mimeType, string text) =>
        Assert.Equal(text, Session.Unframed(session.Value($"ann.ToDisplayString(\"{mimeType}\")")));

    [Fact]
    public void A_limit_below_nothing_is_an_error() => Assert.Contains("ListExpansionLimit = -1", Session.Plain(session.Error("Formatter.ListExpansionLimit = -1;")));
}
