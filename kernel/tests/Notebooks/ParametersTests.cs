using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

public sealed class ParametersTests : IDisposable
{
    private static readonly JsonObject tagged = new() { ["tags"] = new JsonArray("parameters") };
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    private static JsonObject Defaults(string source) => Example.Code(source, (JsonObject)tagged.DeepClone());

    private Notebook Of(params JsonObject[] cells) => Notebook.Read(example.Write(cells));

    private static string Put(Notebook notebook, params (string Name, string Value)[] values)
    {
        Parameters.Put(values.ToDictionary(pair => pair.Name, pair => pair.Value), notebook);
        return notebook.Cells.Single(cell => cell.HasTag("injected-parameters")).Source;
    }

    [Theory]
    [InlineData("int N = 3;", "7", "N = 7;")]
    [InlineData("int N = 3;", "-10_000", "N = -10000;")]
    [InlineData("var N = 3;", "7", "N = 7;")]
    [InlineData("var N = -3L;", "7", "N = 7;")]
    [InlineData("double M = 1, N = 3;", "1e-3", "N = 0.001d;")]
    [InlineData("var N = 0.5;", "2", "N = 2d;")]
    [InlineData("var N = 0.5f;", "2", "N = 2f;")]
    [InlineData("decimal N = 1m;", "2.50", "N = 2.50m;")]
    [InlineData("bool N = false;", "True", "N = true;")]
    [InlineData("string N = \"a\";", "b \"c\" \\", "N = \"b \\\"c\\\" \\\\\";")]
    [InlineData("string? N = null;", "null", "N = null;")]
    [InlineData("int? N = 1;", "null", "N = null;")]
    [InlineData("#!import \"workbook.csx\"\nint N = 3;      // how many", "7", "N = 7;")]
    public void A_value_is_written_as_its_type_asks(string declared, string value, string line) =>
        Assert.Equal($"// Given from outside\n{line}", Put(Of(Defaults(declared)), ("N", value)));

    [Theory]
    [InlineData("int N = 3;", "N", "1.5", "N: expected a whole number in its range (int), got '1.5'.")]
    [InlineData("int N = 3;", "N", "3000000000", "N: expected a whole number in its range (int), got '3000000000'.")]
    [InlineData("double N = 3;", "N", "1,5", "N: expected a number, such as 0.5 or 1e-3 (double), got '1,5'.")]
    [InlineData("bool N = true;", "N", "1", "N: expected true or false (bool), got '1'.")]
    [InlineData("int N = 3; string Set = \"\";", "n", "1", "example has no parameter n; it has N (int), Set (string).")]
    [InlineData("const int N = 3;", "N", "1", "example has no parameter N; it has none.")]
    [InlineData("var N = Math.Max(1, 2);", "N", "1", "N: what it is cannot be seen from its cell; a parameter says its type there, int N = …")]
    [InlineData("int[] N = [1];", "N", "1", "N is a int[]; numbers, texts and truth values can be given from outside.")]
    public void What_cannot_be_given_is_refused_in_a_sentence(string declared, string name, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ParameterException>(() => Put(Of(Defaults(declared)), (name, value))).Message);

    [Fact]
    public void A_notebook_without_such_a_cell_takes_none()
    {
        Assert.Equal("example takes no parameters: none of its cells is tagged \"parameters\".", Assert.Throws<ParameterException>(() => Put(Of(Example.Code("int N = 3;")), ("N", "1"))).Message);
        Assert.Contains("in C# only", Assert.Throws<ParameterException>(() => Put(Of(Defaults("#!fsharp\nlet N = 3")), ("N", "1"))).Message);
    }

    [Fact]
    public void The_cell_stands_behind_the_defaults_and_takes_the_place_of_an_earlier_run_s()
    {
        var notebook = Of(Example.Prose("a"), Defaults("int N = 3, M = 4;"), Example.Code("N"));
        Assert.Equal("// Given from outside\nN = 1;\nM = 2;", Put(notebook, ("N", "1"), ("M", "2")));
        Assert.Equal("// Given from outside\nN = 5;", Put(notebook, ("N", "5")));
        Assert.Equal(["a", "int N = 3, M = 4;", "// Given from outside\nN = 5;", "N"], notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void The_command_runs_with_them_shows_them_and_leaves_the_notebook_as_it_was()
    {
        var file = example.Write(Defaults("var N = 3; string Word = \"a\";"), Example.Code("string.Concat(Enumerable.Repeat(Word, N))"));
        var (before, folder) = (File.ReadAllText(file), Path.Combine(example.Folder, "out"));
        var (code, said) = ChildKernel.Run("notebook", "run", file, "-p", "N=2", "-p", "Word=b=c", "--out", folder);
        Assert.True(code == 0, said);
        var executed = Notebook.Read(Path.Combine(folder, "example.ipynb"));
        Assert.Equal("// Given from outside\nN = 2;\nWord = \"b=c\";", executed.Cells[1].Source);
        Assert.Equal("b=cb=c", NotebookJson.Joined(executed.Cells[2].Outputs[0]!["data"]!["text/plain"]));
        Assert.Equal(before, File.ReadAllText(file));
        Assert.Contains("example N=2 Word=b=c", said);
    }

    [Theory]
    [InlineData("has no parameter Q; it has N (int)", "-p", "Q=1")]
    [InlineData("-p wants a name and a value", "-p", "N")]
    [InlineData("-p wants a name and a value", "-p")]
    [InlineData("-p N is given twice", "-p", "N=1", "-p", "N=2")]
    [InlineData("-p and --in-place exclude each other", "-p", "N=1", "--in-place")]
    public void A_wrong_call_is_told_and_nothing_runs(string sentence, params string[] arguments)
    {
        var file = example.Write(Defaults("int N = 3;"), Example.Code("System.IO.File.WriteAllText(\"ran\", \"\");"));
        var (code, said) = ChildKernel.Run("notebook", ["run", file, .. arguments]);
        Assert.Equal(2, code);
        Assert.Contains(sentence, said);
        Assert.False(File.Exists(Path.Combine(example.Folder, "ran")));
    }
}
