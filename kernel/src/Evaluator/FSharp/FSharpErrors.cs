using FSharp.Compiler.Diagnostics;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>What the F# compiler says about a cell, in the form of C#'s <see cref="CompileErrors"/>.</summary>
internal static class FSharpErrors
{
    private const int Most = 10;

    /// <summary>The errors in the order of the text, the first ten in full.</summary>
    public static CellError Describe(IEnumerable<FSharpDiagnostic> diagnostics, Sources sources)
    {
        var errors = Of(diagnostics, FSharpDiagnosticSeverity.Error);
        if (errors.Count == 0) return new("CompileError", "F# could not run the cell.", [Ansi.Red("F# could not run the cell.")]);
        var lines = errors.Take(Most).SelectMany(error => Lines(error, sources, Ansi.Red(Headline(error)))).ToList();
        if (errors.Count > Most) lines.Add($"… and {errors.Count - Most} more errors.");
        return new("CompileError", Headline(errors[0]), lines);
    }

    /// <summary>The warnings, for the error stream; empty without any.</summary>
    public static string Warnings(IEnumerable<FSharpDiagnostic> diagnostics, Sources sources) =>
        string.Concat(Of(diagnostics, FSharpDiagnosticSeverity.Warning).Take(Most)
            .SelectMany(warning => Lines(warning, sources, $"warning {Headline(warning)}"))
            .Select(line => line + "\n"));

    private static List<FSharpDiagnostic> Of(IEnumerable<FSharpDiagnostic> diagnostics, FSharpDiagnosticSeverity severity) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity.Equals(severity)).OrderBy(diagnostic => (diagnostic.StartLine, diagnostic.StartColumn))];

    // The compiler breaks its sentences into lines of a terminal's width.
    private static string Headline(FSharpDiagnostic diagnostic) =>
        $"{diagnostic.ErrorNumberText}: {string.Join(' ', diagnostic.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    private static IEnumerable<string> Lines(FSharpDiagnostic diagnostic, Sources sources, string headline)
    {
        if (sources.Find(diagnostic.FileName) is not { } source) return [headline];
        var at = $"  at {Path.GetFileName(diagnostic.FileName)}, line {diagnostic.StartLine}, column {diagnostic.StartColumn + 1}";
        return [headline, at, .. CodeFrame.Of(source, diagnostic.StartLine - 1, diagnostic.StartColumn)];
    }
}
