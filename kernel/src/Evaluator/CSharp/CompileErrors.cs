using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What the compiler refused, as one error, or warns of: code, place, excerpt and caret for each.</summary>
internal static class CompileErrors
{
    private const int Most = 10;

    /// <summary>The errors in the order of the text, the first ten in full.</summary>
    public static CellError Describe(IReadOnlyCollection<Diagnostic> diagnostics, Sources sources, string? advice = null)
    {
        var errors = InOrder(diagnostics);
        var lines = errors.Take(Most).SelectMany(error => Lines(error, sources, Ansi.Red(Headline(error)))).ToList();
        if (errors.Count > Most) lines.Add($"… and {errors.Count - Most} more errors.");
        lines.AddRange(errors.Select(Advice.On).Append(advice).OfType<string>().Distinct());
        return new("CompileError", Headline(errors[0]), lines);
    }

    /// <summary>The warnings, for the error stream.</summary>
    public static string Warnings(IReadOnlyCollection<Diagnostic> diagnostics, Sources sources) =>
        string.Concat(InOrder(diagnostics).Take(Most).SelectMany(warning => Lines(warning, sources, $"warning {Headline(warning)}")).Select(line => line + "\n"));

    private static List<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    private static string Headline(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage()}";

    private static IEnumerable<string> Lines(Diagnostic diagnostic, Sources sources, string headline)
    {
        var place = diagnostic.Location.GetLineSpan();
        var at = place.StartLinePosition;
        if (sources.Find(place.Path) is not { } source) return [headline];
        return [headline, $"  at {Path.GetFileName(place.Path)}, line {at.Line + 1}, column {at.Character + 1}", .. CodeFrame.Of(source, at.Line, at.Character)];
    }
}
