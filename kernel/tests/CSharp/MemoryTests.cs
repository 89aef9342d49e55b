namespace Workbook.Kernel.Tests;

/// <summary>A long session stays small: in a process of its own, whose resident memory is asked at the end.</summary>
public sealed class MemoryTests : IDisposable
{
    private const string Resident = "GC.Collect(); System.Diagnostics.Process.GetCurrentProcess().WorkingSet64 / 1_000_000";
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void A_thousand_cells_take_less_than_300_megabytes() =>
        Assert.InRange(MegabytesAfter(Enumerable.Range(0, 1000).Select(i => $"var x{i % 10} = {i}; x{i % 10} + 1")), 1, 300);

    [Fact]
    public void A_cell_of_20_megabytes_run_a_hundred_times_takes_less_than_300() =>
        Assert.InRange(MegabytesAfter(Enumerable.Repeat("var big = new byte[20_000_000]; Array.Fill(big, (byte)1); big.Length", 100)), 1, 300);

    [Fact]
    public void Twenty_megabytes_beside_a_name_that_changes_take_less_than_300() =>
        Assert.InRange(MegabytesAfter(Enumerable.Range(0, 100).Select(i => $"var step{i} = {i}; var big = new byte[20_000_000]; Array.Fill(big, (byte)1); big.Length")), 1, 300);

    private int MegabytesAfter(IEnumerable<string> cells)
    {
        var path = example.Write([.. cells.Append(Resident).Select(code => Example.Code(code))]);
        var result = ChildKernel.Run("notebook", "run", path, "--in-place");
        Assert.True(result.Code == 0, result.Text);
        return int.Parse(NotebookJson.Joined(Notebook.Read(path).Cells[^1].Outputs[0]!["data"]!["text/plain"]));
    }
}
