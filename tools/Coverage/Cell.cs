using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Coverage;

/// <summary>One cell, with what its metadata says about the course.</summary>
/// <param name="position">1 for the first cell of the notebook.</param>
/// <param name="cell">The cell in its file.</param>
public sealed class Cell(int position, NotebookCell cell)
{
    private readonly JsonNode? course = cell.Metadata["workbook"];

    /// <summary>1 for the first cell of the notebook.</summary>
    public int Position => position;

    /// <summary>It is run.</summary>
    public bool IsCode => cell.IsCode;

    /// <summary>It is read.</summary>
    public bool IsProse => cell.IsMarkdown;

    /// <summary>Its text.</summary>
    public string Source { get; } = cell.Source;

    /// <summary>Numbers of the topics it treats.</summary>
    public IReadOnlyList<int> Topics => course?["topics"]?.AsArray().Select(topic => (int)topic!).ToList() ?? [];

    /// <summary>Where the lectures treat them, such as <c>S4:93</c>.</summary>
    public string? Lecture => (string?)course?["lecture"];

    /// <summary>Keys of papers in references.bib.</summary>
    public IReadOnlyList<string> Papers => ((string?)course?["paper"])?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The exercise it holds, such as <c>01.compute</c>.</summary>
    public string? Exercise => cell.Exercise;

    /// <summary>Whether it is there to show an error.</summary>
    public bool MayFail => cell.MayFail;

    /// <summary>What running it gave, as saved.</summary>
    public IReadOnlyList<JsonNode> Outputs { get; } = [.. cell.Outputs.Select(output => output!)];

    /// <summary>Whether the saved file has it executed.</summary>
    public bool WasRun => cell.ExecutionCount is not null;

    /// <summary>The lines that say something: not empty, not only a comment.</summary>
    public IEnumerable<string> Lines => Source.Split('\n').Where(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//"));
}
