using Workbook.Kernel.Evaluator;

namespace Workbook.Kernel.Tests;

/// <summary>A cell that the kernel cannot put its checks into runs all the same, and never in silence.</summary>
[Collection("console")]
public sealed class FallbackTests
{
    private readonly Session session = new();

    // A class of the person's own in the place of the kernel's: only this is known to keep the checks from compiling.
    [Fact]
    public void A_cell_without_checks_runs_keeps_its_variables_and_says_so()
    {
        session.Value("namespace Workbook.Kernel.Cells { public static class Guard { } }\nvar n = 1;");
        var before = Fallbacks.Count;
        Assert.Equal("5", session.Value("var n = 2; while (n < 5) n++; n"));
        Assert.Equal(before + 1, Fallbacks.Count);
        Assert.Contains("This cell runs without the kernel's checks: Stop does not reach it", string.Concat(session.Streams));
        session.Error("var n = 7; throw new Exception();");
        Assert.Equal("7", session.Value("n"));
    }

    [Theory]
    [InlineData("int Deep(int n) => Deep(n + 1) + 1; Console.Write($\"{await Task.FromResult(1)}\"); Deep(0)")]
    [InlineData("async Task<string> Said(int n) => $\"{await Said(n + 1)}\"; await Said(0)")]
    public void Endless_recursion_ends_in_an_exception_where_a_hole_awaits(string code)
    {
        var before = Fallbacks.Count;
        Assert.Equal("InsufficientExecutionStackException", session.Error(code).Name);
        Assert.Equal(before, Fallbacks.Count);
        Assert.Equal("2", session.Value("1 + 1"));
    }

    // An exception's trace is copied at each call that awaits: as deep as other functions may go, this took gigabytes and a minute.
    [Theory]
    [InlineData("async Task<int> Down(int n) { return 1 + await Down(n + 1); }", "await Down(0)")]
    [InlineData("Func<int, Task<int>> down = null; down = async n => 1 + await down(n + 1);", "await down(0)")]
    [InlineData("Func<int, Task> down = null; down = async delegate(int n) { await down(n + 1); };", "await down(0)")]
    [InlineData("class Well { public async ValueTask<int> Down(int n) => 1 + await Down(n + 1); }", "await new Well().Down(0)")]
    public void Endless_recursion_of_functions_that_await_takes_little_memory(string declaration, string call)
    {
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal("InsufficientExecutionStackException", session.Error(declaration + "\n" + call).Name);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 2L << 30);
        Assert.Equal("1000", session.Value("async Task<int> Sum(int n) => n == 0 ? 0 : 1 + await Sum(n - 1);\nawait Sum(1000)"));
    }

    [Theory]
    [InlineData("record Node(string Name) { public Node? Next { get; set; } } var node = new Node(\"a\"); node.Next = node;", "node.GetHashCode()")]
    [InlineData("record Node(string Name) { public Node? Next { get; set; } } Node Ring() { var one = new Node(\"a\"); one.Next = one; return one; }", "Ring() == Ring()")]
    [InlineData("record Place { public Place? Next; } sealed record Town : Place; var town = new Town(); town.Next = town;", "new HashSet<Town> { town }.Count")]
    [InlineData("sealed record Link<T>(T Value) { public Link<T>? Next { get; set; } } var link = new Link<int>(1); link.Next = link;", "link.GetHashCode()")]
    [InlineData("class Nest { public Nest Inner = new Nest(); }", "new Nest()")]
    [InlineData("class Nest(int n) { Nest Inner { get; } = new(n + 1); }", "new Nest(0)")]
    [InlineData("class Nest { Nest inner = Make(); static Nest Make() => new(); }", "new Nest()")]
    public void Endless_recursion_through_what_the_compiler_writes_is_an_exception_too(string declaration, string call)
    {
        var before = Fallbacks.Count;
        session.Value(declaration);
        Assert.Equal("InsufficientExecutionStackException", session.Error(call).Name);
        Assert.Equal(before, Fallbacks.Count);
        Assert.Equal("2", session.Value("1 + 1"));
    }

    // Each item passes all the levels above: as deep as other functions may go, this took two and a half minutes.
    [Fact]
    public void Endless_recursion_of_functions_that_yield_ends_soon()
    {
        session.Value("IEnumerable<int> From(int n) { yield return n; foreach (var later in From(n + 1)) yield return later; }");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("InsufficientExecutionStackException", session.Error("From(0).Last()").Name);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.Equal("999", session.Value("From(0).ElementAt(999)"));
    }

    [Fact]
    public void FSharp_s_cells_keep_their_checks()
    {
        var before = Fallbacks.Count;
        Assert.Equal("[2, 4]", session.Value("#!fsharp\nlet rec down n = if n = 0 then [] else down (n - 1) @ [2 * n]\nfor i in 1 .. 2 do printf \"%d\" i\ndown 2"));
        Assert.Equal(before, Fallbacks.Count);
    }
}
