using System.Diagnostics;
using System.Text.Json;
using Workbook.Rooms.Tests;

namespace Workbook.Notebooks.Tests;

/// <summary>The same notebooks in .NET Interactive's own program, retired in April 2026 and still on the package feed.</summary>
public sealed class RetiredProgramTests
{
    private static readonly string program = Repository.At(".workbook", "retired", "dotnet-interactive");

    public static TheoryData<string> Names => new(Course.Notebooks.Where(notebook => notebook.Number is "00" or "01" or "02" or "04").Select(notebook => notebook.Name));

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_notebook_runs_there_unchanged_with_its_figures(string name)
    {
        Skip.IfNot(File.Exists(program), "Microsoft.dotnet-interactive could not be had from the package feed.");
        Skip.IfNot(Directory.Exists("/usr/lib/python3/dist-packages/nbclient"), "nbclient is not installed (python3-nbclient).");
        var notebook = Course.Notebooks.Single(notebook => notebook.Name == name);
        var there = Execute(notebook.Path);
        Course.MustBeEmpty(
            from cell in notebook.Code
            let error = there[cell.Position].GetProperty("error").GetString()
            where error is not null && !cell.MayFail
            select $"{name} cell {cell.Position}: {error[..Math.Min(error.Length, 1000)]}");
        Course.MustBeEmpty(
            from cell in notebook.Code
            where cell.Outputs.Any(output => output["data"]?["application/vnd.plotly.v1+json"] is not null)
            let html = there[cell.Position].GetProperty("html").GetString()!
            where !html.Contains("workbook-figure", StringComparison.Ordinal)
            select $"{name} cell {cell.Position}: its figure is not shown");
    }

    // What came of each code cell, by the cell's place in the notebook.
    private static Dictionary<int, JsonElement> Execute(string notebook)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Repository.At("kernel", "tests", "jupyter", "retired.py"), program, notebook])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["WORKBOOK_SMOKE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n').Where(line => line.StartsWith("{\"cell\"", StringComparison.Ordinal)).ToList();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && lines.Count > 0, errors.Result);
        return lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(cell => cell.GetProperty("cell").GetInt32());
    }
}
