namespace Workbook.Kernel.Tests;

/// <summary>Values that change hands between languages. The oracle is <see cref="object.ReferenceEquals"/>: the same thing, not a copy.</summary>
[Collection("console")]
public sealed class SharingTests
{
    private readonly Session session = new();

    [Fact]
    public void A_CSharp_variable_is_the_same_thing_in_FSharp_with_its_declared_type()
    {
        session.Value("var list = new List<int> { 1, 2 }; IEnumerable<int> few = list; var map = new Dictionary<string, List<double[]>>();");
        Assert.Equal("6", session.Value("#!fsharp\n#!share --from csharp list\n#!share --from csharp few\n#!share --from csharp map --as dictionary\nlist.Add 3\ndictionary.[\"a\"] <- null\nSeq.sum few"));
        Assert.Equal("(3, 1)", session.Value("(list.Count, map.Count)"));
        Assert.Equal("IEnumerable`1", session.Value("#!fsharp\nlet declared (_: 'a) = typeof<'a>.Name\ndeclared few"));
        Assert.Equal("true", session.Value("#!share --from fsharp list --as back\nobject.ReferenceEquals(list, back)"));
    }

    [Fact]
    public void A_FSharp_value_or_function_is_the_same_thing_in_CSharp()
    {
        session.Value("#!fsharp\nlet numbers = [1; 2; 3]\nlet cell = ref 5\nlet add a b = a + b\nlet maybe = Some 4");
        session.Value("#!share --from fsharp numbers\n#!share --from fsharp cell\n#!share --from fsharp add\n#!set --name four --value @fsharp:maybe\ncell.Value = 6;");
        Assert.Equal("6", session.Value("#!fsharp\ncell.Value"));
        Assert.Equal("(6, 3, 4)", session.Value("(numbers.Sum(), add.Invoke(1).Invoke(2), four.Value)"));
    }

    [Fact]
    public void A_type_of_a_CSharp_cell_has_its_members_in_FSharp()
    {
        session.Value("public record Point(int X, int Y); var point = new Point(3, 4);");
        session.Value("public class Box { public int Size = 2; } var boxes = new List<Box> { new() };");
        Assert.Equal("7", session.Value("#!fsharp\n#!share --from csharp point\n#!share --from csharp boxes\nboxes.[0].Size <- 5\npoint.Y + boxes.Count + boxes.[0].Size - 3"));
        Assert.Equal("5", session.Value("boxes[0].Size"));
    }

    [Fact]
    public void A_type_of_a_FSharp_cell_has_its_members_in_CSharp_as_the_cell_runs()
    {
        session.Value("#!fsharp\ntype P = { X: int; Y: string }\nlet p = { X = 5; Y = \"q\" }\nlet ps = [p; { p with X = 6 }]");
        Assert.Equal("16", session.Value("#!share --from fsharp p\n#!share --from fsharp ps\nvar sum = p.X; foreach (var each in ps) sum += each.X; sum"));
    }

    [Fact]
    public void A_list_of_FSharp_s_records_and_unions_is_one_for_lambdas_too()
    {
        session.Value("#!fsharp\ntype P = { X: int; Value: float; Name: string }\nlet p = { X = 5; Value = 1.5; Name = \"q\" }");
        session.Value("#!fsharp\ntype U = A of int | B\ntype Box<'t> = { Item: 't }\nlet ys = [p; { p with X = 6; Value = 2.5 }]\nlet us = [| A 3; B |]\nlet boxes = [ { Item = p } ]\nlet half (p: P) = p.Value / 2.0\nlet maybe = Some p\nlet pair = (B, p)\nlet map = dict [ \"k\", [p] ]\nlet nameless = [ {| P = p |} ]");
        foreach (var name in (string[])["p", "ys", "us", "boxes", "half", "maybe", "pair", "map", "nameless"]) session.Value($"#!share --from fsharp {name}");
        foreach (var (code, value) in ((string, string)[])
            [
                ("ys.Sum(y => y.Value)", "4"),
                ("ys.Where(y => y.X > 5).Select(y => y.Name).First()", "q"),
                ("ys.Max(y => y.X) + p.X", "11"),
                ("var copies = ys.ToDictionary(y => y.X); copies[6].Value", "2.5"),
                ("us.Count(u => u.IsA)", "1"),
                ("us.Select(u => u is { IsB: true }).ToList()", "[false, true]"),
                ("boxes.Select(b => b.Item.X + b.Item.Name.Length).ToArray()", "[6]"),
                ("half.Invoke(p)", "0.75"),
                ("maybe.Value.Value", "1.5"),
                ("pair.Item2.X", "5"),
                ("map[\"k\"].Select(y => y.Name).Single()", "q"),
                ("((IEnumerable<dynamic>)nameless).Sum(n => (double)n.P.Value)", "1.5"),
            ])
            Assert.Equal(value, session.Value(code));
        Assert.Equal("(true, 6)", session.Value("#!fsharp\n#!share --from csharp ys --as back\n#!share --from csharp copies\n(obj.ReferenceEquals(ys, back), copies.[6].X)"));
    }

    [Fact]
    public void A_FSharp_type_declared_again_is_another_in_CSharp()
    {
        session.Value("#!fsharp\ntype P = { X: int }\nlet p = { X = 1 }");
        session.Value("#!share --from fsharp p --as first");
        session.Value("#!fsharp\ntype P = { X: string }\nlet p = { X = \"a\" }");
        Assert.Equal("2 A", session.Value("#!share --from fsharp p\n$\"{first.X + 1} {p.X.ToUpper()}\""));
    }

    [Fact]
    public void Where_C_sharp_has_no_name_for_a_type_a_lambda_is_refused_with_advice()
    {
        session.Value("#!fsharp\nlet ys = [ {| V = 1.5 |} ]");
        var error = session.Error("#!share --from fsharp ys\nys.Sum(y => y.V)");
        Assert.StartsWith("CS1977", error.Message);
        Assert.Contains("((IEnumerable<dynamic>)xs).Sum(x => (double)x.Value)", Session.Plain(error));
    }

    [Fact]
    public void What_has_no_name_in_FSharp_comes_as_obj()
    {
        session.Value("var nameless = new { A = 1 };");
        Assert.Equal("{ A = 1 }", session.Value("#!fsharp\n#!share --from csharp nameless\nstring nameless"));
    }

    [Fact]
    public void A_password_is_masked_wherever_it_is_shown()
    {
        session.Answers.Enqueue("secret");
        Assert.Equal("************", session.Value("#!set --name pw --value @password:\"Word?\"\npw"));
        Assert.DoesNotContain("secret", session.Value("#!whos"));
        Assert.Equal("secret", session.Value("pw.GetClearTextPassword()"));
        session.Answers.Enqueue("hidden");
        Assert.DoesNotContain("hidden", session.Value("#!fsharp\n#!set --name pf --value @password:Word?\n[ pf ]"));
        Assert.Equal([("Word? ", true), ("Word? ", true)], session.Asked);
    }

    [Fact]
    public void A_script_gets_a_value_as_JSON_on_the_line_of_the_magic()
    {
        session.Value("var x = new[] { 1.5, 2 }; var name = \"<a>\";");
        Assert.Equal("var x = [1.5,2];\ndocument.title = `${x}`;", session.Format("application/javascript", "#!javascript\n#!share --from csharp x\ndocument.title = `${x}`;"));
        Assert.Equal("  1;\nvar said = \"\\u003ca>\";", session.Format("application/javascript", "#!js\n  1;\n#!set --name said --value @csharp:name"));
        Assert.Contains("has no variable y", session.Error("#!javascript\n#!share --from csharp y").Message);
    }

    [Theory]
    [InlineData("#!html")]
    [InlineData("#!mermaid")]
    public void What_has_no_variables_refuses_to_share_at_the_line(string magic)
    {
        session.Value("var x = 1;");
        var error = session.Error($"{magic}\n<b>\n#!share --from csharp x");
        Assert.Equal("MagicError", error.Name);
        Assert.Contains("line 3", Session.Plain(error));
    }

    [Fact]
    public void A_text_is_kept_and_shared()
    {
        session.Value("#!value --name poem\nroses\n#!share no magic here");
        Assert.Equal("roses\n#!share no magic here", session.Value("#!share --from value poem\npoem"));
        Assert.Equal("21", session.Value("#!fsharp\n#!set --name verse --value \"two words, one option\"\nverse.Length"));
    }

    [Fact]
    public void A_kept_text_is_shown_in_the_format_that_is_named()
    {
        Assert.Equal("[\n  1,\n  2\n]", session.Format("application/json", "#!value --name json --mime-type application/json\n[1, 2]"));
        Assert.Equal("<b>x</b>", session.Format("text/html", "#!value --name page --mime-type text/html\n<b>x</b>"));
        Assert.Equal("8", session.Value("#!share --from value page\npage.Length"));
    }

    [Fact]
    public async Task A_text_comes_from_an_address()
    {
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://{free.LocalEndpoint}/";
        free.Stop();
        using var listener = new System.Net.HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            var context = await listener.GetContextAsync();
            await context.Response.OutputStream.WriteAsync("served"u8.ToArray());
            context.Response.Close();
        });
        session.Value($"#!value --name page --from-url {address}");
        await answering;
        Assert.Equal("served", session.Value("#!share --from value page\npage"));
        listener.Stop();
        Assert.StartsWith($"{address} cannot be had: ", session.Error($"#!value --name page --from-url {address}").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!value --name x --from-url nowhere", "nowhere is no address of the web.")]
    [InlineData("#!share --from csharp nothing", "#!csharp has no variable nothing. It has here.")]
    [InlineData("#!share --from cobol x", "There is no language cobol to share from; there are csharp, fsharp and value.")]
    [InlineData("#!share x", "It is written #!share --from fsharp x, or #!share --from csharp x --as y.")]
    [InlineData("#!share --from csharp here --as 1x", "1x cannot be the name of a variable.")]
    [InlineData("#!share --form csharp here", "#!share has no option --form; it has --from, --as.")]
    [InlineData("#!set --name x --value @nowhere", "@nowhere names no variable: it is written @fsharp:x.")]
    [InlineData("#!import nowhere.ipynb", "There is no file nowhere.ipynb in ")]
    public void A_wrong_magic_says_what_is_right(string magic, string message)
    {
        session.Value("var here = 1;");
        var error = session.Error("\n" + magic);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("at Cell 2, line 2", Session.Plain(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_variables_are_listed()
    {
        session.Value("var c = 1;\n#!fsharp\nlet f = 2");
        Assert.Equal("C#  c\nF#  f", session.Value("#!who"));
        Assert.Contains("{ Language = \"F#\", Name = \"f\", Type = \"Int32\", Value = \"2\" }", session.Value("#!whos"), StringComparison.Ordinal);
    }
}
