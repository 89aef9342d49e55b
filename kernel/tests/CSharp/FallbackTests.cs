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

    [Fact]
    public void FSharp_s_cells_keep_their_checks()
    {
        var before = Fallbacks.Count;
        Assert.Equal("[2, 4]", session.Value("#!fsharp\nlet rec down n = if n = 0 then [] else down (n - 1) @ [2 * n]\nfor i in 1 .. 2 do printf \"%d\" i\ndown 2"));
        Assert.Equal(before, Fallbacks.Count);
    }
}
